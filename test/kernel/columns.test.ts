import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupBy, grown, median, membersOf, prefixSum } from "../../src/kernel/columns.ts";
import { symmetric } from "../../src/kernel/graph.ts";
import { normalisedRows, RowBuilder, rowsFromPairs, transpose } from "../../src/kernel/rows.ts";
import { rowsOf } from "../sparse-rows.ts";

test("prefixSum(): counts 2, 0, 1 are rows 0–2, 2–2, 2–3", () => {
  expect([...prefixSum(Uint32Array.of(0, 2, 0, 1))]).toEqual([0, 2, 2, 3]);
});

test("groupBy() lists items by group; −1 is in none", () => {
  const { start, item } = groupBy(Int32Array.of(1, 0, -1, 1), 2);
  expect([...start]).toEqual([0, 1, 3]);
  expect([...item]).toEqual([1, 0, 3]);
});

test("membersOf() takes groups from several columns", () => {
  expect(membersOf([Int32Array.of(0, 1, -1), Int32Array.of(2, -1, 2)], 4)).toEqual([[0], [1], [0, 2], []]);
});

test("grown() doubles, or makes as much room as is asked for", () => {
  expect([...grown(Uint32Array.of(7, 8))]).toEqual([7, 8, 0, 0]);
  expect(grown(Float32Array.of(1), 5)).toEqual(Float32Array.of(1, 0, 0, 0, 0));
});

test("median(): the middle one, of an even number the mean of the middle two", () => {
  expect([median([]), median([3]), median([9, 1, 2]), median([4, 1, 3, 2])]).toEqual([0, 3, 2, 2.5]);
});

describe("sparse rows", () => {
  test("transpose() of rows { 0: 1 2, 1: 2 } is { 1: 0, 2: 0 1 }", () => {
    const turned = transpose(
      rowsOf([
        [0, 0.6, 0.8],
        [0, 0, 1],
      ]),
    );
    expect([...turned.start]).toEqual([0, 0, 1, 3]);
    expect([...turned.column]).toEqual([0, 0, 1]);
    expect([...turned.value]).toEqual([0.6, 0.8, 1].map(Math.fround));
  });

  test("rowsFromPairs() sorts columns, and keeps repeats in their order", () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 40 });
    fc.assert(
      fc.property(pairs, (given) => {
        const value = Float32Array.from(given, (_, p) => p + 1);
        const column = (side: 0 | 1) => Uint32Array.from(given, (pair) => pair[side]);
        const rows = rowsFromPairs(column(0), column(1), value, 5, 7);
        const expected = given
          .map(([row, c], p) => [row, c, p + 1])
          .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        const found = expected.map((_, at) => {
          const row = rows.start.findIndex((s, r) => s <= at && at < rows.start[r + 1]);
          return [row, rows.column[at], rows.value[at]];
        });
        expect(found).toEqual(expected);
      }),
    );
  });

  test("RowBuilder: more entries than it had room for; sorted() puts columns in order", () => {
    const builder = new RowBuilder(2, 0, 40);
    for (let c = 39; c >= 0; c--) builder.push(c, c);
    builder.endRow(0);
    builder.endRow(1);
    const { start, column } = builder.sorted();
    expect([...start]).toEqual([0, 40, 40]);
    expect([...column]).toEqual(Array.from({ length: 40 }, (_, c) => c));
  });

  test("normalisedRows(): a column of all rows weighs ln(4/4) + 1 = 1, one of two ln(4/3) + 1 = 1.288, one of one nothing", () => {
    const rows = { start: Uint32Array.of(0, 2, 4, 6), column: Uint32Array.of(0, 1, 0, 1, 0, 2), width: 3 };
    const { start, column, value } = normalisedRows(rows);
    expect([...start]).toEqual([0, 2, 4, 5]);
    expect([...column]).toEqual([0, 1, 0, 1, 0]);
    // 1 / √(1² + 1.288²) = .6133 and 1.288 / √(1² + 1.288²) = .7898
    for (const [at, wanted] of [0.6133, 0.7898, 0.6133, 0.7898, 1].entries())
      expect(value[at]).toBeCloseTo(wanted, 3);
  });
});

test("symmetric(): every link from both ends, neighbours ascending; parallel links add up", () => {
  const list = (source: number[], target: number[], weight: number[]) => ({
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: Float32Array.from(weight),
  });
  const graph = symmetric([list([0, 0], [2, 1], [0.5, 0.25]), list([2], [0], [1])], 3);
  expect([...graph.start]).toEqual([0, 2, 3, 4]);
  expect([...graph.neighbour]).toEqual([1, 2, 0, 0]);
  expect([...graph.weight]).toEqual([0.25, 1.5, 0.25, 1.5]);
});
