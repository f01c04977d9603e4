import { beforeAll, describe, expect, test } from "vitest";
import type { TopicMap } from "../../src/model/map.ts";
import { type Answers, createAnswers } from "../../src/worker/page-understand.ts";
import { createRegrouping } from "../../src/worker/regroup.ts";
import { createSession } from "../../src/worker/session.ts";
import { ownSource } from "../web/cited.ts";

describe("answers about one map", () => {
  const session = createSession();
  let map: TopicMap;
  let answers: Answers;
  beforeAll(async () => {
    await session.read([ownSource()]);
    map = await session.build({ topics: 4 });
    answers = createAnswers(map, () => session.evidence());
  });
  const regroup = (finer: number, weights = map.parameters.weights) =>
    createRegrouping(map, session.evidence())({ finer, weights });

  test("finer: more topics; every paper in one of them, sizes and moved papers counted", () => {
    const made = regroup(3);
    expect(made.topics.length).toBeGreaterThan(4);
    expect(made.topics.reduce((sum, { size }) => sum + size, 0)).toBe(60);
    for (const { id, size } of made.topics) expect(made.topic.filter((t) => t === id)).toHaveLength(size);
    expect(made.moved).toBeGreaterThan(0);
    expect(made.links).toEqual({ came: 0, went: 0, shifted: 0 });
  });

  test("a topic that goes on keeps its name and colour; new ones have other names and no colour yet", () => {
    for (const finer of [0.8, 1, 2, 4]) {
      const { topics, topic } = regroup(finer);
      expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
      for (const old of map.topics.filter(({ parent }) => parent === undefined)) {
        const before = new Set([...map.topic.keys()].filter((i) => map.topic[i] === old.id));
        const same = topics.find(({ id }) => {
          const now = [...topic.keys()].filter((i) => topic[i] === id);
          const both = now.filter((i) => before.has(i)).length;
          return both / (before.size + now.length - both) > 0.5;
        });
        if (same) expect(same).toMatchObject({ name: old.name, color: old.color });
      }
    }
  });

  test("another mix says which links came and went", () => {
    const { links } = regroup(1, { ...map.parameters.weights, citation: 0, coupling: 0 });
    expect(links.went).toBeGreaterThan(0);
    expect(links.came).toBe(0);
  });

  test("the same call gives the same topics", () => expect(regroup(2)).toEqual(regroup(2)));

  test("a bridge's links lead into both topics, its papers by the weaker of the two", () => {
    const { papers, links, count } = answers.bridges(0, 1, 3);
    expect(count).toBeGreaterThanOrEqual(links.length);
    for (const { to } of papers) expect(to.map((i) => map.topic[i])).toEqual([0, 1]);
    for (const { from, to } of links) expect([map.topic[from], map.topic[to]].sort()).toEqual([0, 1]);
    expect(links.map(({ weight }) => weight)).toEqual(
      links.map(({ weight }) => weight).sort((a, b) => b - a),
    );
  });

  test("citations between unlike texts are as unlike as their evidence says", () => {
    const pairs = answers.dissimilar(0.2);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { a, b, similarity } of pairs.slice(0, 5)) {
      expect(similarity).toBeLessThanOrEqual(0.2);
      expect(session.why(a, b).cosine).toBeCloseTo(similarity, 10);
    }
  });

  test("reasons follow the topics that are shown", () => {
    const made = answers.regroup({ finer: 4, weights: map.parameters.weights });
    answers.show({ ...map, ...made, topics: map.topics });
    expect(answers.topicReason(7)?.topic).toBe(made.topic[7]);
    answers.show(map);
    expect(answers.topicReason(7)?.topic).toBe(map.topic[7]);
  });
});

test("a map that is worked out anew keeps its tour and its corrections", async () => {
  const session = createSession();
  await session.read([ownSource()]);
  const map = await session.build({ topics: 4 });
  session.open({ ...map, tour: [{ title: "First stop" }], edits: [{ type: "unknown" }] });
  const again = await session.build({ topics: 6 });
  expect(again.topics.filter(({ parent }) => parent === undefined)).toHaveLength(6);
  expect(again).toMatchObject({ tour: [{ title: "First stop" }], edits: [{ type: "unknown" }] });
});
