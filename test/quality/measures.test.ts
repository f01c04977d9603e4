import { expect, test } from "vitest";
import { adjustedMutualInformation, adjustedRand } from "./measures.ts";

const [ab, ba] = [
  ["a", "a", "b", "b"],
  ["y", "y", "x", "x"],
];

test("the same division under other names scores 1", () => {
  expect(adjustedRand(ab, ba)).toBe(1);
  expect(adjustedMutualInformation(ab, ba)).toBeCloseTo(1, 12);
});

test("adjustedRand() by hand: 2 + 2 against 3 + 1", () => {
  // Pairs together in both: {0,1}: 1. In the first: 1 + 1 = 2. In the second: 3. Expected 2 · 3 / 6 = 1. So (1 − 1) / (2.5 − 1).
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 0, 1])).toBe(0);
});

test("adjustedRand() below chance: crossed pairs", () => {
  // None together in both; expected 2 · 2 / 6 = 2/3; (0 − 2/3) / (2 − 2/3) = −1/2.
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
});

test("adjustedMutualInformation() below chance: crossed pairs", () => {
  // Mutual information 0. Each of 4 cells has k = 2 with chance 1/6 and k = 1 with 4/6 (which adds ln 1 = 0):
  // expected 4 · (1/6) · (2/4) ln 2 = ln 2 / 3; mean entropy ln 2; (0 − 1/3) / (1 − 1/3) = −1/2.
  expect(adjustedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
});

test("one group each: nothing to disagree on", () => {
  expect(adjustedMutualInformation([1, 1, 1], [2, 2, 2])).toBe(1);
  expect(adjustedRand([1, 1, 1], [2, 2, 2])).toBe(1);
});
