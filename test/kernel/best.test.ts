import fc from "fast-check";
import { expect, test } from "vitest";
import { createBest } from "../../src/kernel/best.ts";

test("the best few are those that sorting puts first, of equals the lower item", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 5 }), (scores, most) => {
      const best = createBest(most);
      for (const [item, score] of scores.entries()) best.add(item, score);
      const sorted = [...scores.keys()].sort((a, b) => scores[b] - scores[a] || a - b).slice(0, most);
      expect(best.items).toEqual(sorted);
      expect(best.scores).toEqual(sorted.map((item) => scores[item]));
    }),
  );
});
