import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latentCosine, latentRows } from "../../src/kernel/lsa.ts";
import { rowsOf } from "../sparse-rows.ts";

const cosine = (a: readonly number[], b: readonly number[]) => {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, i) => sum + v * y[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

describe("latentRows", () => {
  test("papers on one subject come together though they share no word", () => {
    // car–engine, engine–motor and motor–vehicle papers, and three on flowers: six papers, so two dimensions.
    const latent = latentRows(
      rowsOf([
        [1, 1, 0, 0, 0, 0],
        [0, 1, 1, 0, 0, 0],
        [0, 0, 1, 1, 0, 0],
        [0, 0, 0, 0, 1, 1],
        [0, 0, 0, 0, 1, 1],
        [0, 0, 0, 0, 1, 1],
      ]),
    );
    expect(latent.dims).toBe(2);
    expect(latentCosine(latent, 0, 2)).toBeCloseTo(1, 1);
    expect(Math.abs(latentCosine(latent, 0, 3))).toBeLessThan(0.05);
    expect(latentCosine(latent, 3, 4)).toBeCloseTo(1, 1);
  });

  test("nothing is lost where the rows have no more dimensions than the embedding: the cosines are the same", () => {
    const base = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 });
    const mix = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(base, base, fc.array(mix, { minLength: 6, maxLength: 20 }), (a, b, mixes) => {
        const dense = mixes.map(([p, q]) => a.map((v, c) => p * v + q * b[c]));
        const latent = latentRows(rowsOf(dense));
        for (let i = 0; i < dense.length; i++)
          for (let j = 0; j < dense.length; j++) {
            const empty = dense[i].every((v) => v === 0) || dense[j].every((v) => v === 0);
            expect(latentCosine(latent, i, j)).toBeCloseTo(empty ? 0 : cosine(dense[i], dense[j]), 3);
          }
      }),
      { numRuns: 30 },
    );
  });

  test("it is the best subspace: no less of the rows is kept than by the exact singular values", () => {
    // Six rows in three groups of 3, 2 and 1 equal papers: singular values √3, √2, 1, of which two fit.
    const dense = [[1, 0, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]]; // biome-ignore format: a matrix
    const { value } = latentRows(rowsOf(dense));
    const norm = (i: number) => Math.sqrt(value[2 * i] * value[2 * i] + value[2 * i + 1] * value[2 * i + 1]);
    expect([0, 1, 2, 3, 4].map((i) => norm(i).toFixed(5))).toEqual(Array(5).fill("1.00000"));
    expect(Math.abs(latentCosine(latentRows(rowsOf(dense)), 0, 3))).toBeLessThan(0.01);
  });

  test("two papers, or none, have no latent space", () => {
    expect(latentRows(rowsOf([[1], [1]])).dims).toBe(0);
    expect(latentRows(rowsOf([])).dims).toBe(0);
    expect(latentCosine(latentRows(rowsOf([[1], [1]])), 0, 1)).toBe(0);
  });
});
