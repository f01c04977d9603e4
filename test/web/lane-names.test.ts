import { expect, test } from "vitest";
import { placeNames, roomFor } from "../../src/web/citations/lane-names.ts";

/** Ten pixels a letter. */
const measure = (text: string) => 10 * text.length;
const lane = (name: string, top: number, bottom: number) => ({ name, top, bottom });

test("a name of two lines stands about the middle of a lane that is high enough, of one in a thin one", () => {
  const placed = placeNames([lane("visual analytics", 0, 60), lane("tides", 60, 80)], measure, 100, 200);
  // Lines 15 apart about 30, baselines 4.5 below their middles: 30 + 4.5 − 7.5 = 27.
  expect(placed).toEqual([
    { lines: ["visual", "analytics"], y: 27 },
    { lines: ["tides"], y: 74.5 },
  ]);
});

test("in a thin lane it takes a second line where its neighbours leave room, else it is cut", () => {
  const between = (above: number, below: number) =>
    placeNames(
      [lane("tides", 100 - above, 90), lane("visual analytics", 90, 110), lane("wind", 110, 100 + below)],
      measure,
      100,
      400,
    )[1];
  // Names beside stand 55 above and below: enough.
  expect(between(100, 100)).toEqual({ lines: ["visual", "analytics"], y: 97 });
  // The one above stands 20 above: its lower edge is at 87.5, so that two lines have their middle at 102.5.
  expect(between(30, 100)).toEqual({ lines: ["visual", "analytics"], y: 99.5 });
  expect(between(30, 30)).toEqual({ lines: ["visual an…"], y: 104.5 });
});

test("names get the room that they need, up to a limit: 16 letters in one line, 9 in the longer of two", () => {
  const room = (bottom: number, most: number) =>
    roomFor([lane("visual analytics", 0, bottom), lane("tides", 0, 80)], measure, 50, most);
  expect(room(20, 200)).toBe(160);
  expect(room(20, 120)).toBe(120);
  expect(room(60, 200)).toBe(90);
  expect(room(60, 40)).toBe(50);
});
