import { expect, test } from "vitest";
import { createMemory, forget } from "../../src/kernel/memo.ts";

test("a stage is redone only when one of its dependencies changes", async () => {
  const remember = createMemory();
  let runs = 0;
  const stage = (x: number) => remember("square", [x], () => ({ value: x * x, run: ++runs }));
  expect(await stage(3)).toEqual({ value: 9, run: 1 });
  expect(await stage(3)).toEqual({ value: 9, run: 1 });
  expect(await stage(4)).toEqual({ value: 16, run: 2 });
});

test("a stage that fails is not remembered", async () => {
  const remember = createMemory();
  await expect(
    remember("s", [], () => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await remember("s", [], () => 7)).toBe(7);
});

test("forget computes each time", async () => {
  let runs = 0;
  await forget("s", [], () => ++runs);
  expect(await forget("s", [], () => ++runs)).toBe(2);
});
