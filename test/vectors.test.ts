import { beforeAll, describe, expect, test } from "vitest";
import { buildDocument } from "../src/document.ts";
import type { Collection } from "../src/model/collection.ts";
import { decodeMap } from "../src/model/decode.ts";
import { encodeMap } from "../src/model/encode.ts";
import type { TopicMap } from "../src/model/map.ts";
import type { Paper } from "../src/model/paper.ts";
import { DEFAULT_PARAMETERS } from "../src/model/parameters.ts";
import { carriedVectors, savedVectors } from "../src/model/saved-vectors.ts";
import { shortName, type Vectors } from "../src/model/vectors.ts";
import { buildMap } from "../src/pipeline.ts";
import { mixedParameters } from "../src/worker/regroup.ts";
import { createSession } from "../src/worker/session.ts";
import { listOf } from "./edge-list.ts";
import { paper } from "./paper.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const saved = (map: TopicMap) => decodeMap([write(map)]);

/** Texts all alike but for a word; the vectors alone tell two halves apart: even papers from odd ones. */
const papers = Array.from(
  { length: 24 },
  (_, i): Paper =>
    paper({ title: `Study ${i}`, abstract: `Methods of word${i % 12} and lasting matters`, id: `p-${i}` }),
);
function vectorsOf(some: readonly Paper[]): Vectors {
  const angle = (id: string) => Number(id.slice(2)) / 100 + (Number(id.slice(2)) % 2);
  const value = Float32Array.from(some.flatMap(({ id }) => [Math.cos(angle(id)), Math.sin(angle(id))]));
  return { name: "halves.npy", dimensions: 2, sha256: "0".repeat(64), of: { dims: 2, value } };
}
const collection = (some: readonly Paper[]): Collection => ({
  papers: some,
  files: [],
  merged: 0,
  edits: [],
  tour: [],
});
const withVectors = (some: readonly Paper[]) => ({ ...collection(some), vectors: vectorsOf(some) });
const semantic = (map: TopicMap) => map.edges.find(({ kind }) => kind === "semantic");
/** Links between an even paper and an odd one, as a share of all. */
const across = (map: TopicMap) => {
  const list = semantic(map) ?? listOf("semantic", []);
  return list.source.filter((s, e) => (s + list.target[e]) % 2 === 1).length / list.source.length;
};

describe("a map with vectors", () => {
  const parameters = { neighbours: 4, topics: 2 };
  let map: TopicMap;
  beforeAll(async () => {
    map = await buildMap(withVectors(papers), parameters);
  });

  test("they name themselves in the parameters and make topics", () => {
    expect(map.parameters.vectors).toEqual({ name: "halves.npy", dimensions: 2, sha256: "0".repeat(64) });
    expect(map.parameters.weights.semantic).toBe(1);
    expect(across(map)).toBe(0);
    expect(new Set([...map.topic].map((t, i) => `${t} ${i % 2}`)).size).toBe(2);
  });

  test("a saved map has the links; its sliders show what Keep makes, and their own place gives the map itself", async () => {
    const [one, other] = [createSession(), createSession()];
    for (const session of [one, other]) session.open(await saved(map));
    const weights = { ...DEFAULT_PARAMETERS.weights, semantic: 0.3 };
    const given = mixedParameters(map, { finer: 2, weights });
    const shown = (await one.preview({ parameters: given })).map;
    const kept = await other.build(given);
    expect([...shown.topic]).toEqual([...kept.topic]);
    expect(shown.parameters).toEqual(kept.parameters);
    expect(kept.parameters.vectors).toEqual(map.parameters.vectors);
    expect(semantic(kept)).toEqual(semantic(await saved(map)));
    expect(write(await createdAgain())).toBe(write(map));
  });
  const createdAgain = async () => {
    const session = createSession();
    session.open(await saved(map));
    return session.build(map.parameters);
  };

  test("computed afresh, a saved map gives itself: topics and places", async () => {
    const session = createSession();
    session.open(await saved(map));
    const again = await session.build(map.parameters, {}, undefined, true);
    expect([...again.topic]).toEqual([...map.topic]);
    expect(semantic(again)).toEqual(semantic(await saved(map)));
  });

  test("as a base it hands on its links; new papers have none, which is said", async () => {
    const base = await saved(await buildMap(withVectors(papers.slice(4)), parameters));
    const grown = await buildDocument({ collection: collection(papers), base });
    const list = semantic(grown);
    expect(list?.source.length).toBe(semantic(base)?.source.length);
    expect(Math.min(...(list?.source ?? []))).toBe(4);
    expect(across(grown)).toBe(0);
    expect(grown.parameters.vectors).toEqual(map.parameters.vectors);
    expect(grown.notes.map(({ message }) => message)).toContain(
      "the vectors of halves say nothing of 4 of 24 papers: they have no semantic links",
    );
    const again = await buildDocument({ collection: withVectors(papers), base });
    expect(again.notes.map(({ message }) => message).join()).not.toContain("say nothing");
  });

  test("the same papers and vectors give the base itself", async () => {
    const base = await saved(map);
    expect(write(await buildDocument({ collection: withVectors(papers), base }))).toBe(write(base));
    expect(write(await buildDocument({ collection: collection(papers), base }))).toBe(write(base));
  });

  test("parameters without vectors name none", async () => {
    const plain = await buildMap(collection(papers), map.parameters);
    expect(plain.parameters.vectors).toBeUndefined();
    expect(semantic(plain)).toBeUndefined();
  });
});

test("links of an earlier map find the papers of this one, in another order", () => {
  const [a, b, c, d] = papers;
  const map = {
    ...savedMapOf([a, b, c]),
    edges: [
      listOf("semantic", [
        [0, 1, 0.5],
        [1, 2, 0.25],
      ]),
    ],
  };
  // b and c stand in the places 2 and 0 now; a is gone.
  expect(carriedVectors(map, [c, d, b])?.of).toEqual(listOf("semantic", [[0, 2, 0.25]]));
});
const savedMapOf = (some: readonly Paper[]) =>
  ({
    papers: some,
    parameters: { ...DEFAULT_PARAMETERS, vectors: { name: "v", dimensions: 2, sha256: "0" } },
    edges: [],
  }) as unknown as TopicMap;

test("a map without vectors has none to hand on", () =>
  expect(savedVectors({ parameters: DEFAULT_PARAMETERS, edges: [] })).toBeUndefined());

test.each([
  ["minilm.npy", "minilm"],
  ["papers.parquet#specter", "specter"],
  ["a.b.jsonl.gz", "a.b"],
  ["v", "v"],
])("%s is called %s", (name, short) => expect(shortName({ name, dimensions: 1, sha256: "" })).toBe(short));
