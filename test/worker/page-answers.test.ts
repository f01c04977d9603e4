import { beforeAll, describe, expect, test } from "vitest";
import { explainTopic } from "../../src/explain/topic.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { bridges, dissimilar } from "../../src/worker/page-understand.ts";
import { createSession } from "../../src/worker/session.ts";
import { ownSource } from "../web/cited.ts";

describe("answers about one map", () => {
  const session = createSession();
  let map: TopicMap;
  beforeAll(async () => {
    await session.read([ownSource()]);
    map = await session.build({ topics: 4 });
  });

  test("a bridge's links lead into both topics, its papers by the weaker of the two", () => {
    const { papers, links, count } = bridges(map, map.topic, 0, 1, 3);
    expect(count).toBeGreaterThanOrEqual(links.length);
    for (const { to } of papers) expect(to.map((i) => map.topic[i])).toEqual([0, 1]);
    for (const { from, to } of links) expect([map.topic[from], map.topic[to]].sort()).toEqual([0, 1]);
    expect(links.map(({ weight }) => weight)).toEqual(
      links.map(({ weight }) => weight).sort((a, b) => b - a),
    );
  });

  test("citations between unlike texts are as unlike as their evidence says", () => {
    const pairs = dissimilar(map, session.evidence().matrix.rows, 0.2);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { a, b, similarity } of pairs.slice(0, 5)) {
      expect(similarity).toBeLessThanOrEqual(0.2);
      expect(session.why(a, b).cosine).toBeCloseTo(similarity, 10);
    }
  });

  test("a paper's neighbours are those of the graph that counted: also ones that no link of the map joins", async () => {
    const { graph, text } = await session.run();
    const drawn = new Set(
      map.edges.flatMap(({ source, target }) => [...source].map((s, e) => `${s} ${target[e]}`)),
    );
    const isDrawn = (i: number, j: number) => drawn.has(`${i} ${j}`) || drawn.has(`${j} ${i}`);
    let beyond = 0;
    for (const i of map.papers.keys()) {
      const reason = explainTopic(map, text.matrix, graph, i);
      for (const { paper } of [...(reason?.neighbours ?? []), ...(reason?.elsewhere ?? [])])
        if (!isDrawn(i, paper)) beyond++;
    }
    expect(beyond).toBeGreaterThan(0);
  });
});
