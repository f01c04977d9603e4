import { expect, test } from "vitest";
import { NO_INSETS, viewOf } from "../../src/scene/camera.ts";
import { isLost } from "../../src/scene/lost.ts";
import { sceneModel } from "../../src/scene/model.ts";
import { roundTopics } from "./map.ts";

const size = { width: 100, height: 100 };
/** Two papers at (0, 0) and (10, 0): the frame is 10 wide, 10 pixels a unit. */
const model = sceneModel(
  { ...roundTopics(2, 1), x: Float32Array.of(0, 10), y: Float32Array.of(0, 0) },
  false,
);
const lostAt = (x: number, visible: Uint8Array | null = null, insets = NO_INSETS) =>
  isLost({ ...model, visible, view: viewOf(model.frame, { x, y: 0.5, ratio: 1 }, size) }, insets);

test("a window with a paper in it is not lost: one that ends at 9 units sees the paper at 0, one from 3 to 9 none", () => {
  expect(lostAt(0.4)).toBe(false);
  const near = viewOf(model.frame, { x: 0.6, y: 0.5, ratio: 0.6 }, size);
  expect(isLost({ ...model, view: near }, NO_INSETS)).toBe(true);
});

test("papers under a panel, and those that do not pass the filters, are not seen", () => {
  // From −1 to 9 units: the paper at 0 is 10 pixels from the left edge.
  expect(lostAt(0.4, null, { ...NO_INSETS, left: 9 })).toBe(false);
  expect(lostAt(0.4, null, { ...NO_INSETS, left: 11 })).toBe(true);
  expect(lostAt(0.4, Uint8Array.of(0, 1))).toBe(true);
  expect(lostAt(0.6, Uint8Array.of(0, 1))).toBe(false);
});

test("where no paper passes the filters there is nothing to go back to", () => {
  expect(lostAt(0.4, Uint8Array.of(0, 0))).toBe(false);
});
