import { expect, test } from "vitest";
import { columnOf, countsByTopic, levelOf, levelsOf, papersOf, wayTo } from "../../src/model/levels.ts";
import { deepMap, sampleMap } from "../sample-map.ts";

test("a map has a column of topics for each level, known after the first call", () => {
  const map = deepMap();
  expect(levelsOf(map).map((level) => [...level])).toEqual([
    [0, 0, 0, 0, 0, 1, -1],
    [2, 2, 2, 2, 3, -1, -1],
    [4, 4, 4, 5, -1, -1, -1],
    [6, 6, -1, -1, -1, -1, -1],
  ]);
  expect(levelsOf(map)).toBe(levelsOf({ ...map }));
});

test("a map whose sub-topics are whole has two levels", () => {
  expect(levelsOf(sampleMap())).toHaveLength(2);
});

test("a topic's level, its way from the top, its column and its papers", () => {
  const map = deepMap();
  expect([0, 3, 5, 6].map((id) => levelOf(map, id))).toEqual([0, 1, 2, 3]);
  expect(wayTo(map, 6)).toEqual([0, 2, 4, 6]);
  expect(columnOf(map, 5)[3]).toBe(5);
  expect([0, 2, 4, 6, 1].map((id) => papersOf(map, id))).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3],
    [0, 1, 2],
    [0, 1],
    [5],
  ]);
});

test("papers that count are counted on every level, as its columns say", () => {
  const map = deepMap();
  const { length } = map.topic;
  for (let bits = 0; bits < 1 << length; bits++) {
    const isOne = Uint8Array.from({ length }, (_, i) => (bits >> i) & 1);
    const plain = map.topics.map(({ id }) => papersOf(map, id).filter((paper) => isOne[paper] === 1).length);
    expect([...countsByTopic(map, isOne)]).toEqual(plain);
  }
});
