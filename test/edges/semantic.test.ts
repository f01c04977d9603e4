import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseInput, denseKernel } from "../../src/edges/knn/dense.ts";
import { NO_NEIGHBOUR } from "../../src/edges/knn/output.ts";
import { semanticEdges } from "../../src/edges/semantic.ts";
import { inProcess } from "../../src/kernel/executor.ts";
import type { Embedding } from "../../src/kernel/lsa.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import { listOf } from "../edge-list.ts";

/** Rows at unit length. */
function unit(rows: readonly (readonly number[])[]): Embedding {
  const dims = rows[0]?.length ?? 0;
  const value = rows.flatMap((row) => {
    const norm = Math.hypot(...row);
    return row.map((v) => (norm > 0 ? v / norm : 0));
  });
  return { dims, value: Float32Array.from(value) };
}
const named = (of: Embedding) => ({ name: "v.npy", dimensions: of.dims, sha256: "0", of });
const edgesOf = async (rows: readonly (readonly number[])[], k: number) => {
  const { source, target, weight } = await semanticEdges(named(unit(rows)), k, inProcess());
  return Array.from(source, (s, e) => [s, target[e], Number(weight[e].toFixed(5))]);
};

describe("semantic edges", () => {
  test("four papers, one nearest neighbour each: what is opposed is not alike, and no row has no links", async () => {
    // cos(0,1) = (3·4 + 4·3) / (5·5) = .96, cos(0,2) = −1, cos(1,2) = −.96; the last paper has no vector.
    const rows = [
      [3, 4],
      [4, 3],
      [-3, -4],
      [0, 0],
    ];
    expect(await edgesOf(rows, 1)).toEqual([[0, 1, 0.96]]);
  });

  test("ties go to the lower paper", async () => {
    const same = Array.from({ length: 6 }, () => [0.1, 0.2, 0.3]);
    expect((await edgesOf(same, 1)).map(([a, b]) => [a, b])).toEqual([1, 2, 3, 4, 5].map((b) => [0, b]));
  });

  test("a saved map has no vectors: its links are taken as they are", async () => {
    const of = listOf("semantic", [[0, 2, 0.5]]);
    expect(await semanticEdges({ ...named(unit([])), of }, 3, inProcess())).toBe(of);
  });

  test("without vectors there are none", async () => {
    expect((await semanticEdges(undefined, 3, inProcess())).source).toHaveLength(0);
  });

  const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 });
  test("the same as trying every pair", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (rows, k) => {
          const { dims, value } = unit(rows);
          const cosine = (i: number, j: number) => {
            let sum = 0;
            for (let t = 0; t < dims; t++) sum += value[i * dims + t] * value[j * dims + t];
            return Math.fround(sum);
          };
          const expected = new Set<string>();
          for (const i of rows.keys())
            for (const j of [...rows.keys()]
              .filter((other) => other !== i && cosine(i, other) > 0)
              .sort((a, b) => cosine(i, b) - cosine(i, a) || a - b)
              .slice(0, k))
              expected.add(`${Math.min(i, j)} ${Math.max(i, j)}`);
          const found = (await edgesOf(rows, k)).map(([a, b]) => `${a} ${b}`);
          expect(new Set(found)).toEqual(expected);
        },
      ),
    );
  });

  test("in cells, too, nearly all of the nearest are found, with the same cosines", () => {
    // 40 groups of 30 rows around centres of their own.
    const random = seededRandom(7);
    const point = () => Array.from({ length: 12 }, () => random() - 0.5);
    const rows = Array.from({ length: 40 }, point).flatMap((centre) =>
      Array.from({ length: 30 }, () => point().map((v, t) => centre[t] + v / 2)),
    );
    const block = { from: 0, to: rows.length };
    const exact = denseKernel.run(denseInput(unit(rows), 5), block);
    const input = denseInput(unit(rows), 5, 100);
    expect(input.pivot).toHaveLength(35); // √1,200, rounded up
    const nearly = denseKernel.run(input, block);
    let same = 0;
    for (const [at, j] of exact.neighbour.entries()) {
      const slot = nearly.neighbour.subarray(at - (at % 5), at - (at % 5) + 5).indexOf(j);
      if (slot < 0) continue;
      same++;
      expect(nearly.weight[at - (at % 5) + slot]).toBe(exact.weight[at]);
    }
    expect(nearly.neighbour).not.toContain(NO_NEIGHBOUR);
    expect(same / exact.neighbour.length).toBeGreaterThan(0.95);
  });
});
