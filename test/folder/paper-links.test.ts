import { expect, test } from "vitest";
import { gatherLinks } from "../../src/folder/paper-links.ts";

test("links of papers are lists as a map has them: each once, undirected ones from the smaller number, directed ones from the citing paper", () => {
  const links = gatherLinks();
  links.add(5, [
    { other: 2, kind: "keyword", weight: 0.5 },
    { other: 7, kind: "keyword", weight: 0.25 },
    { other: 2, kind: "citation", weight: 1, isOut: true },
    { other: 9, kind: "citation", weight: 1, isOut: false },
  ]);
  // The link between 2 and 5 came with 5.
  links.add(2, [
    { other: 5, kind: "keyword", weight: 0.5 },
    { other: 5, kind: "citation", weight: 1, isOut: false },
    { other: 3, kind: "mention", weight: 1, isOut: true, name: "VISTA", sentence: "We use VISTA." },
  ]);
  links.add(2, [{ other: 8, kind: "keyword", weight: 0.125 }]);
  expect(links.lists()).toEqual([
    {
      kind: "keyword",
      directed: false,
      source: Uint32Array.of(2, 5),
      target: Uint32Array.of(5, 7),
      weight: Float32Array.of(0.5, 0.25),
    },
    {
      kind: "citation",
      directed: true,
      source: Uint32Array.of(5, 9),
      target: Uint32Array.of(2, 5),
      weight: Float32Array.of(1, 1),
    },
    {
      kind: "mention",
      directed: true,
      source: Uint32Array.of(2),
      target: Uint32Array.of(3),
      weight: Float32Array.of(1),
      mentions: [{ name: "VISTA", sentence: "We use VISTA." }],
    },
  ]);
});
