import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createMemory } from "../src/kernel/memo.ts";
import type { Collection, Source } from "../src/model/collection.ts";
import { encodeMap } from "../src/model/encode.ts";
import type { TopicMap } from "../src/model/map.ts";
import { STAGES, type Stage } from "../src/model/progress.ts";
import { buildMap, runPipeline } from "../src/pipeline.ts";
import { readPapers } from "../src/read/read.ts";
import { analyseText } from "../src/text/analyse.ts";
import { createSession } from "../src/worker/session.ts";

const DEMO = "data/resnet_papers_page.txt";

const source = (name: string, text: string): Source => ({
  name,
  size: text.length,
  async *chunks() {
    yield new TextEncoder().encode(text);
  },
});

const read = (name: string, text: string) => readPapers([source(name, text)]);
const bytes = (map: TopicMap) => [...encodeMap(map)].join("");
const topicsOf = (map: TopicMap) => map.topics.filter((t) => t.parent === undefined);

describe("the demo collection", () => {
  let demo: Collection;
  let map: TopicMap;
  beforeAll(async () => {
    demo = await read("demo.txt", readFileSync(DEMO, "utf8"));
    map = await buildMap(demo);
  });

  test("144 papers in 8 to 18 topics, each with a name of its own", () => {
    expect(map.papers).toHaveLength(144);
    expect(map.papers[0].title).toBe("Bottleneck Transformers for Visual Recognition");
    const names = topicsOf(map).map((t) => t.name);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(names.length).toBeLessThanOrEqual(18);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /\p{L}{2}/u.test(name))).toBe(true);
  });

  test("where only the map is wanted tokens are let go, and made again for whoever asks", async () => {
    const { map: alone, text } = await runPipeline(demo, {}, { mapOnly: true });
    expect(bytes(alone) === bytes(map)).toBe(true);
    expect(text.tokens).toEqual(analyseText(demo.papers, map.parameters).tokens);
  });

  test("every topic's name stands in its papers more often than in the others", () => {
    for (const { terms } of topicsOf(map)) expect(terms[0].inside).toBeGreaterThan(terms[0].outside);
  });

  test("papers on neural architecture search are together: in two of the 18 topics at most, of eight papers each", () => {
    const found = map.papers.flatMap((p, i) =>
      /\bNAS\b|neural architecture search/i.test(p.title) ? [map.topic[i]] : [],
    );
    expect(found.length).toBeGreaterThan(4);
    expect(new Set(found).size).toBeLessThanOrEqual(2);
  });

  test("keyword and concept edges, no loops, weights above 0", () => {
    const kinds = map.edges.map((list) => list.kind);
    expect(kinds).toEqual(expect.arrayContaining(["keyword", "concept"]));
    for (const { source, target, weight } of map.edges)
      for (const [e, s] of source.entries()) {
        expect(s).not.toBe(target[e]);
        expect(weight[e]).toBeGreaterThan(0);
      }
  });

  test("every position is finite and no two dots overlap", () => {
    for (let i = 0; i < 144; i++)
      for (let j = 0; j < i; j++) {
        const distance = Math.hypot(map.x[i] - map.x[j], map.y[i] - map.y[j]);
        expect(distance).toBeGreaterThanOrEqual((map.size[i] + map.size[j]) * 0.999);
      }
  });

  test("the same input gives the same bytes; another seed may not", async () => {
    expect(bytes(await buildMap(demo))).toBe(bytes(map));
  });

  test("the layout does not depend on the number of topics", async () => {
    const fewer = await buildMap(demo, { topics: 6 });
    expect(topicsOf(fewer)).toHaveLength(6);
    expect(fewer.x).toEqual(map.x);
  });
});

test("the order of the files makes no difference", async () => {
  const text = readFileSync(DEMO, "utf8").split("\n").slice(2);
  const files = [
    source("b.txt", text.slice(0, 60).join("\n")),
    source("a.txt", text.slice(60, 120).join("\n")),
  ];
  const one = await buildMap(await readPapers(files));
  const other = await buildMap(await readPapers(files.toReversed()));
  expect(bytes(one)).toBe(bytes(other));
  expect(one.papers.length).toBe(60);
});

test.each([
  ["one paper", [["Only one title of a paper", "and its abstract"]]],
  [
    "two papers without a common word",
    [
      ["Quantum chromodynamics lattice", "gluon quark"],
      ["Medieval pottery glazing", "kiln ceramics"],
    ],
  ],
  [
    "twenty equal abstracts",
    Array.from({ length: 20 }, (_, i) => [`Title number ${i}`, "the same abstract of a paper"]),
  ],
  [
    "stop words only",
    [
      ["the of and", "is are was"],
      ["to be or not", "the"],
    ],
  ],
])("degenerate collections give finite maps: %s", async (_, papers) => {
  const lines = papers.map(([title, abstract], i) => JSON.stringify({ id: `k${i}`, title, abstract }));
  const map = await buildMap(await read("x.jsonl", lines.join("\n")));
  expect(map.papers.length).toBeGreaterThan(0);
  for (const column of [map.x, map.y, map.size, map.confidence])
    expect([...column].every(Number.isFinite)).toBe(true);
});

test("citations in the input become directed edges, and shared references coupling edges", async () => {
  const lines = [
    { id: "a", title: "Graph layout by stress", references: ["x1", "x2"] },
    { id: "b", title: "Graph layout by force", references: ["a", "x1", "x2"] },
    { id: "c", title: "Force and stress", references: ["a", "b", "c"] },
  ].map((record) => JSON.stringify(record));
  const map = await buildMap(await read("x.jsonl", lines.join("\n")));
  const edges = (kind: string) =>
    map.edges
      .filter((list) => list.kind === kind)
      .flatMap((list) => Array.from(list.source, (s, e) => [s, list.target[e]]));
  expect(edges("citation")).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
  ]);
  expect(edges("coupling")).toContainEqual([0, 1]);
  expect(map.missing?.map((work) => work.reference)).toEqual(["x1", "x2"]);
});

test("a session redoes only what a changed parameter touches", async () => {
  const session = createSession();
  await session.read([source("demo.txt", readFileSync(DEMO, "utf8"))]);
  const seen: Stage[] = [];
  const monitor = { onProgress: (stage: Stage) => void (seen.at(-1) === stage || seen.push(stage)) };
  await session.build({}, monitor);
  expect(seen).toEqual(STAGES.filter((s) => seen.includes(s)));
  expect(seen).toContain("text");
  seen.length = 0;
  await session.build({ topics: 9 }, monitor);
  expect(seen).not.toContain("text");
  expect(seen).not.toContain("layout");
});

test("a session explains a link with the weight the map gives it", async () => {
  const session = createSession();
  await session.read([source("demo.txt", readFileSync(DEMO, "utf8"))]);
  const map = await session.build();
  const { source: from, target, weight } = map.edges[0];
  const why = session.why(from[0], target[0]);
  expect(why.cosine).toBeCloseTo(weight[0], 5);
  expect(why.terms.reduce((sum, t) => sum + t.contribution, 0)).toBeCloseTo(why.cosine, 6);
});

test("cancelling stops the work between stages", async () => {
  const controller = new AbortController();
  const collection = await read("demo.txt", readFileSync(DEMO, "utf8"));
  const onProgress = (stage: Stage) => {
    if (stage === "edges") controller.abort(new Error("stop"));
  };
  const monitor = { onProgress, signal: controller.signal };
  await expect(buildMap(collection, {}, { monitor, remember: createMemory() })).rejects.toThrow("stop");
});

const VISPUBDATA = "../shared/corpora/vispubdata.jsonl.gz";

test.skipIf(!existsSync(VISPUBDATA))("vispubdata: citations are part of the map", async () => {
  const file: Source = {
    name: "vispubdata.jsonl.gz",
    async *chunks() {
      yield readFileSync(VISPUBDATA);
    },
  };
  const map = await buildMap(await readPapers([file]));
  const counts = new Map(map.edges.map((list) => [list.kind, list.source.length]));
  expect(counts.get("citation")).toBeGreaterThan(5000);
  expect(counts.get("coupling")).toBeGreaterThan(5000);
});
