import { expect, test } from "vitest";
import { outsidePatches } from "./patches.ts";

/** Papers along a line, one unit apart; each letter is a paper's topic, "." none. */
const line = (letters: string) => ({
  x: Array.from(letters, (_, i) => i),
  y: Array.from(letters, () => 0),
  topic: Array.from(letters, (letter) => "abc".indexOf(letter)),
});

test("a topic in one patch has no paper outside; of one in two, the smaller patch is outside", () => {
  expect(outsidePatches(line("aaaaaabbbbbb"))).toBe(0);
  // a: 6 papers, then 2 beyond six of b, which the 5 nearest of neither side bridge: 2 of 14.
  expect(outsidePatches(line("aaaaaabbbbbbaa"))).toBeCloseTo(2 / 14, 6);
});

test("papers without a topic count neither as outside nor in the whole", () => {
  expect(outsidePatches(line("aaaaaa......aa"))).toBeCloseTo(2 / 8, 6);
  expect(outsidePatches(line("......"))).toBe(0);
});
