import { expect, test } from "vitest";
import { seededRandom } from "../../src/kernel/random.ts";
import { descend, type Schedule, type Springs } from "../../src/layout/descent.ts";

const SCHEDULE: Schedule = { epochs: 60, far: 1, near: 2, reach: 10, push: 10, longest: 1 };

/** Papers in groups of ten, each linked to the next five of its group; they begin anywhere in a square. */
function groupsOfTen(groups: number) {
  const n = groups * 10;
  const random = seededRandom(7);
  const x = Float32Array.from({ length: n }, () => 10 * random());
  const y = Float32Array.from({ length: n }, () => 10 * random());
  const ends = Array.from({ length: n }, (_, i) =>
    [1, 2, 3, 4, 5].map((step) => [i, (i % 10) + step] as const),
  )
    .flat()
    .map(([i, to]) => [i, Math.floor(i / 10) * 10 + (to % 10)] as const);
  const springs: Springs = {
    source: Uint32Array.from(ends, ([from]) => from),
    target: Uint32Array.from(ends, ([, to]) => to),
    pull: new Float32Array(ends.length).fill(0.5),
  };
  return { n, x, y, springs };
}

/** Mean distance of two papers of one group over that of any two. */
function tightness(n: number, x: Float32Array, y: Float32Array): number {
  let [within, all, pairs, every] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const d = Math.hypot(x[i] - x[j], y[i] - y[j]);
      all += d;
      every++;
      if (Math.floor(i / 10) !== Math.floor(j / 10)) continue;
      within += d;
      pairs++;
    }
  return within / pairs / (all / every);
}

test("linked papers come together, whatever part of the pushes comes from nearby", () => {
  for (const [far, near] of [
    [3, 0],
    [1, 2],
    [2, 2],
  ]) {
    const { n, x, y, springs } = groupsOfTen(12);
    expect(tightness(n, x, y)).toBeGreaterThan(0.9);
    descend(x, y, springs, { ...SCHEDULE, far, near }, 1);
    expect(tightness(n, x, y)).toBeLessThan(0.3);
  }
});

test("papers stay who they are although they are sorted along a curve meanwhile: the same seed gives the same places, each paper its own", () => {
  const one = groupsOfTen(5);
  const two = groupsOfTen(5);
  descend(one.x, one.y, one.springs, SCHEDULE, 3);
  descend(two.x, two.y, two.springs, SCHEDULE, 3);
  expect(one.x).toEqual(two.x);
  expect(one.y).toEqual(two.y);
  const other = groupsOfTen(5);
  descend(other.x, other.y, other.springs, SCHEDULE, 4);
  expect(other.x).not.toEqual(one.x);
});

test("without pushes the ends of a link meet, and a paper without links stays where it is", () => {
  const x = Float32Array.of(0, 3, 100);
  const y = Float32Array.of(0, 0, 0);
  const springs = { source: Uint32Array.of(0), target: Uint32Array.of(1), pull: Float32Array.of(1) };
  descend(x, y, springs, { ...SCHEDULE, epochs: 100, far: 1, near: 0, reach: 0, push: 0 }, 1);
  expect(x[2]).toBe(100);
  expect(Math.abs(x[0] - x[1])).toBeLessThan(0.01);
});
