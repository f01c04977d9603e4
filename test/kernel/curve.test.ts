import { expect, test } from "vitest";
import { curveRank } from "../../src/kernel/curve.ts";

/** The points of a square grid, row by row. */
function grid(side: number): { readonly x: Float32Array; readonly y: Float32Array } {
  const x = Float32Array.from({ length: side * side }, (_, i) => i % side);
  const y = Float32Array.from({ length: side * side }, (_, i) => Math.floor(i / side));
  return { x, y };
}

test("the four quarters are passed in a U: upper left, lower left, lower right, upper right", () => {
  // (0,0) (1,0)
  // (0,1) (1,1)
  expect([...curveRank(Float32Array.of(0, 1, 0, 1), Float32Array.of(0, 0, 1, 1))]).toEqual([0, 3, 1, 2]);
});

test("on a full grid every step of the curve goes to a cell next door", () => {
  const side = 16;
  const { x, y } = grid(side);
  const rank = curveRank(x, y);
  const point = new Int32Array(side * side);
  for (const [i, r] of rank.entries()) point[r] = i;
  for (let r = 1; r < point.length; r++) {
    const [a, b] = [point[r - 1], point[r]];
    expect(Math.abs(x[a] - x[b]) + Math.abs(y[a] - y[b])).toBe(1);
  }
});

test("points on one spot keep their order; no point is no trouble", () => {
  expect([...curveRank(Float32Array.of(5, 5, 5), Float32Array.of(2, 2, 2))]).toEqual([0, 1, 2]);
  expect(curveRank(new Float32Array(0), new Float32Array(0))).toHaveLength(0);
});
