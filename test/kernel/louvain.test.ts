import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import library from "graphology-communities-louvain";
import { describe, expect, test } from "vitest";
import { columnLouvain } from "../../src/kernel/column-louvain.ts";
import { coarsen, type Graph, nodeCount, subgraph } from "../../src/kernel/graph.ts";
import { graphologyLouvain, graphologyView } from "../../src/kernel/graphology.ts";
import { countOf, louvain, MOST_GRAPHOLOGY } from "../../src/kernel/louvain.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import { automaticCount, findResolution } from "../../src/kernel/resolution.ts";
import { STREAMS } from "../../src/kernel/streams.ts";
import { modularityOf } from "../../src/topics/certainty.ts";
import { graphOf, planted } from "../topics/graphs.ts";

/** Two triangles joined by one weak link. */
const twoTriangles = graphOf(6, [
  [0, 1, 1],
  [0, 2, 1],
  [1, 2, 1],
  [3, 4, 1],
  [3, 5, 1],
  [4, 5, 1],
  [2, 3, 0.1],
]);

/** The same as a graphology graph, nodes and links in the order in which the view has them. */
function real(graph: Graph): UndirectedGraph {
  const made = new UndirectedGraph();
  for (let i = 0; i < nodeCount(graph); i++) made.addNode(i);
  for (let i = 0; i < nodeCount(graph); i++) {
    if (graph.loop && graph.loop[i] > 0) made.addEdge(i, i, { weight: graph.loop[i] });
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++)
      if (graph.neighbour[e] > i) made.addEdge(i, graph.neighbour[e], { weight: graph.weight[e] });
  }
  return made;
}

const modularity = (graph: Graph, levels: readonly Uint32Array[], resolution: number) => {
  const community = levels[levels.length - 1];
  return modularityOf(graph, { topic: Int32Array.from(community), count: countOf(community) }, resolution);
};

describe("louvain()", () => {
  test("two triangles are two communities", () => {
    const { community, count } = louvain(twoTriangles, 1, 1, 0);
    expect(count).toBe(2);
    expect([...community]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test("without links every node stands alone", () => {
    expect(louvain(graphOf(3, []), 1, 1, 0)).toMatchObject({ count: 3, community: Uint32Array.of(0, 1, 2) });
    expect(louvain(graphOf(0, []), 1, 1, 0)).toMatchObject({ count: 0, levels: [new Uint32Array(0)] });
  });

  test("what Louvain makes of the view of our columns is what it makes of a real graph", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.boolean(), (seed, coarse) => {
        const whole = planted(120, 6, seed);
        const graph = coarse
          ? coarsen(
              whole,
              whole.start.slice(0, -1).map((_, i) => i >> 1),
              60,
            )
          : whole;
        const view = library.detailed(graphologyView(graph), { rng: seededRandom(seed), resolution: 1.5 });
        const made = library.detailed(real(graph), { rng: seededRandom(seed), resolution: 1.5 });
        expect(view).toEqual(made);
        expect(made.count).toBeGreaterThan(1);
      }),
      { numRuns: 20 },
    );
  });

  test("graphology's and our own come to the same modularity within .005, at any resolution", () => {
    for (const [n, blocks] of [
      [300, 6],
      [2000, 20],
    ])
      for (const resolution of [0.5, 1, 2]) {
        const graph = planted(n, blocks, 7);
        const mean = (run: typeof columnLouvain) =>
          [1, 2, 3, 4, 5].reduce(
            (sum, seed) =>
              sum + modularity(graph, run(graph, resolution, seededRandom(seed)), resolution) / 5,
            0,
          );
        expect(Math.abs(mean(columnLouvain) - mean(graphologyLouvain))).toBeLessThan(0.005);
      }
  });

  test("up to MOST_GRAPHOLOGY nodes are graphology's, more are our own", () => {
    for (const more of [0, 1]) {
      const n = MOST_GRAPHOLOGY + more;
      const path = graphOf(
        n,
        Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1] as const),
      );
      const run = more === 0 ? graphologyLouvain : columnLouvain;
      expect(louvain(path, 1, 3, 5).levels).toEqual(run(path, 1, seededRandom(3, 5)));
    }
  });

  test("the levels are nested: nodes together at a finer level stay together", () => {
    const { levels } = louvain(planted(300, 6, 1), 1, 1, 0);
    for (let l = 1; l < levels.length; l++) {
      const above = new Map<number, number>();
      for (const [i, fine] of levels[l - 1].entries()) {
        if (!above.has(fine)) above.set(fine, levels[l][i]);
        expect(levels[l][i]).toBe(above.get(fine));
      }
    }
  });
});

describe("coarsen()", () => {
  test("sums links between communities and keeps those within as loops", () => {
    const { start, neighbour, weight, loop } = coarsen(twoTriangles, Uint32Array.of(0, 0, 0, 1, 1, 1), 2);
    expect([...start]).toEqual([0, 1, 2]);
    expect([...neighbour]).toEqual([1, 0]);
    expect(weight[0]).toBeCloseTo(0.1);
    expect([...loop]).toEqual([3, 3]);
  });

  test("keeps the total weight, whatever the communities", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 60, maxLength: 60 }), (groups) => {
        const graph = planted(60, 3, 5);
        const small = coarsen(graph, Uint32Array.from(groups), 5);
        const total = (all: ArrayLike<number>) => Array.from(all).reduce((a, b) => a + b, 0);
        expect(total(small.weight) + 2 * total(small.loop)).toBeCloseTo(total(graph.weight), 3);
      }),
      { numRuns: 30 },
    );
  });
});

test("automaticCount(): 1.5 √n, 3 to 18, four papers a topic or so; of many papers 18 (n / 2500)^¼", () => {
  // 40,000 / 2,500 = 16, and the fourth root of 16 is 2.
  expect([10_000, 40_000].map(automaticCount)).toEqual([25, 36]);
  expect([0, 1, 2, 3, 20, 144, 2500].map(automaticCount)).toEqual([0, 1, 1, 1, 5, 18, 18]);
});

test("findResolution() finds one that gives the wanted number", () => {
  const graph = planted(400, 8, 3);
  for (const wanted of [4, 8]) {
    const resolution = findResolution(graph, wanted, 5, 1);
    const { community } = louvain(graph, resolution, 1, 0);
    const size = [...community].reduce(
      (sizes, c) => sizes.set(c, (sizes.get(c) ?? 0) + 1),
      new Map<number, number>(),
    );
    expect([...size.values()].filter((s) => s >= 5).length).toBe(wanted);
  }
});

test("every use of random numbers has streams of its own", () => {
  const first = Object.values(STREAMS);
  expect(new Set(first).size).toBe(first.length);
  expect(first.every((stream) => stream % 100 === 0)).toBe(true);
});

test("subgraph() keeps links among the nodes given, renumbered", () => {
  const part = subgraph(twoTriangles, Uint32Array.of(1, 2, 3), new Int32Array(6).fill(-1));
  expect([...part.start]).toEqual([0, 1, 3, 4]);
  expect([...part.neighbour]).toEqual([1, 0, 2, 1]);
});
