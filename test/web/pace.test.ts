import { expect, test } from "vitest";
import { createPace } from "../../src/web/map/pace.ts";

/** Whether links are left out of frames at these times in ms. */
const frames = (pace: ReturnType<typeof createPace>, ...times: number[]) => times.map(pace.moves);

test("links are drawn while frames come every 30 ms or faster", () => {
  expect(frames(createPace(), 1000, 1016, 1046, 1076, 1106)).toEqual([false, false, false, false, false]);
});

test("links are left out when the last frames were slow on average, and more than one of them was", () => {
  expect(frames(createPace(), 1000, 1100, 1200, 1300, 1310)).toEqual([false, false, false, true, true]);
  // Drawing in software: two quick frames, then the drawing catches up. (17 + 17 + 300 + 17 + 17 + 300) / 6 = 111 ms.
  expect(frames(createPace(), 1000, 1017, 1034, 1334, 1351, 1368, 1668).at(-1)).toBe(true);
  // One slow frame: it was something else that took the time.
  expect(frames(createPace(), 1000, 1016, 1032, 1232, 1248, 1264)).not.toContain(true);
});

test("the time at rest is no frame; on a page that was slow links are left out from the first, for a minute", () => {
  const pace = createPace();
  expect(frames(pace, 1000)).toEqual([false]);
  pace.rests();
  expect(frames(pace, 5000, 5100, 5200, 5300)).toEqual([false, false, false, true]);
  pace.rests();
  expect(frames(pace, 9000, 65_299, 65_300)).toEqual([true, true, false]);
});

test("the camera rests after 150 ms, or 1.5 times the longest of the last four frames, at most 450 ms", () => {
  const pace = createPace();
  frames(pace, 1000, 1016);
  expect(pace.restAfter).toBe(150);
  // Drawing in software stalls every few frames.
  frames(pace, 1216, 1233, 1250);
  expect(pace.restAfter).toBe(300);
  // A rest in between does not make it forget what frames take; a pause is none.
  pace.rests();
  frames(pace, 5000);
  expect(pace.restAfter).toBe(300);
  frames(pace, 5016, 5032);
  expect(pace.restAfter).toBe(150);
  frames(pace, 5900);
  expect(pace.restAfter).toBe(450);
});
