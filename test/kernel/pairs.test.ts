import fc from "fast-check";
import { expect, test } from "vitest";
import { PairSketch } from "../../src/kernel/pairs.ts";

test("a sketch of pairs says no only of what has not come so often", () => {
  const pair = fc.tuple(fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(pair), fc.integer({ min: 1, max: 4 }), (pairs, times) => {
      const sketch = new PairSketch(pairs.length);
      for (const [a, b] of pairs) sketch.add(a, b);
      for (const [a, b] of pairs)
        if (pairs.filter(([c, d]) => c === a && d === b).length >= times)
          expect(sketch.mayReach(a, b, times)).toBe(true);
    }),
  );
  const sketch = new PairSketch(1000);
  for (let n = 0; n < 300; n++) sketch.add(3, 4);
  expect(sketch.mayReach(3, 4, 300)).toBe(true);
  expect(sketch.mayReach(4, 3, 1)).toBe(false);
});
