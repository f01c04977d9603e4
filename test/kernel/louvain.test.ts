import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import library from "graphology-communities-louvain";
import { describe, expect, test } from "vitest";
import { coarsen, type Graph, subgraph } from "../../src/kernel/graph.ts";
import { louvain } from "../../src/kernel/louvain.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import { automaticCount, findResolution } from "../../src/kernel/resolution.ts";
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

function real(graph: Graph): UndirectedGraph {
  const made = new UndirectedGraph();
  for (let i = 0; i + 1 < graph.start.length; i++) made.addNode(i);
  for (let i = 0; i + 1 < graph.start.length; i++)
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++)
      if (graph.neighbour[e] > i) made.addEdge(i, graph.neighbour[e], { weight: graph.weight[e] });
  return made;
}

describe("louvain()", () => {
  test("two triangles are two communities", () => {
    const { community, count } = louvain(twoTriangles, 1, 1);
    expect(count).toBe(2);
    expect(community[0]).toBe(community[2]);
    expect(community[3]).toBe(community[5]);
    expect(community[0]).not.toBe(community[3]);
  });

  test("without links every node stands alone", () => {
    expect(louvain(graphOf(3, []), 1, 1)).toMatchObject({ count: 3, community: Uint32Array.of(0, 1, 2) });
  });

  test.each([1, 2, 3])(
    "gives what graphology's Louvain gives: same count and modularity (seed %i)",
    (seed) => {
      const graph = planted(300, 6, seed);
      const ours = louvain(graph, 1, seed);
      const theirs = library.detailed(real(graph), { rng: seededRandom(seed, 0), resolution: 1 });
      expect(ours.count).toBe(theirs.count);
      const topic = Int32Array.from(ours.community);
      expect(modularityOf(graph, { topic, count: ours.count }, 1)).toBeCloseTo(theirs.modularity, 6);
    },
  );

  test("the levels are nested: nodes together at a finer level stay together", () => {
    const { levels } = louvain(planted(300, 6, 1), 1, 1);
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

test("automaticCount(): 1.5 √n, 3 to 18, four papers a topic or so", () => {
  expect([0, 1, 2, 3, 20, 144, 2500].map(automaticCount)).toEqual([0, 1, 1, 1, 5, 18, 18]);
});

test("findResolution() finds one that gives the wanted number", () => {
  const graph = planted(400, 8, 3);
  for (const wanted of [4, 8]) expect(findResolution(graph, wanted, 5, 1).count).toBe(wanted);
});

test("subgraph() keeps links among the nodes given, renumbered", () => {
  const part = subgraph(twoTriangles, Uint32Array.of(1, 2, 3), new Int32Array(6).fill(-1));
  expect([...part.start]).toEqual([0, 1, 3, 4]);
  expect([...part.neighbour]).toEqual([1, 0, 2, 1]);
});
