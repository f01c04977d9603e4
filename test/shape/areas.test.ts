import { expect, test } from "vitest";
import type { TopicMap } from "../../src/model/map.ts";
import { applyEdits } from "../../src/shape/apply.ts";
import { carryOver } from "../../src/shape/carry.ts";
import { areaMap, deepMap } from "../sample-map.ts";

const areasBy = (map: TopicMap) =>
  Object.fromEntries(map.topics.filter(({ parent }) => parent === undefined).map((t) => [t.name, t.area]));

test("a topic made by hand is in the area of most of its papers", () => {
  const topics = [{ name: "New", papers: ["hash:3", "hash:4", "hash:5"] }];
  expect(areasBy(applyEdits(areaMap(), [{ type: "group", topics }]))).toEqual({
    Graphs: "Discrete mathematics",
    New: "Discrete mathematics",
  });
});

/** The map as if it were made anew: topics that are found again, in areas of other names. */
const anew = (areas: readonly string[]): TopicMap => {
  const map = areaMap();
  return {
    ...map,
    topics: map.topics.map((topic) => (topic.id < 2 ? { ...topic, area: areas[topic.id] } : topic)),
  };
};

test("topics that an earlier map has stay in its areas", () => {
  expect(areasBy(carryOver(anew(["Numbers", "Charts"]), areaMap()))).toEqual(areasBy(areaMap()));
});

test("a new topic joins the area of the topics that it was found with", () => {
  // Of the earlier map, only the paper of "Maps" is known.
  const map = areaMap();
  const before = { ...map, papers: map.papers.map((p, i) => (i < 5 ? { ...p, identity: `other:${i}` } : p)) };
  expect(areasBy(carryOver(anew(["Charts", "Charts"]), before))).toEqual({
    Graphs: "Geography",
    Maps: "Geography",
  });
  expect(areasBy(carryOver(anew(["Numbers", "Charts"]), before))).toEqual({
    Graphs: "Numbers",
    Maps: "Geography",
  });
});

test("an earlier map without areas leaves those that are found; an area that speaks of an edit is named anew", () => {
  const map = anew(["Numbers", "Charts"]);
  expect(areasBy(carryOver(map, deepMap()))).toEqual(areasBy(map));
  expect(areasBy(carryOver(map, areaMap(), (name) => name === "Geography"))).toEqual({
    Graphs: "Discrete mathematics",
    Maps: "Charts",
  });
});
