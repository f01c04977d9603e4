import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastTopics, logOddsRatio } from "../../src/explain/contrast.ts";
import { lackingWorks } from "../../src/explain/lacking.ts";
import { comparableValues, sidesOf } from "../../src/explain/sides.ts";
import { tellingTerms } from "../../src/explain/tell-apart.ts";
import { symmetric } from "../../src/kernel/graph.ts";
import { labelField, listField } from "../../src/model/field-columns.ts";
import type { Topic } from "../../src/model/topic.ts";
import { listOf } from "../edge-list.ts";
import { rowsOf } from "../sparse-rows.ts";

const papers = [0, 1, 2, 3, 4];
/** Paper 2 is in both files, paper 4 in neither. */
const group = listField({ name: "group" }, 5, {
  papers: [0, 1, 2, 3],
  values: [["mine"], ["mine"], ["mine", "field"], ["field"]],
});

test("sides: the papers with a value against those with another, or against all that have other values only", () => {
  const of = (first: string, second?: string) => {
    const sides = sidesOf(group, 5, first, second);
    return [sides.first, sides.second].map((side) => papers.filter((i) => side[i] === 1));
  };
  expect(of("mine", "field")).toEqual([
    [0, 1, 2],
    [2, 3],
  ]);
  // 2 has "mine" as well, 4 has no value.
  expect(of("mine")).toEqual([[0, 1, 2], [3]]);
  expect(of("nobody", "field")).toEqual([[], [2, 3]]);
  expect(comparableValues(group)).toEqual([
    { value: "mine", papers: 3 },
    { value: "field", papers: 2 },
  ]);
});

test("log-odds ratio with halves: 3 of 10 papers against 1 of 20", () => {
  const { logOdds, low, high } = logOddsRatio(3, 10, 1, 20);
  // ln((3.5 · 19.5) / (7.5 · 1.5)) = ln(6.0667) = 1.8028
  expect(logOdds).toBeCloseTo(1.8028, 3);
  // √(1/3.5 + 1/7.5 + 1/1.5 + 1/19.5) = √1.1370 = 1.0663; 1.96 times that is 2.0899
  expect([low, high].map((end) => end - logOdds)).toEqual([
    expect.closeTo(-2.0899, 3),
    expect.closeTo(2.0899, 3),
  ]);
});

test("nothing on a side, or nothing at all, still has a ratio and an interval", () => {
  // ln((0.5 · 4.5) / (4.5 · 0.5)) = 0
  expect(logOddsRatio(0, 4, 0, 4).logOdds).toBe(0);
  expect(Number.isFinite(logOddsRatio(0, 0, 7, 7).low)).toBe(true);
});

test("who swaps the sides swaps the sign and the ends of the interval", () => {
  const part = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, rest]) => [a, a + rest] as const);
  fc.assert(
    fc.property(part, part, ([a, n], [c, m]) => {
      const [one, other] = [logOddsRatio(a, n, c, m), logOddsRatio(c, m, a, n)];
      expect(one.logOdds + other.logOdds).toBe(0);
      expect(one.low).toBeCloseTo(-other.high, 10);
      expect(one.low).toBeLessThan(one.high);
    }),
  );
});

const topicsOf = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id })) as unknown as readonly Topic[];

test("topics come from what the first side has more of to what only the second has; topics of neither are left out", () => {
  // Topic 0: papers 0, 1; topic 1: 2; topic 2: 3; topic 3: 4, which has no group.
  const map = { topic: Int32Array.of(0, 0, 1, 2, 3), topics: topicsOf(4) };
  const found = contrastTopics(map, sidesOf(group, 5, "mine", "field"));
  expect(found.map(({ topic, first, second }) => [topic, first, second])).toEqual([
    [0, 2, 0],
    [1, 1, 1],
    [2, 0, 1],
  ]);
});

test("a term that one side uses more tells it apart, a term of all does not; the weaker of terms within each other is left out", () => {
  // Columns: data, deep, deep learning, graph.
  const rows = rowsOf([
    [1, 1, 1, 0],
    [1, 1, 1, 0],
    [1, 1, 0, 0],
    [1, 0, 0, 1],
    [1, 0, 0, 1],
    [1, 0, 0, 1],
  ]);
  const names = ["data", "deep", "deep learning", "graph"];
  const matrix = { rows, surface: names, key: names, common: new Uint8Array(4) };
  const sides = { first: Uint8Array.of(1, 1, 1, 0, 0, 0), second: Uint8Array.of(0, 0, 0, 1, 1, 1) };
  const { first, second } = tellingTerms(matrix, sides, 5);
  expect(first.map(({ term, first: a, second: b }) => [term, a, b])).toEqual([["deep", 3, 0]]);
  // Of 6 terms that each paper of the second side has, "data" is half; of 8 of the first, three eighths.
  expect(second.map(({ term }) => term)).toEqual(["graph", "data"]);
  // y = 3 and 0, n = 8 and 6, a = 0.3, A = 1.4: δ = ln(3.3/6.1) − ln(0.3/7.1) = 2.5498; √(1/3.3 + 1/0.3) = 1.9069
  expect(first[0].z).toBeCloseTo(2.5498 / 1.9069, 3);
  expect(tellingTerms({ ...matrix, common: Uint8Array.of(1, 0, 0, 0) }, sides, 5).second).toHaveLength(1);
});

test("terms of swapped sides are swapped, whatever they are called", () => {
  const name = fc.constantFrom("__proto__", "constructor", "a", "b c", "<b>", "");
  const paper = fc.tuple(fc.array(fc.constantFrom(0, 1), { minLength: 4, maxLength: 4 }), fc.boolean());
  fc.assert(
    fc.property(
      fc.array(paper, { minLength: 1, maxLength: 12 }),
      fc.array(name, { minLength: 4, maxLength: 4 }),
      (dense, names) => {
        const rows = rowsOf(dense.map(([row]) => row));
        const matrix = { rows, surface: names, key: names, common: new Uint8Array(4) };
        const side = (wanted: boolean) => Uint8Array.from(dense, ([, is]) => (is === wanted ? 1 : 0));
        const [one, other] = [true, false].map((is) =>
          tellingTerms(matrix, { first: side(is), second: side(!is) }, 4),
        );
        expect(one.first.map(({ term, z }) => [term, z])).toEqual(
          other.second.map(({ term, z }) => [term, -z]),
        );
      },
    ),
  );
});

test("works that mine lacks: nearest is the one most of whose links lead to mine, with the strongest of them and who cites it", () => {
  const lists = [
    listOf("keyword", [
      [0, 3, 0.5],
      [1, 3, 1],
      [3, 4, 0.5],
      [0, 4, 0.25],
      [2, 4, 9],
    ]),
    listOf("citation", [
      [0, 3, 1],
      [1, 3, 1],
      [4, 3, 1],
    ]),
  ];
  const sides = { first: Uint8Array.of(1, 1, 1, 0, 0), second: Uint8Array.of(0, 0, 1, 1, 1) };
  const found = lackingWorks(symmetric([lists[0]], 5), lists, sides, 9);
  // Paper 4: (0.25 + 9) of 9.75. Paper 3: (0.5 + 1) of 2. Paper 2 is in both, so that it is not lacking.
  expect(found).toEqual([
    { paper: 4, share: 9.25 / 9.75, links: 2, nearest: 2, citedBy: 0 },
    { paper: 3, share: 0.75, links: 2, nearest: 1, citedBy: 2 },
  ]);
});

test("values called like members of objects are values", () => {
  const field = labelField({ name: "constructor" }, "category", 2, {
    papers: [0, 1],
    values: ["__proto__", "constructor"],
  });
  expect(comparableValues(field)).toHaveLength(2);
  expect(sidesOf(field, 2, "__proto__", "constructor")).toEqual({
    first: Uint8Array.of(1, 0),
    second: Uint8Array.of(0, 1),
  });
});
