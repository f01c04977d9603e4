import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseInput, denseKernel } from "../../src/edges/knn/dense.ts";
import { dotProducts } from "../../src/edges/knn/dot-products.ts";
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

/** The product of two rows in 32-bit numbers, added up as SIMD does: every fourth number by itself, then those in pairs. */
function inLanes(a: Float32Array, b: Float32Array): number {
  const lane = new Float32Array(4);
  for (let t = 0; t < a.length; t++) lane[t % 4] += Math.fround(a[t] * b[t]);
  return Math.fround(Math.fround(lane[0] + lane[1]) + Math.fround(lane[2] + lane[3]));
}

describe("products of dense rows", () => {
  test("WebAssembly gives what JavaScript gives, bit by bit, for any number of rows and dimensions", () => {
    const number = fc.float({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.array(number, { minLength: 11, maxLength: 200 }),
        (dims, all) => {
          const value = Float32Array.from(all.slice(0, all.length - (all.length % dims)));
          const rows = Uint32Array.from({ length: value.length / dims }, (_, i) => i);
          const row = (i: number) => value.subarray(i * dims, (i + 1) * dims);
          const products = dotProducts({ dims, value });
          // Whatever was held before.
          products.hold(rows);
          for (const some of [rows.slice(1).reverse(), rows.slice(0, 3)]) {
            products.hold(some);
            expect([...products.with(0)]).toEqual(Array.from(some, (i) => inLanes(row(0), row(i))));
          }
        },
      ),
    );
  });

  test("the modules of WebAssembly are those of their sources", () => {
    execFileSync(process.execPath, ["src/build/assembly.mjs", "--check"], { stdio: "pipe" });
  });
});

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
          const cosine = (i: number, j: number) =>
            inLanes(value.subarray(i * dims, (i + 1) * dims), value.subarray(j * dims, (j + 1) * dims));
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
