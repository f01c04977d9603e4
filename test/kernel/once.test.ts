import { expect, test } from "vitest";
import { oncePer } from "../../src/kernel/once.ts";

test("what is made of an object is made once, nothing included; of another one it is made anew", () => {
  let made = 0;
  const lengthOf = oncePer((list: readonly number[]) => {
    made++;
    return list.length > 0 ? list.length : undefined;
  });
  const [two, none] = [[1, 2], []];
  expect([lengthOf(two), lengthOf(two), lengthOf(none), lengthOf(none), made]).toEqual([
    2,
    2,
    undefined,
    undefined,
    2,
  ]);
  expect([lengthOf([1, 2]), made]).toEqual([2, 3]);
});
