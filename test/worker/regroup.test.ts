import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeMap } from "../../src/model/decode.ts";
import { EDGE_KINDS, type EdgeKind } from "../../src/model/edges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { sourceOf } from "../../src/model/source-of.ts";
import { type Mix, mixedParameters, regrouped } from "../../src/worker/regroup.ts";
import { createSession, type Session } from "../../src/worker/session.ts";
import { ownSource } from "../web/cited.ts";
import { demoSource } from "../web/demo.ts";

const ARXIV = "../shared/corpora/arxiv_sci24_dev.jsonl.gz";
/** Where the slider of topics can stand: a quarter to eight times the map's own, in 21 steps. */
const STEPS = Array.from({ length: 21 }, (_, k) => 2 ** ((k - 8) / 4));
/** Of more than 1,500 papers, whose map is made otherwise, each step takes a second: every third, the map's own and the last among them. */
const THIRD = STEPS.filter((_, k) => k % 3 === 2);
const { weights } = DEFAULT_PARAMETERS;

const mainTopics = ({ topics }: Pick<TopicMap, "topics">) =>
  topics.filter(({ parent }) => parent === undefined);

async function slide(session: Session, mix: Mix) {
  const { map, graph } = await session.run();
  const given = mixedParameters(map, mix);
  return regrouped(map, graph, await session.preview({ parameters: given }), given);
}

describe.each([
  ["the demo", () => demoSource(), true, STEPS],
  [
    "1,600 papers",
    () => {
      const all = gunzipSync(readFileSync(ARXIV)).toString();
      return sourceOf("arxiv.jsonl", all.split("\n").slice(0, 1600).join("\n"));
    },
    existsSync(ARXIV),
    THIRD,
  ],
] as const)("what the sliders show of %s is what Keep makes", (_name, source, isAtHand, steps) => {
  const [session, other] = [createSession(), createSession()];
  let map: TopicMap;
  beforeAll(async () => {
    if (!isAtHand) return;
    for (const one of [session, other]) await one.read([source()]);
    map = await session.build();
  });

  /** Preview in the one session, Keep in another that has never seen it. */
  async function compare(mix: Mix) {
    const shown = await slide(session, mix);
    const kept = await other.build(shown.given);
    expect(mainTopics(shown).map(({ size }) => size)).toEqual(mainTopics(kept).map(({ size }) => size));
    for (const column of ["topic", "subtopic", "runnerUp", "confidence"] as const)
      expect(shown[column]).toEqual(kept[column]);
    expect(shown.parameters).toEqual(kept.parameters);
    return mainTopics(kept).length;
  }

  test.skipIf(!isAtHand)(
    "at the steps of the slider, paper by paper",
    async () => {
      const counts: number[] = [];
      for (const finer of steps) counts.push(await compare({ finer, weights }));
      const own = mainTopics(map).length;
      expect(counts).toEqual(steps.map((finer) => Math.max(1, Math.round(own * finer))));
    },
    600_000,
  );

  test.skipIf(!isAtHand)(
    "with every kind of link off, or twice as strong",
    async () => {
      for (const { kind } of map.edges)
        for (const weight of [0, 2]) await compare({ finer: 1, weights: { ...weights, [kind]: weight } });
    },
    600_000,
  );
});

describe("sixty papers in other topics", () => {
  const session = createSession();
  let map: TopicMap;
  beforeAll(async () => {
    await session.read([ownSource()]);
    map = await session.build({ topics: 4 });
  });

  test("finer: more topics; every paper in one of them, sizes and moved papers counted", async () => {
    const made = await slide(session, { finer: 2, weights });
    expect(mainTopics(made)).toHaveLength(8);
    for (const { id, size } of mainTopics(made))
      expect(made.topic.filter((t) => t === id)).toHaveLength(size);
    expect(made.moved).toBeGreaterThan(0);
    expect(made.links).toEqual({ came: 0, went: 0, shifted: 0 });
  });

  test("a topic that goes on keeps its name and colour, and no two have one name", async () => {
    for (const finer of [0.8, 1, 2, 4]) {
      const { topics, topic } = await slide(session, { finer, weights });
      const names = mainTopics({ topics }).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const old of mainTopics(map)) {
        const before = new Set([...map.topic.keys()].filter((i) => map.topic[i] === old.id));
        const same = mainTopics({ topics }).find(({ id }) => {
          const now = [...topic.keys()].filter((i) => topic[i] === id);
          const both = now.filter((i) => before.has(i)).length;
          return both / (before.size + now.length - both) > 0.5;
        });
        if (same) expect(same).toMatchObject({ name: old.name, color: old.color });
      }
    }
  });

  test("another mix says which links came and went", async () => {
    const { links } = await slide(session, { finer: 1, weights: { ...weights, citation: 0, coupling: 0 } });
    expect(links.went).toBeGreaterThan(0);
    expect(links.came).toBe(0);
  });

  test("no link that counts: no topics, and the way back is open", async () => {
    const none = Object.fromEntries(EDGE_KINDS.map((kind) => [kind, 0])) as Record<EdgeKind, number>;
    const made = await slide(session, { finer: 1, weights: none });
    expect(made.topics).toEqual([]);
    expect((await slide(session, { finer: 1, weights })).topic).toEqual(map.topic);
  });
});

test("a saved map gives again the graph that its topics were found in", async () => {
  const [session, again] = [createSession(), createSession()];
  await session.read([demoSource()]);
  const map = await session.build({ weights: { ...weights, concept: 0.3 } });
  again.open(await decodeMap([[...encodeMap(map)].join("")]));
  expect((await again.run()).graph).toEqual((await session.run()).graph);
});

test("a map that is worked out anew keeps its tour and its corrections", async () => {
  const session = createSession();
  await session.read([ownSource()]);
  const map = await session.build({ topics: 4 });
  session.open({ ...map, tour: [{ title: "First stop" }], edits: [{ type: "unknown" }] });
  const again = await session.build({ topics: 6 });
  expect(mainTopics(again)).toHaveLength(6);
  expect(again).toMatchObject({ tour: [{ title: "First stop" }], edits: [{ type: "unknown" }] });
});
