import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/kernel/random.ts";
import { moveToCentroids } from "../../src/topics/centroids.ts";
import { moveByLikelihood } from "../../src/topics/likelihood.ts";
import { rowsOf } from "../sparse-rows.ts";
import { graphOf, planted, plantedRows } from "./graphs.ts";

describe("moveByLikelihood", () => {
  test("a paper's own words do not hold it where it is", async () => {
    // Paper 2 is alone with its word in topic 0: to the centroid of that topic it is as near (1/√2, by itself) as to
    // topic 1, where papers 3 and 4 use the word; left out of its own counts it has nothing to do with topic 0.
    const rows = rowsOf([
      [1, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    const none = graphOf(4, []);
    const topic = Int32Array.of(0, 0, 1, 1);
    expect([...moveToCentroids(none, rows, topic, 2, 3)]).toEqual([0, 0, 1, 1]);
    expect([...(await moveByLikelihood(none, rows, topic, 2, 1))]).toEqual([0, 1, 1, 1]);
  });

  test("links decide between topics of the same words", async () => {
    // Paper 4 stands in topic 0 and has all its links in topic 1; the others have two of three or all in their own.
    const rows = rowsOf([[1], [1], [1], [1], [1], [1]]);
    const graph = graphOf(6, [
      [0, 1, 1],
      [2, 3, 1],
      [2, 4, 1],
      [2, 5, 1],
      [3, 4, 1],
      [3, 5, 1],
      [4, 5, 1],
    ]);
    const topic = Int32Array.of(0, 0, 1, 1, 0, 1);
    expect([...(await moveByLikelihood(graph, rows, topic, 2, 1))]).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test("finds the planted topics again after a fifth of the papers were moved, in any number of topics", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 0, max: 99 }),
        async (blocks, seed) => {
          const n = blocks * 20;
          const random = seededRandom(seed, 0);
          const topic = Int32Array.from({ length: n }, (_, i) =>
            random() < 0.2 ? Math.floor(random() * blocks) : i % blocks,
          );
          const [graph, rows] = [planted(n, blocks, seed), plantedRows(n, blocks, seed)];
          const moved = await moveByLikelihood(graph, rows, topic, blocks, 3);
          const right = moved.reduce((sum, t, i) => sum + (t === i % blocks ? 1 : 0), 0);
          expect(right / n).toBeGreaterThan(0.97);
        },
      ),
      { numRuns: 10 },
    );
  });

  test("papers without a topic or without words stay; one topic, or no paper, is no problem", async () => {
    const rows = rowsOf([
      [1, 0],
      [1, 0],
      [0, 0],
      [0, 1],
      [0, 1],
    ]);
    const topic = Int32Array.of(0, -1, 1, 1, 1);
    const moved = await moveByLikelihood(graphOf(5, []), rows, topic, 2, 3);
    expect([moved[1], moved[2]]).toEqual([-1, 1]);
    expect([...topic]).toEqual([0, -1, 1, 1, 1]);
    expect(await moveByLikelihood(graphOf(0, []), rowsOf([]), new Int32Array(0), 2, 3)).toHaveLength(0);
    const one = Int32Array.of(0, 0, 0, 0, 0);
    expect([...(await moveByLikelihood(graphOf(5, []), rows, one, 1, 3))]).toEqual([0, 0, 0, 0, 0]);
  });
});
