import { expect, test } from "vitest";
import { isAlike, movedLabels } from "../../src/scene/labels/moved.ts";
import type { Label } from "../../src/scene/labels/types.ts";

/** One paper at (10, 10); from 10 pixels a unit to 20, the ground of pixel (0, 0) at (30, 40). */
const places = { x: Float32Array.of(10), y: Float32Array.of(10) };
const from = { width: 400, height: 300, scale: 10, dx: 0, dy: 200 };
const to = { ...from, scale: 20, dx: 30, dy: 440 };
const line = { text: "A", style: "paper" as const, x: 130, y: 104 };

test("a title keeps its distance from its dot: at (100, 100), then at (230, 240)", () => {
  const box = { left: 110, right: 150, top: 94, bottom: 106 };
  const title: Label = { kind: "paper", id: 0, topic: 0, lines: [line], box, anchor: 0 };
  expect(movedLabels([title], from, to, places)).toEqual([
    {
      ...title,
      box: { left: 240, right: 280, top: 234, bottom: 246 },
      lines: [{ ...line, x: 260, y: 244 }],
    },
  ]);
});

test("a name goes along with the ground under its middle, the far end of its line with the paper there", () => {
  const box = { left: 110, right: 150, top: 90, bottom: 110 };
  const name: Label = {
    kind: "topic",
    id: 0,
    topic: 0,
    lines: [line],
    box,
    anchor: 2,
    leader: [110, 100, 100, 100],
  };
  // The middle (130, 100) goes to (130 · 2 + 30, (100 − 200) · 2 + 440) = (290, 240): by 160 and 140.
  expect(movedLabels([name], from, to, places)).toEqual([
    {
      ...name,
      box: { left: 270, right: 310, top: 230, bottom: 250 },
      lines: [{ ...line, x: 290, y: 244 }],
      leader: [270, 240, 230, 240],
    },
  ]);
  expect(movedLabels([name], from, from, places)).toEqual([name]);
});

test("labels do in a view a fifth of the window aside, or a quarter nearer, and in no other", () => {
  expect(isAlike(from, { ...from, dx: 80, dy: 140 })).toBe(true);
  expect(isAlike(from, { ...from, dx: 81 })).toBe(false);
  expect(isAlike(from, { ...from, dy: 139 })).toBe(false);
  // Nearer about the middle (200, 150) of the window.
  const nearer = (k: number) => ({ ...from, scale: 10 * k, dx: 200 - 200 * k, dy: 150 + 50 * k });
  expect(isAlike(from, nearer(1.25))).toBe(true);
  expect(isAlike(from, nearer(1.26))).toBe(false);
  expect(isAlike(nearer(1.26), from)).toBe(false);
  expect(isAlike(from, { ...from, width: 399 })).toBe(false);
});
