import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { log } from "../../src/kernel/numeric.ts";
import { burstsOf } from "../../src/time/bursts.ts";

describe("Kleinberg's bursts over batches", () => {
  test("2 of 10 papers a year, then 6, then 2: one burst, of the strength that the states' costs differ by", () => {
    // p₀ = 12 / 50 = .24, p₁ = .48. In column 2 state 1 saves 6 ln(.48 / .24) + 4 ln(.52 / .76), to begin it costs ln 5.
    const [one, ...others] = burstsOf([1, 1, 8, 1, 1], [10, 10, 10, 10, 10]);
    expect(others).toEqual([]);
    expect([one.from, one.to]).toEqual([2, 2]);
    expect(one.strength).toBeCloseTo(8 * Math.log(2) + 2 * Math.log(0.52 / 0.76), 5); // 4.786
  });

  test("what begins it must be saved by it: at a cost of 3 ln 5 = 4.83 it is none", () => {
    expect(burstsOf([1, 1, 8, 1, 1], [10, 10, 10, 10, 10], { cost: 2.9 })).toHaveLength(1); // 4.67
    expect(burstsOf([1, 1, 8, 1, 1], [10, 10, 10, 10, 10], { cost: 3 })).toEqual([]);
  });

  test("an even rate, nothing at all, one year: no burst", () => {
    expect(burstsOf([2, 2, 2], [10, 10, 10])).toEqual([]);
    expect(burstsOf([0, 0, 0], [10, 10, 10])).toEqual([]);
    expect(burstsOf([5], [10])).toEqual([]);
    expect(burstsOf([10, 10], [10, 10])).toEqual([]);
  });

  test("years without papers are bridged by a burst", () => {
    expect(burstsOf([0, 8, 0, 8, 0, 0, 0, 0], [20, 20, 0, 20, 20, 20, 20, 20]).map(({ from, to }) => [from, to])).toEqual([[1, 3]]); // biome-ignore format: a row
  });

  test("no other states are cheaper: all 2ⁿ of them are tried", () => {
    const batch = fc.nat(12).chain((all) => fc.tuple(fc.nat(all), fc.constant(all)));
    fc.assert(
      fc.property(fc.array(batch, { minLength: 2, maxLength: 7 }), (batches) => {
        const [relevant, all] = [batches.map(([r]) => r), batches.map(([, d]) => d)];
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        const p0 = sum(relevant) / Math.max(1, sum(all));
        fc.pre(p0 > 0 && p0 < 0.5);
        const cost = (state: number, t: number) => {
          const p = p0 * (state + 1);
          return -(relevant[t] * log(p) + (all[t] - relevant[t]) * log(1 - p));
        };
        const whole = (states: readonly number[]) =>
          sum(states.map((s, t) => cost(s, t) + (s > (states[t - 1] ?? 0) ? log(all.length) : 0)));
        const every = Array.from({ length: 2 ** all.length }, (_, bits) =>
          all.map((_d, t) => (bits >> t) & 1),
        );
        const best = Math.min(...every.map(whole));
        const found = burstsOf(relevant, all);
        const states = all.map((_, t) => (found.some(({ from, to }) => from <= t && t <= to) ? 1 : 0));
        expect(whole(states)).toBeLessThan(best + 1e-4);
      }),
      { numRuns: 200 },
    );
  });
});
