import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationLayers, withoutCycles } from "../../src/citations/acyclic.ts";
import { addTo, bigCounts, shareOf } from "../../src/citations/big-count.ts";
import { type CitationGraph, citationGraph } from "../../src/citations/graph.ts";
import { mainPath, searchPathShares } from "../../src/citations/main-path.ts";
import { ancestors, descendants, UNREACHED } from "../../src/citations/reach.ts";
import { listOf } from "../edge-list.ts";

const REAL = { mentions: false };
const NO_YEARS: (number | undefined)[] = [];

/** The graph of [citing, cited] pairs. */
const citing = (papers: number, pairs: readonly (readonly [number, number])[]) =>
  citationGraph([listOf("citation", pairs)], papers, REAL);

describe("citationGraph", () => {
  const lists = [
    listOf("keyword", [[0, 3]]),
    listOf("citation", [
      [2, 0],
      [2, 1],
    ]),
    listOf("mention", [
      [2, 0],
      [3, 1],
    ]),
  ];

  test("takes citations, and mentions only when asked, once per pair and as inferred", () => {
    expect([...citationGraph(lists, 4, REAL).from]).toEqual([2, 2]);
    const both = citationGraph(lists, 4, { mentions: true });
    expect([...both.from]).toEqual([2, 2, 3]);
    expect([...both.to]).toEqual([0, 1, 1]);
    expect([...both.inferred]).toEqual([0, 0, 1]);
  });

  test("knows both ends", () => {
    const { cites, citedBy } = citationGraph(lists, 4, { mentions: true });
    expect([...cites.other.subarray(cites.start[2], cites.start[3])]).toEqual([0, 1]);
    expect([...citedBy.other.subarray(citedBy.start[1], citedBy.start[2])]).toEqual([2, 3]);
    expect([...citedBy.arc.subarray(citedBy.start[1], citedBy.start[2])]).toEqual([1, 2]);
  });
});

describe("ancestors and descendants", () => {
  // 3 → 2 → 1 → 0, and 3 → 0 directly; 4 cites 2
  const graph = citing(5, [
    [1, 0],
    [2, 1],
    [3, 2],
    [3, 0],
    [4, 2],
  ]);

  test("steps along the shortest chain of references", () =>
    expect([...ancestors(graph, 3)]).toEqual([1, 2, 1, 0, UNREACHED]));
  test("and of citers", () => expect([...descendants(graph, 0)]).toEqual([0, 1, 2, 1, 3]));

  test("j is an ancestor of i exactly where i is a descendant of j, equally far", () => {
    fc.assert(
      fc.property(anyCitations, (given) => {
        for (let i = 0; i < given.papers; i++) {
          const up = ancestors(given, i);
          for (let j = 0; j < given.papers; j++) expect(descendants(given, j)[i]).toBe(up[j]);
        }
      }),
    );
  });
});

/** Graphs of up to 8 papers with any arcs, cycles included. */
const anyCitations: fc.Arbitrary<CitationGraph> = fc
  .uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 24, selector: ([a, b]) => a * 8 + b })
  .map((pairs) =>
    citing(
      8,
      pairs.filter(([a, b]) => a !== b),
    ),
  );
const anyYears = fc.array(fc.option(fc.integer({ min: 2000, max: 2004 }), { nil: undefined }), {
  minLength: 8,
  maxLength: 8,
});

describe("withoutCycles", () => {
  test("of two papers that cite each other, the earlier one's citation goes", () => {
    const graph = citing(2, [
      [0, 1],
      [1, 0],
    ]);
    // arc 0 is 0 → 1; paper 1 is the later, so 0 → 1 cites the future
    expect(withoutCycles(graph, [2001, 2002]).dropped).toEqual([0]);
    expect(withoutCycles(graph, [2002, 2001]).dropped).toEqual([1]);
  });

  test("a citation of a later paper stays where it closes no cycle", () => {
    expect(withoutCycles(citing(2, [[0, 1]]), [2001, 2002]).dropped).toEqual([]);
  });

  test("any graph: the order has all papers, cited before citing; each dropped arc closed a cycle", () => {
    fc.assert(
      fc.property(anyCitations, anyYears, (given, years) => {
        const { graph, order, dropped } = withoutCycles(given, years);
        const place = new Map([...order].map((paper, k) => [paper, k]));
        expect(place.size).toBe(given.papers);
        for (const [a, from] of graph.from.entries())
          expect(place.get(from)).toBeGreaterThan(place.get(graph.to[a]) ?? Number.NaN);
        expect(graph.from.length + dropped.length).toBe(given.from.length);
        for (const a of dropped) expect(ancestors(graph, given.to[a])[given.from[a]]).not.toBe(UNREACHED);
      }),
    );
  });
});

describe("citationLayers", () => {
  test("one more than the highest layer cited; −1 for papers outside", () => {
    // 1 → 0, 2 → 1, 2 → 0, 3 → 0; 4 alone
    const graph = citing(5, [
      [1, 0],
      [2, 1],
      [2, 0],
      [3, 0],
    ]);
    expect([...citationLayers(withoutCycles(graph, NO_YEARS))]).toEqual([0, 1, 2, 1, -1]);
  });
});

describe("searchPathShares", () => {
  // Knowledge flows 0 → 2 → 3 → 4, 1 → 2, 3 → 5: sources 0 and 1, sinks 4 and 5, so 2 · 2 = 4 ways.
  const graph = citing(6, [
    [2, 0],
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 3],
  ]);
  const acyclic = withoutCycles(graph, NO_YEARS);

  test("of 4 ways all go over 2–3, two over each of the others", () => {
    expect([...searchPathShares(acyclic)]).toEqual([0.5, 0.5, 1, 0.5, 0.5]);
  });

  test("a shortcut is a way of its own", () => {
    // 1 → 0, 2 → 1, 2 → 0: ways 0-1-2 and 0-2; arcs sorted: 1→0, 2→0, 2→1
    const short = citing(3, [
      [1, 0],
      [2, 1],
      [2, 0],
    ]);
    expect([...searchPathShares(withoutCycles(short, NO_YEARS))]).toEqual([0.5, 0.5, 0.5]);
  });

  test("the same as counting every way one by one", () => {
    fc.assert(
      fc.property(anyCitations, anyYears, (given, years) => {
        const acyclic = withoutCycles(given, years);
        const { from, citedBy } = acyclic.graph;
        const over = new Float64Array(from.length);
        let ways = 0;
        const go = (paper: number, arcs: readonly number[]) => {
          if (citedBy.start[paper] === citedBy.start[paper + 1] && arcs.length > 0) {
            ways++;
            for (const a of arcs) over[a]++;
          }
          for (let s = citedBy.start[paper]; s < citedBy.start[paper + 1]; s++)
            go(citedBy.other[s], [...arcs, citedBy.arc[s]]);
        };
        for (let i = 0; i < given.papers; i++)
          if (acyclic.graph.cites.start[i] === acyclic.graph.cites.start[i + 1]) go(i, []);
        const shares = searchPathShares(acyclic);
        for (const [a, share] of shares.entries()) expect(share).toBeCloseTo(over[a] / ways, 10);
      }),
    );
  });

  test("2^2000 ways, more than a double can count: shares stay shares", () => {
    // Layers of two papers, each citing both of the layer before: every arc has a quarter of all ways.
    const pairs: [number, number][] = [];
    for (let layer = 1; layer < 2000; layer++)
      for (const a of [0, 1]) for (const b of [0, 1]) pairs.push([2 * layer + a, 2 * layer - 2 + b]);
    const shares = searchPathShares(withoutCycles(citing(4000, pairs), NO_YEARS));
    expect(shares.every((share) => Math.abs(share - 0.25) < 1e-9)).toBe(true);
  });
});

describe("mainPath", () => {
  test("goes over the arcs with most ways, from the earliest on", () => {
    // The chain 0–1–2–3 has a side branch 4 that cites 1: ways 0-1-2-3 and 0-1-4; sums 1 + .5 + .5 against 1 + .5.
    const acyclic = withoutCycles(
      citing(5, [
        [1, 0],
        [2, 1],
        [3, 2],
        [4, 1],
      ]),
      NO_YEARS,
    );
    const path = mainPath(acyclic, searchPathShares(acyclic));
    expect(path).toEqual({ papers: [0, 1, 2, 3], shares: [1, 0.5, 0.5] });
  });

  test("nothing without citations", () => {
    const acyclic = withoutCycles(citing(3, []), NO_YEARS);
    expect(mainPath(acyclic, searchPathShares(acyclic))).toEqual({ papers: [], shares: [] });
  });

  test("any graph: a chain of citations from a source to a sink", () => {
    fc.assert(
      fc.property(anyCitations, anyYears, (given, years) => {
        const acyclic = withoutCycles(given, years);
        const { papers, shares } = mainPath(acyclic, searchPathShares(acyclic));
        expect(papers.length).toBe(acyclic.graph.from.length === 0 ? 0 : shares.length + 1);
        for (let k = 1; k < papers.length; k++)
          expect(ancestors(acyclic.graph, papers[k])[papers[k - 1]]).toBe(1);
      }),
    );
  });
});

describe("big counts", () => {
  test("2^600 as a share of 2^601", () => {
    const counts = bigCounts(2);
    addTo(counts, 0);
    for (let k = 0; k < 600; k++) addTo(counts, 0, counts, 0);
    addTo(counts, 1, counts, 0);
    addTo(counts, 1, counts, 0);
    const one = bigCounts(1);
    addTo(one, 0);
    const total = bigCounts(1);
    addTo(total, 0, counts, 1);
    expect(shareOf(counts, 0, one, 0, total)).toBe(0.5);
  });
});
