import { describe, expect, test } from "vitest";
import { linkChange } from "../../src/edges/change.ts";
import { combineEdges } from "../../src/edges/combine.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { listOf } from "../edge-list.ts";

describe("linkChange", () => {
  const keyword = listOf("keyword", [
    [0, 1, 0.5],
    [1, 2, 0.5],
  ]);
  const citation = listOf("citation", [
    [2, 0],
    [1, 0],
  ]);
  const mix = (weights: { keyword: number; citation: number }) =>
    combineEdges([keyword, citation], { ...DEFAULT_PARAMETERS.weights, ...weights }, 3);

  test("links that come, go, or weigh otherwise", () => {
    const words = mix({ keyword: 1, citation: 0 });
    expect(linkChange(words, words)).toEqual({ came: 0, went: 0, shifted: 0 });
    // Citations add 0–2; 0–1 has both kinds now, 1–2 only text: each was half of all, now 1/4 · (1 + 1) and 1/4.
    expect(linkChange(words, mix({ keyword: 1, citation: 1 }))).toEqual({ came: 1, went: 0, shifted: 1 });
    expect(linkChange(words, mix({ keyword: 0, citation: 1 }))).toEqual({ came: 1, went: 1, shifted: 0 });
  });
});
