import { describe, expect, test } from "vitest";
import { findPhrases } from "../../src/text/phrases/phrases.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

const table = (...texts: [title: string, abstract: string][]) =>
  findPhrases(
    tokenise(
      texts.map(([title, abstract]) => paper({ title, abstract })),
      { stopWords: [], synonyms: [] },
    ),
  );

/** Occurrences of each phrase in one paper, by surface form. */
const row = ({ rows, surface }: ReturnType<typeof table>, paper: number) =>
  new Map(
    Array.from({ length: rows.start[paper + 1] - rows.start[paper] }, (_, k) => {
      const e = rows.start[paper] + k;
      return [surface[rows.column[e]], rows.value[e]] as const;
    }),
  );

describe("findPhrases", () => {
  test("groups by stem and shows the most frequent surface form", () => {
    const t = table(
      ["On graph kernels", "Graph kernels and a graph kernel."],
      ["Graph Kernels", "The graph kernels of Weisfeiler."],
    );
    expect(row(t, 0).get("graph kernels")).toBe(3);
    expect(t.surface).not.toContain("graph kernel");
  });
  test("what can be counted stands in the plural where a quarter of its uses do, what is done does not", () => {
    const t = table(
      ["Peat bog", "A peat bog, the peat bog; of peat bogs."],
      ["Turf cutting", "Of turf cutting, the turf cutting; of turf cuttings."],
      ["The moss net", "Moss net, moss net and moss net and moss nets."],
    );
    for (const shown of ["peat bogs", "turf cutting", "moss net"]) expect(t.surface).toContain(shown);
  });
  test("shows British and American spellings in one way, the commoner one", () => {
    const [us, uk] = ["Moss color, moss behavior.", "Moss colour."].map(
      (text) => [text, text] as [string, string],
    );
    expect(table(us, us, uk).surface.filter((s) => s.includes("ou"))).toEqual([]);
    const { surface } = table(us, uk, uk, uk, uk);
    expect(surface).toEqual(expect.arrayContaining(["moss behavior", "moss colour"]));
    expect(surface).not.toContain("moss color");
  });
  test("never crosses a stop word, a sentence end or an empty word of prose", () => {
    const t = table(["Soil and water", "Peat. Fungi achieve growth of lichen."]);
    expect(t.surface.filter((s) => s.includes(" "))).toEqual([]);
  });
  test("shows an acronym with its expansion and counts both as one", () => {
    const t = table(
      ["Neural architecture search", "We study neural architecture search (NAS). NAS is slow."],
      ["More of NAS", "Neural architecture search again."],
    );
    expect(row(t, 0).get("neural architecture search (NAS)")).toBe(4);
    expect(row(t, 1).get("neural architecture search (NAS)")).toBe(2);
    expect(t.surface.filter((s) => s.includes("NAS"))).toHaveLength(1);
  });
  test("keeps a lower case word apart from the acronym of the same letters", () => {
    const t = table(
      ["Climate", "The Australian climate earth system simulator (ACESS) runs."],
      ["Rights", "An acess to law."],
    );
    expect(row(t, 1).has("acess")).toBe(true);
  });
  test("compounds meet their open spelling", () => {
    const t = table(["Super-resolution", "Super resolution with super-resolution."]);
    expect(row(t, 0).get("super-resolution")).toBe(3);
  });
  test("leaves fragments out", () => {
    const t = table(["Monte Carlo trees", "Monte Carlo."], ["Monte Carlo", "Monte Carlo trees grow."]);
    expect(t.surface).not.toContain("Monte");
  });
  test("words that are object keys are ordinary words", () => {
    const t = table(["constructor", "constructor __proto__"], ["constructor theory", "__proto__"]);
    expect(row(t, 0).has("constructor")).toBe(true);
  });
  test("columns ascend, titles are among the rows", () => {
    const { rows, titles } = table(["Peat bogs of Ireland", "Bogs. Peat."], ["Ireland", "Peat bogs"]);
    for (const { start, column } of [rows, titles])
      for (let i = 0; i + 1 < start.length; i++)
        for (let e = start[i] + 1; e < start[i + 1]; e++) expect(column[e]).toBeGreaterThan(column[e - 1]);
    expect(titles.column.length).toBeLessThan(rows.column.length);
  });
  test("an empty collection has no phrases", () => {
    expect(table().surface).toEqual([]);
  });
});
