import { describe, expect, test } from "vitest";
import { levelsOf, papersOf } from "../../src/model/levels.ts";
import type { Edit, TopicMap } from "../../src/model/map.ts";
import { applyEdits } from "../../src/shape/apply.ts";
import { referTo } from "../../src/shape/topic-ref.ts";
import { deepMap } from "../sample-map.ts";

const edited = (edit: (map: TopicMap) => Edit) => {
  const map = deepMap();
  return applyEdits(map, [edit(map)]);
};
const named = (map: TopicMap, name: string) => map.topics.findIndex((topic) => topic.name === name);
const papersIn = (map: TopicMap, name: string) => papersOf(map, named(map, name));

describe("corrections of parts of sub-topics", () => {
  test("a part is renamed where it is found by its papers, not the part around it", () => {
    const map = edited((before) => ({ type: "rename", topic: referTo(before, 6), name: "Piles" }));
    expect(map.topics.map(({ name }) => name)).toEqual([
      "Graphs",
      "Maps",
      "Trees",
      "Cycles",
      "Binary trees",
      "Tries",
      "Piles",
    ]);
  });

  test("parts of one sub-topic merge", () => {
    const map = edited((before) => ({ type: "merge", topics: [referTo(before, 4), referTo(before, 5)] }));
    expect(papersIn(map, "Binary trees")).toEqual([0, 1, 2, 3]);
    expect(papersIn(map, "Heaps")).toEqual([0, 1]);
    expect(named(map, "Tries")).toBe(-1);
  });

  test("a paper that goes to another topic leaves all parts of its own", () => {
    const map = edited((before) => ({ type: "move", papers: ["hash:0"], to: referTo(before, 1) }));
    expect(papersIn(map, "Heaps")).toEqual([1]);
    expect(papersIn(map, "Trees")).toEqual([1, 2, 3]);
    expect(levelsOf(map).map((level) => level[0])).toEqual([named(map, "Maps"), -1, -1, -1]);
  });

  test("a paper that goes into a part is in all that is above it", () => {
    const map = edited((before) => ({ type: "move", papers: ["hash:5"], to: referTo(before, 6) }));
    expect(
      ["Graphs", "Trees", "Binary trees", "Heaps"].map((name) => papersIn(map, name).includes(5)),
    ).toEqual([true, true, true, true]);
    // "Maps" had no other paper.
    expect(named(map, "Maps")).toBe(-1);
    expect(map.topics[named(map, "Heaps")].size).toBe(3);
  });

  test("merged sub-topics keep their parts", () => {
    const map = edited((before) => ({ type: "merge", topics: [referTo(before, 3), referTo(before, 2)] }));
    expect(papersIn(map, "Cycles")).toEqual([0, 1, 2, 3, 4]);
    expect(map.topics[named(map, "Tries")].parent).toBe(named(map, "Cycles"));
    expect(papersIn(map, "Tries")).toEqual([3]);
  });

  test("parts have the colour of their sub-topic, whatever it becomes", () => {
    const map = edited((before) => ({ type: "recolour", topic: referTo(before, 0), color: "#951522" }));
    const colour = (name: string) => map.topics[named(map, name)].color;
    expect(colour("Trees")).not.toBe(deepMap().topics[2].color);
    expect([colour("Binary trees"), colour("Tries"), colour("Heaps")]).toEqual(
      Array(3).fill(colour("Trees")),
    );
  });
});
