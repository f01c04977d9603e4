import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { affinityEdges, mergeEdges } from "../../src/edges/affinity.ts";
import { cosineKnn } from "../../src/edges/knn/knn.ts";
import { inProcess } from "../../src/kernel/executor.ts";
import { latentRows } from "../../src/kernel/lsa.ts";
import type { EdgeList } from "../../src/model/edges.ts";
import { listOf } from "../edge-list.ts";
import { rowsOf } from "../sparse-rows.ts";

const list = (...edges: readonly (readonly [number, number, number])[]) => listOf("keyword", edges);
const plain = ({ source, target, weight }: EdgeList) =>
  Array.from(source, (s, e) => [s, target[e], Number(weight[e].toFixed(2))]);

describe("affinityEdges", () => {
  test("a chain of papers is linked over one corner, by the latent cosine alone where no word is shared", async () => {
    // 0–1 and 1–2 share one of two words (cosine .5), 0 and 2 none. Six papers, two dimensions: the chain is one of them.
    const rows = rowsOf([
      [1, 1, 0, 0, 0, 0],
      [0, 1, 1, 0, 0, 0],
      [0, 0, 1, 1, 0, 0],
      [0, 0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1, 1],
    ]);
    const keyword = await cosineKnn(rows, "keyword", 2, inProcess());
    expect(plain(keyword)).toEqual([
      [0, 1, 0.5],
      [1, 2, 0.5],
      [3, 4, 1],
      [3, 5, 1],
      [4, 5, 1],
    ]);
    // .8 · .5 + .2 · 1 = .6 within the chain; (.8 · 0 + .2 · 1) · .65 = .13 over the corner.
    expect(plain(await affinityEdges(keyword, rows, latentRows(rows), 2, inProcess()))).toEqual([
      [0, 1, 0.6],
      [0, 2, 0.13],
      [1, 2, 0.6],
      [3, 4, 1],
      [3, 5, 1],
      [4, 5, 1],
    ]);
  });

  test("every keyword link stays; links are sorted, each once, between 0 and 1", async () => {
    const paper = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(paper, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (dense, k) => {
          const rows = rowsOf(dense);
          const keyword = await cosineKnn(rows, "keyword", k, inProcess());
          const found = await affinityEdges(keyword, rows, latentRows(rows), k, inProcess());
          const pairs = Array.from(found.source, (s, e) => s * 100 + found.target[e]);
          expect(pairs).toEqual([...new Set(pairs)].sort((a, b) => a - b));
          const kept = new Set(pairs);
          for (const [e, s] of keyword.source.entries())
            expect(kept.has(s * 100 + keyword.target[e])).toBe(true);
          for (const [e, w] of found.weight.entries()) {
            expect(found.source[e]).toBeLessThan(found.target[e]);
            expect(w).toBeGreaterThan(0);
            expect(w).toBeLessThanOrEqual(1.00001);
          }
        },
      ),
    );
  });
});

test("merged lists are sorted; a link of both keeps the first's weight", () => {
  const merged = mergeEdges(list([0, 1, 1], [2, 3, 1]), list([0, 1, 0.5], [0, 2, 0.5], [2, 4, 0.5]));
  expect(plain(merged)).toEqual([
    [0, 1, 1],
    [0, 2, 0.5],
    [2, 3, 1],
    [2, 4, 0.5],
  ]);
});
