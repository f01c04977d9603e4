import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostSimilar } from "../../src/explain/similar.ts";
import { rowsOf } from "../sparse-rows.ts";

describe("mostSimilar", () => {
  test("papers in other words follow those that share words, before those on another subject", () => {
    // A chain of three (neighbours share one of two words, cosine .5) and three on another subject; two latent dimensions.
    const rows = rowsOf([
      [1, 1, 0, 0, 0, 0],
      [0, 1, 1, 0, 0, 0],
      [0, 0, 1, 1, 0, 0],
      [0, 0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1, 1],
    ]);
    const [first, second] = mostSimilar(rows, 0, 2);
    // .7 · .5 + .3 · 1 = .65, and .7 · 0 + .3 · 1 = .3.
    expect(first).toMatchObject({ paper: 1 });
    expect(first.cosine).toBeCloseTo(0.5, 6);
    expect(first.similarity).toBeCloseTo(0.65, 2);
    expect(second).toMatchObject({ paper: 2, cosine: 0 });
    expect(second.similarity).toBeCloseTo(0.3, 2);
  });

  test("two papers have no latent space: their terms alone count; one without terms is like none", () => {
    // 3/5 · 1 = .6
    const [only] = mostSimilar(rowsOf([[3, 4], [1, 0]]), 0, 5); // biome-ignore format: a matrix
    expect(only.similarity).toBeCloseTo(0.6, 6);
    expect(mostSimilar(rowsOf([[1], [0]]), 1, 5)).toEqual([]);
  });

  test("best first, never itself, between 0 and 1, the same from both sides", () => {
    const paper = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 20 }), (dense) => {
        const rows = rowsOf(dense);
        const found = mostSimilar(rows, 0, dense.length);
        for (const [at, { paper: other, similarity }] of found.entries()) {
          expect(other).not.toBe(0);
          expect(similarity > 0 && similarity <= 1).toBe(true);
          if (at > 0) expect(similarity).toBeLessThanOrEqual(found[at - 1].similarity);
          const back = mostSimilar(rows, other, dense.length).find((like) => like.paper === 0);
          expect(back?.similarity).toBeCloseTo(similarity, 6);
        }
      }),
      { numRuns: 40 },
    );
  });
});
