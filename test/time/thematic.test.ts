import { describe, expect, test } from "vitest";
import { symmetric } from "../../src/kernel/graph.ts";
import { citedYears, referenceYear } from "../../src/time/cited-years.ts";
import { countedLinks, thematicMap } from "../../src/time/thematic.ts";
import { listOf } from "../edge-list.ts";
import { paper } from "../paper.ts";
import { sampleMap } from "../sample-map.ts";

describe("Callon's centrality and density", () => {
  // Topic 0: papers 0, 1, 2; topic 1: 3, 4; topic 2: 5. Papers 6 has none.
  const topic = Int32Array.of(0, 0, 0, 1, 1, 2, -1);
  const links = listOf("keyword", [[0, 1, 0.5], [1, 2, 0.25], [3, 4, 1], [2, 3, 0.5], [4, 5, 0.25], [5, 6, 9]]); // biome-ignore format: a row
  const graph = symmetric([links], 7);

  test("sums over links, by hand", () => {
    const { themes, centrality, density } = thematicMap(graph, topic, 3);
    // Topic 0: 10 · .5; 100 · (.5 + .25) / 3. Topic 1: 10 · (.5 + .25); 100 · 1 / 2. Topic 2: 10 · .25; nothing within.
    expect(themes).toEqual([
      { topic: 0, papers: 3, centrality: 5, density: 25, quadrant: "motor" },
      { topic: 1, papers: 2, centrality: 7.5, density: 50, quadrant: "motor" },
      { topic: 2, papers: 1, centrality: 2.5, density: 0, quadrant: "emerging or declining" },
    ]);
    expect([centrality, density]).toEqual([5, 25]);
  });

  test("papers of other years are left out with their links, and topics without papers", () => {
    const { themes } = thematicMap(graph, topic, 3, Uint8Array.of(1, 1, 0, 1, 1, 0, 1));
    // Topic 0: 0–1 is left, .5 of two papers; nothing leads out of it.
    expect(themes.map(({ topic, centrality, density }) => [topic, centrality, density])).toEqual([[0, 0, 25], [1, 0, 50]]); // biome-ignore format: a row
  });

  test("links of a map count by the weights of their kinds: mentions not at all, citations half of what keywords are together", () => {
    const map = sampleMap();
    // Keywords .5 + .125 = .625; citations 2, brought to .625 and halved: a factor of .15625.
    const { start, neighbour, weight } = countedLinks(map);
    const of = (i: number) => Array.from({ length: start[i + 1] - start[i] }, (_, k) => [neighbour[start[i] + k], weight[start[i] + k]]); // biome-ignore format: a row
    expect(of(2)).toEqual([[0, 0.15625], [1, 0.125 + 0.15625]]); // biome-ignore format: a row
  });
});

describe("cited years", () => {
  test.each([
    ["Smith J, 1999, NATURE, V401, P1984", 1999],
    ["A. Author, B. Author, On graphs, J. Graphs, 12, pp. 1965-1970, (2004)", 2004],
    ["Knuth, D. The art of computer programming. Addison-Wesley, 1968.", 1968],
    ["10.1109/tvcg.2010.1999", undefined],
    ["No year at all", undefined],
    ["Orwell, 1984 is of 1949a", 1949],
    ["Misprint, 2098, here", undefined],
  ])("%s: %s", (reference, year) => {
    expect(referenceYear(reference, 2020)).toBe(year);
  });

  const references = (counts: readonly (readonly [number, number])[]) =>
    counts.flatMap(([year, n]) => Array.from({ length: n }, () => `Author A, ${year}, J GRAPHS`));

  test("the deviation from the median of five years", () => {
    const found = citedYears([paper({ title: "a", year: 2000, references: [...references([[1990, 2], [1991, 3], [1992, 9], [1993, 4], [1994, 4]]), "10.1/a"] })], []); // biome-ignore format: a row
    expect(found).toMatchObject({ first: 1990, from: "references", undated: 1, peaks: [2] });
    // Medians: (0 0 2 3 9) 2, (0 2 3 9 4) 3, (2 3 9 4 4) 4, (3 9 4 4 0) 4, (9 4 4 0 0) 4.
    expect([...(found?.deviation ?? [])]).toEqual([0, 0, 5, 0, 0]);
  });

  test("DOIs have no years: those of the papers that they lead to; nothing where there are none", () => {
    const papers = [
      paper({ title: "a", year: 1990 }),
      paper({ title: "b", year: 2000, references: ["10.1/a"] }),
    ];
    expect(citedYears(papers, [listOf("citation", [[1, 0]])])).toMatchObject({ first: 1990, from: "links" });
    expect(citedYears(papers, [])).toBeUndefined();
  });
});
