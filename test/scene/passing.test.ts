import { expect, test } from "vitest";
import {
  freshness,
  NEVER,
  nameShare,
  type Passing,
  passingSize,
  presence,
  presenceOf,
} from "../../src/scene/passing.ts";

const whole = Number.POSITIVE_INFINITY;

test("a paper comes in the column before its own, is new in it, and stays for good or for a span", () => {
  expect([-2, -1, -0.5, 0, 7].map((age) => presence(age, whole))).toEqual([0, 0, 0.5, 1, 1]);
  // Three columns: its own and two more; it goes while the third one after it comes.
  expect([0, 2, 2.5, 3].map((age) => presence(age, 3))).toEqual([1, 1, 0.5, 0]);
  expect([0, 0.5, 1].map((age) => presence(age, 1))).toEqual([1, 0.5, 0]);
  expect([-0.5, 0, 0.25, 1, 9].map(freshness)).toEqual([1, 1, 0.75, 0, 0]);
});

test("a paper without a year never comes; a new dot is larger than an old one, a coming one smaller", () => {
  const passing: Passing = {
    when: Uint8Array.of(0, 2, NEVER),
    at: 1,
    span: whole,
    weights: new Float32Array(),
    fresh: new Uint32Array(),
  };
  expect([0, 1, 2].map((i) => presenceOf(passing, i))).toEqual([1, 0, 0]);
  expect(presenceOf(undefined, 2)).toBe(1);
  expect(passingSize(1, 1)).toBeGreaterThan(passingSize(1, 0));
  expect(passingSize(0.1, 1)).toBeLessThan(passingSize(1, 0));
});

test("a name without papers is not there, one with all of them is as it always is", () => {
  expect(nameShare(0).alpha).toBe(0);
  expect(nameShare(1)).toEqual({ size: 1, alpha: 1 });
});
