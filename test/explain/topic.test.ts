import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainTopic } from "../../src/explain/topic.ts";
import type { Graph } from "../../src/kernel/graph.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";

/** Dense rows as sparse ones, each scaled to unit length. */
function rowsOf(dense: readonly (readonly number[])[]): SparseRows {
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of dense) {
    const length = Math.hypot(...row) || 1;
    for (const [c, v] of row.entries())
      if (v !== 0) {
        column.push(c);
        value.push(v / length);
      }
    start.push(column.length);
  }
  return {
    start: Uint32Array.from(start),
    column: Uint32Array.from(column),
    value: Float32Array.from(value),
    width: dense[0]?.length ?? 0,
  };
}

const NO_LINKS: Graph = {
  start: new Uint32Array(6),
  neighbour: new Uint32Array(0),
  weight: new Float32Array(0),
};
const surface = ["graph", "node", "protein"];

// Papers 0, 1, 2 in topic 0 (graphs), 3 in topic 1 (proteins), 4 in none.
const topic = Int32Array.of(0, 0, 0, 1, -1);
const runnerUp = Int32Array.of(1, 1, 1, 0, -1);
const rows = rowsOf([
  [3, 0, 4],
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 1],
]);

describe("explainTopic", () => {
  test("terms by what they say for the topic against the next best", () => {
    // Sum of topic 0: (.6 + 1, 1, .8), length √(2.56 + 1 + .64) = √4.2; topic 1 is (0, 0, 1).
    const reason = explainTopic({ topic, runnerUp }, { rows, surface }, NO_LINKS, 0);
    const length = Math.sqrt(4.2);
    expect(reason).toMatchObject({ topic: 0, rival: 1 });
    expect(reason?.terms).toHaveLength(1);
    expect(reason?.terms[0].term).toBe("graph");
    expect(reason?.terms[0].here).toBeCloseTo((0.6 * 1.6) / length, 6);
    expect(reason?.against[0].term).toBe("protein");
    expect(reason?.against[0].here).toBeCloseTo((0.8 * 0.8) / length, 6);
    expect(reason?.against[0].there).toBeCloseTo(0.8, 6);
    expect(reason?.fit).toBeCloseTo((0.6 * 1.6 + 0.8 * 0.8) / length, 6);
    expect(reason?.rivalFit).toBeCloseTo(0.8, 6);
  });

  test("neighbours with their share of the paper's links, here and elsewhere", () => {
    // 0 is linked to 1 (weight 1), 2 (2), 3 (4) and 4 (1): 8 in all.
    const graph: Graph = {
      start: Uint32Array.of(0, 4, 5, 6, 7, 8),
      neighbour: Uint32Array.of(1, 2, 3, 4, 0, 0, 0, 0),
      weight: Float32Array.of(1, 2, 4, 1, 1, 2, 4, 1),
    };
    expect(explainTopic({ topic, runnerUp }, { rows, surface }, graph, 0)).toMatchObject({
      neighbours: [
        { paper: 2, topic: 0, share: 0.25 },
        { paper: 1, topic: 0, share: 0.125 },
      ],
      elsewhere: [
        { paper: 3, topic: 1, share: 0.5 },
        { paper: 4, topic: -1, share: 0.125 },
      ],
      inside: 0.375,
      toRival: 0.5,
    });
  });

  test("a paper without a topic has no reason to be in one; one without a rival has nothing against", () => {
    expect(explainTopic({ topic, runnerUp }, { rows, surface }, NO_LINKS, 4)).toBeUndefined();
    const alone = explainTopic(
      { topic, runnerUp: Int32Array.of(-1, -1, -1, -1, -1) },
      { rows, surface },
      NO_LINKS,
      3,
    );
    expect(alone).toMatchObject({ rival: -1, rivalFit: 0, against: [], fit: 1 });
  });

  test("the terms' parts sum to the two fits, whatever the rows", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 5, maxLength: 5 }), (dense) => {
        const surface = ["a", "b", "c", "d", "e"];
        const reason = explainTopic({ topic, runnerUp }, { rows: rowsOf(dense), surface }, NO_LINKS, 0);
        const all = [...(reason?.terms ?? []), ...(reason?.against ?? [])];
        // A term that pulls both ways alike is in neither list: only the difference is complete.
        const difference = all.reduce((sum, { here, there }) => sum + here - there, 0);
        expect(difference).toBeCloseTo((reason?.fit ?? 0) - (reason?.rivalFit ?? 0), 6);
      }),
    );
  });
});
