import fc from "fast-check";
import { expect, test } from "vitest";
import { createTopK } from "../../src/kernel/topk.ts";

test("createTopK keeps the best k, higher score first, ties to the lower row, as sorting all would", () => {
  const scores = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 8 }), (given, k) => {
      const best = createTopK(k);
      for (const [row, score] of given.entries()) best.add(row, score);
      const all = given
        .map((score, row) => ({ row, score }))
        .sort((a, b) => b.score - a.score || a.row - b.row);
      expect([...best.row.subarray(0, best.size())]).toEqual(all.slice(0, k).map(({ row }) => row));
      expect(best.least()).toBe(given.length < k ? -1 : all[k - 1].score);
    }),
  );
});
