import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidateKernel } from "../../src/edges/knn/candidates.ts";
import { exactKernel } from "../../src/edges/knn/exact.ts";
import { candidateInput, cosineKnn, exactInput } from "../../src/edges/knn/knn.ts";
import { NO_NEIGHBOUR } from "../../src/edges/knn/output.ts";
import { inProcess } from "../../src/kernel/executor.ts";
import { byFrequency, transpose } from "../../src/kernel/rows.ts";
import { rowsOf } from "../sparse-rows.ts";

const edgesOf = async (dense: number[][], k: number) => {
  const { source, target, weight } = await cosineKnn(rowsOf(dense), "keyword", k, inProcess());
  return Array.from(source, (s, e) => [s, target[e], Number(weight[e].toFixed(5))]);
};

describe("cosineKnn", () => {
  test("three papers, one nearest neighbour each: union keeps a link that one side chose", async () => {
    // cos(0,1) = 3/5 · 1 = .6, cos(1,2) = 0, cos(0,2) = 4/5 · 1 = .8; 0 chooses 2, 1 chooses 0, 2 chooses 0.
    const dense = [
      [3, 4],
      [1, 0],
      [0, 1],
    ];
    expect(await edgesOf(dense, 1)).toEqual([
      [0, 1, 0.6],
      [0, 2, 0.8],
    ]);
  });

  test("ties go to the lower paper: four equal papers with k = 1", async () => {
    expect(await edgesOf([[1], [1], [1], [1]], 1)).toEqual([
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
    ]);
  });

  test("papers without terms have no links", async () => {
    expect(await edgesOf([[0], [1], [1]], 3)).toEqual([[1, 2, 1]]);
    expect(await edgesOf([], 3)).toEqual([]);
  });

  const denseRows = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 30,
  });

  test("the same as trying every pair", async () => {
    await fc.assert(
      fc.asyncProperty(denseRows, fc.integer({ min: 1, max: 5 }), async (dense, k) => {
        const rows = rowsOf(dense);
        const cosine = (i: number, j: number) => {
          let sum = 0;
          for (let c = 0; c < rows.width; c++) {
            const at = (r: number) => rows.column.subarray(rows.start[r], rows.start[r + 1]).indexOf(c);
            if (at(i) >= 0 && at(j) >= 0)
              sum += rows.value[rows.start[i] + at(i)] * rows.value[rows.start[j] + at(j)];
          }
          return sum;
        };
        const nearest = dense.map((_, i) =>
          dense
            .map((_, j) => j)
            .filter((j) => j !== i && cosine(i, j) > 0)
            .map((j) => ({ j, score: cosine(i, j) }))
            .sort((a, b) => b.score - a.score || a.j - b.j),
        );
        const got = new Set((await edgesOf(dense, k)).map(([a, b]) => `${a} ${b}`));
        for (const [i, list] of nearest.entries()) {
          // Cosines that differ in the last bit only may be taken in either order: the k-th score decides.
          const least = list[Math.min(k, list.length) - 1]?.score ?? 1;
          for (const { j, score } of list)
            if (score > least + 1e-6) expect(got).toContain(i < j ? `${i} ${j}` : `${j} ${i}`);
        }
        const chosen = nearest.flatMap((list, i) => list.slice(0, k).map(({ score }) => ({ i, score })));
        for (const pair of got) {
          const [a, b] = pair.split(" ").map(Number);
          const reach = (i: number) => Math.min(1, ...chosen.filter((x) => x.i === i).map((x) => x.score));
          expect(cosine(a, b)).toBeGreaterThanOrEqual(Math.min(reach(a), reach(b)) - 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("candidates are all neighbours while every list fits the budget", () => {
    fc.assert(
      fc.property(denseRows, fc.integer({ min: 1, max: 5 }), (dense, k) => {
        const rows = rowsOf(dense);
        const all = { from: 0, to: dense.length };
        const input = { ...candidateInput(rows, k), budget: 1000, candidates: 30 };
        // Which rows, and the cosines to the last bit.
        expect(candidateKernel.run(input, all)).toEqual(exactKernel.run(exactInput(rows, k), all));
      }),
      { numRuns: 100 },
    );
  });

  test("whatever the budget, the cosines of candidates are exact and no row is its own neighbour", () => {
    fc.assert(
      fc.property(
        denseRows,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 3, max: 6 }),
        (dense, budget, candidates) => {
          const rows = rowsOf(dense);
          const found = candidateKernel.run(
            { ...candidateInput(rows, 3), budget, candidates },
            { from: 0, to: dense.length },
          );
          const unit = dense.map((row) =>
            row.map((v) => v / Math.sqrt(row.reduce((sum, x) => sum + x * x, 0))),
          );
          for (const [at, j] of found.neighbour.entries()) {
            if (j === NO_NEIGHBOUR) continue;
            const i = Math.floor(at / 3);
            expect(j).not.toBe(i);
            expect(found.weight[at]).toBeCloseTo(
              unit[i].reduce((sum, v, c) => sum + v * unit[j][c], 0),
              5,
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("a neighbour that shares frequent columns alone is missed where the budget ends before them", () => {
    // Column 0 stands in all four rows, column 1 in rows 0 and 1: a budget of 2 postings reaches column 1 only.
    const rows = rowsOf([
      [5, 1, 0],
      [5, 1, 0],
      [5, 0, 2],
      [5, 0, 2],
    ]);
    const search = (budget: number) =>
      candidateKernel.run({ ...candidateInput(rows, 2), budget, candidates: 4 }, { from: 0, to: 1 });
    expect([...search(2).neighbour]).toEqual([1, NO_NEIGHBOUR]);
    // cos(0, 2) = 25 / (√26 · √29) = .910
    expect([...search(6).neighbour]).toEqual([1, 2]);
    expect(search(6).weight[1]).toBeCloseTo(0.9104, 4);
    // A list longer than the budget is read from its beginning: row 3 has column 2 with row 2, then nothing.
    expect([
      ...candidateKernel.run({ ...candidateInput(rows, 1), budget: 1, candidates: 4 }, { from: 3, to: 4 })
        .neighbour,
    ]).toEqual([2]);
  });
});

test("byFrequency renames columns by descending frequency and keeps rows sorted", () => {
  const { rows, lists } = byFrequency(
    rowsOf([
      [0, 1, 1],
      [0, 0, 1],
      [1, 0, 1],
    ]),
  );
  expect([...rows.column]).toEqual([0, 2, 0, 0, 1]);
  expect(lists).toEqual(transpose(rows));
});
