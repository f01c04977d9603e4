import { describe, expect, test } from "vitest";
import { areaCount, findAreas } from "../../src/topics/areas.ts";
import { groupTopics } from "../../src/topics/groups.ts";
import { graphOf } from "./graphs.ts";

test("three topics an area, 12 to 18 areas; 25 topics and fewer need none", () => {
  expect([3, 25, 26, 43, 80, 300].map(areaCount)).toEqual([0, 0, 12, 14, 18, 18]);
});

/** 26 topics of two linked papers each: topics t and t + 12 are tied, and 24 and 25 to topics 0 and 1. */
function tiedTopics() {
  const links: [number, number, number][] = [];
  for (let t = 0; t < 26; t++) {
    links.push([2 * t, 2 * t + 1, 1]);
    if (t >= 12) links.push([2 * (t % 12), 2 * t, 0.5]);
    // All stand in a ring, more loosely.
    if (t > 0) links.push([2 * t - 1, 2 * t, 0.05]);
  }
  const division = { topic: Int32Array.from({ length: 52 }, (_, i) => i >> 1), count: 26 };
  return { graph: graphOf(52, links), division };
}

describe("areas are topics that have most to do with each other", () => {
  const { graph, division } = tiedTopics();
  const area = [...findAreas(graph, division)];

  test("26 topics come in the 12 areas whose topics are tied, numbered by their first topics", () => {
    expect(area).toEqual(Array.from({ length: 26 }, (_, t) => t % 12));
  });

  test("colours follow them: the groups of a map with areas are its areas", () => {
    expect([...groupTopics(graph, division)]).toEqual(area);
  });

  test("topics without any tie still come in as many", () => {
    const lone = graphOf(
      52,
      Array.from({ length: 26 }, (_, t) => [2 * t, 2 * t + 1, 1] as const),
    );
    expect(new Set(findAreas(lone, division)).size).toBe(12);
  });
});
