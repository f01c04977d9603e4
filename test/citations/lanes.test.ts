import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationGraph } from "../../src/citations/graph.ts";
import { citationLanes } from "../../src/citations/lanes.ts";
import { listOf } from "../edge-list.ts";

const graphOf = (papers: number, pairs: readonly (readonly [number, number])[]) =>
  citationGraph([listOf("citation", pairs)], papers, { mentions: false });

describe("citationLanes", () => {
  // 1 and 2 cite 0, 3 cites 1; 4 stands alone; topics 1, 0, 1, 1, 0.
  const graph = graphOf(5, [
    [1, 0],
    [2, 0],
    [3, 1],
  ]);
  const topic = Int32Array.of(1, 0, 1, 1, 0);
  const options = { topic, order: [1, 0], time: [2000, 2002, 2002, 2003, 2001], aspect: 1.6 };
  const lanes = citationLanes(graph, options);

  test("columns are the years from the first to the last, in order, each with its papers", () => {
    expect(lanes.columns.map(({ time }) => time)).toEqual([2000, 2001, 2002, 2003]);
    for (const i of [0, 1, 2, 3]) {
      const column = lanes.columns.find(({ time }) => time === options.time[i]);
      expect(lanes.x[i]).toBeGreaterThan(column?.from ?? Number.NaN);
      expect(lanes.x[i]).toBeLessThan(column?.to ?? Number.NaN);
    }
  });

  test("lanes are the topics in the order given; papers stand in theirs", () => {
    expect(lanes.lanes.map((lane) => lane.topic)).toEqual([1, 0]);
    expect(lanes.y[0]).toBeLessThan(lanes.y[1]);
    expect(lanes.y[2]).toBeLessThan(lanes.lanes[0].to);
  });

  test("papers that neither cite nor are cited are not drawn", () => {
    expect([...lanes.shown]).toEqual([1, 1, 1, 1, 0]);
  });

  test("papers without a year stand first", () => {
    const some = citationLanes(graph, { ...options, time: [2000, undefined, 2002, 2003, 2001] });
    expect(some.columns[0].time).toBeUndefined();
    expect(some.x[1]).toBeLessThan(some.x[0]);
  });

  test("nothing to draw", () => {
    expect(
      citationLanes(graphOf(2, []), { topic: Int32Array.of(0, 0), order: [0], time: [1, 2], aspect: 1 }),
    ).toMatchObject({
      columns: [],
      lanes: [],
      width: 0,
      height: 0,
    });
  });

  test("any graph: no two papers in one place, each within its column and lane", () => {
    const any = fc.record({
      pairs: fc.uniqueArray(fc.tuple(fc.nat(19), fc.nat(19)), {
        maxLength: 60,
        selector: ([a, b]) => a * 20 + b,
      }),
      years: fc.array(fc.option(fc.integer({ min: 1990, max: 1993 }), { nil: undefined }), {
        minLength: 20,
        maxLength: 20,
      }),
      topics: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 20, maxLength: 20 }),
      aspect: fc.constantFrom(0.5, 1.6, 3),
    });
    fc.assert(
      fc.property(any, ({ pairs, years, topics, aspect }) => {
        const given = graphOf(20, pairs);
        const made = citationLanes(given, {
          topic: Int32Array.from(topics),
          order: [2, 0, 1],
          time: years,
          aspect,
        });
        const places = new Set<string>();
        for (let i = 0; i < 20; i++) {
          if (made.shown[i] === 0) continue;
          places.add(`${made.x[i]} ${made.y[i]}`);
          const column = made.columns.find(({ time }) => time === years[i]);
          const lane = made.lanes.find((l) => l.topic === topics[i]);
          expect(made.x[i] > (column?.from ?? 1e9) && made.x[i] < (column?.to ?? -1)).toBe(true);
          expect(made.y[i] > (lane?.from ?? 1e9) && made.y[i] < (lane?.to ?? -1)).toBe(true);
        }
        expect(places.size).toBe(made.shown.reduce((sum, bit) => sum + bit, 0));
      }),
    );
  });
});

test("room for names at the top of lanes holds no paper", () => {
  const graph = graphOf(3, [
    [1, 0],
    [2, 0],
  ]);
  const options = { topic: Int32Array.of(0, 1, 0), order: [0, 1], time: [2000, 2001, 2002], aspect: 1 };
  const lanes = citationLanes(graph, { ...options, head: 2 });
  const laneOf = (i: number) => lanes.lanes.find(({ topic }) => topic === options.topic[i]);
  for (const i of [0, 1, 2]) expect(lanes.y[i] - (laneOf(i)?.from ?? Number.NaN)).toBeGreaterThan(2);
  // Two lanes of one row, each with 1.6 between lanes and 2 above.
  expect(lanes.height).toBeCloseTo(2 * (1 + 1.6 + 2), 12);
});
