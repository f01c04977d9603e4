import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extent } from "../../src/kernel/columns.ts";
import { layOut, nodeSizes } from "../../src/layout/layout.ts";
import { nearestDistances, removeOverlaps } from "../../src/layout/overlap.ts";
import { piecesOf } from "../../src/layout/pieces.ts";
import { NO_TOPIC } from "../../src/model/topic.ts";
import { outsidePatches } from "../quality/patches.ts";
import { graphOf, planted } from "../topics/graphs.ts";

const distance = (p: { x: Float32Array; y: Float32Array }, i: number, j: number) =>
  Math.hypot(p.x[i] - p.x[j], p.y[i] - p.y[j]);

/** The topics of planted(n, count): paper i is in block i mod count. */
const blocks = (n: number, count: number) => Int32Array.from({ length: n }, (_, i) => i % count);

/** The plain way: every pair. */
function nearestByPairs(x: Float32Array, y: Float32Array): number[] {
  return Array.from(x, (_, i) =>
    Math.min(...Array.from(x, (_, j) => (i === j ? Number.POSITIVE_INFINITY : distance({ x, y }, i, j)))),
  );
}

describe("layOut()", () => {
  test.each([0, 1, 2, 3, 20])("%i papers without links: everyone has a place, no two the same", async (n) => {
    const places = await layOut(graphOf(n, []), new Int32Array(n).fill(NO_TOPIC), { seed: 1 });
    expect(places.x).toHaveLength(n);
    expect([...places.x, ...places.y].every(Number.isFinite)).toBe(true);
    if (n > 1) expect(Math.min(...nearestByPairs(places.x, places.y))).toBeGreaterThan(0.3);
  });

  test("two linked papers stand apart", async () => {
    const places = await layOut(graphOf(2, [[0, 1, 1]]), Int32Array.of(0, 0), { seed: 1 });
    expect(distance(places, 0, 1)).toBeCloseTo(1, 3);
  });

  test("papers of one planted topic lie nearer to each other than to others", async () => {
    const places = await layOut(planted(240, 6, 1), blocks(240, 6), { seed: 1 });
    let [within, across, pairs] = [0, 0, 0];
    for (let i = 0; i < 240; i++)
      for (let k = 1; k < 6; k++) {
        within += distance(places, i, (i + 6 * k) % 240);
        across += distance(places, i, (i + 6 * k + 3) % 240);
        pairs++;
      }
    expect(within / pairs).toBeLessThan(0.6 * (across / pairs));
  });

  test("topics that nothing but their links tells apart stand as one patch each", async () => {
    // Six blocks in which everyone is linked at random, each cut into two topics: links within and across count alike.
    const topic = Int32Array.from({ length: 240 }, (_, i) => (i % 6) * 2 + (i < 120 ? 0 : 1));
    const places = await layOut(planted(240, 6, 1), topic, { seed: 1 });
    expect(outsidePatches({ ...places, topic })).toBeLessThan(0.15);
  });

  test("the unit is the median distance to the nearest neighbour; the map is wider than high", async () => {
    const { x, y } = await layOut(planted(240, 6, 1), blocks(240, 6), { seed: 1 });
    const sorted = nearestByPairs(x, y).sort((a, b) => a - b);
    expect(sorted[120]).toBeCloseTo(1, 3);
    const [left, right] = extent(x);
    const [top, bottom] = extent(y);
    expect((right - left) / (bottom - top)).toBeGreaterThan(1);
    expect((right - left) / (bottom - top)).toBeLessThan(2);
  });

  test("papers without links and small pieces stay near the map", async () => {
    const base = planted(200, 4, 1);
    const start = Uint32Array.from({ length: 211 }, (_, i) => base.start[Math.min(i, 200)]);
    const topic = Int32Array.from({ length: 210 }, (_, i) => (i < 200 ? i % 4 : NO_TOPIC));
    const { x, y } = await layOut({ ...base, start }, topic, { seed: 1 });
    const [left, right] = extent(x.slice(0, 200));
    const [top, bottom] = extent(y.slice(0, 200));
    for (let i = 200; i < 210; i++) {
      expect(x[i]).toBeGreaterThan(left - (right - left) / 2);
      expect(x[i]).toBeLessThan(right + (right - left) / 2);
      expect(y[i]).toBeGreaterThan(top - (bottom - top) / 2);
      expect(y[i]).toBeLessThan(bottom + (bottom - top) / 2);
    }
  });

  test("the same links and seed give the same places", async () => {
    const graph = planted(120, 4, 2);
    expect(await layOut(graph, blocks(120, 4), { seed: 3 })).toEqual(
      await layOut(graph, blocks(120, 4), { seed: 3 }),
    );
  });
});

test("nodeSizes(): no two discs overlap, and more links make a larger disc", async () => {
  const graph = planted(240, 6, 1);
  const places = await layOut(graph, blocks(240, 6), { seed: 1 });
  const size = nodeSizes(graph, places);
  for (let i = 0; i < 240; i++)
    for (let j = i + 1; j < 240; j++) expect(size[i] + size[j]).toBeLessThan(distance(places, i, j));
  expect(Math.max(...size)).toBeGreaterThan(Math.min(...size));
});

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
  minLength: 2,
  maxLength: 80,
});

test("nearestDistances() gives what comparing every pair gives", () => {
  fc.assert(
    fc.property(points, (all) => {
      const [x, y] = [Float32Array.from(all, (p) => p[0]), Float32Array.from(all, (p) => p[1])];
      const plain = nearestByPairs(x, y);
      for (const [i, d] of nearestDistances(x, y).entries()) expect(d).toBeCloseTo(plain[i], 4);
    }),
  );
});

test("removeOverlaps() leaves no two nearer than asked, coincident ones included", () => {
  fc.assert(
    fc.property(points, (all) => {
      const [x, y] = [Float32Array.from(all, (p) => p[0]), Float32Array.from(all, (p) => p[1])];
      if (removeOverlaps(x, y, 1, 500)) expect(Math.min(...nearestByPairs(x, y))).toBeGreaterThan(0.999);
      else expect.fail("500 rounds were not enough");
    }),
    { numRuns: 60 },
  );
});

test("piecesOf() finds what is connected", () => {
  const { piece, members } = piecesOf(
    graphOf(5, [
      [0, 2, 1],
      [3, 4, 1],
    ]),
  );
  expect([...piece]).toEqual([0, 1, 0, 2, 2]);
  expect(members).toEqual([[0, 2], [1], [3, 4]]);
});
