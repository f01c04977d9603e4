import fc from "fast-check";
import { parquetMetadata } from "hyparquet/src/index.js";
import { expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-map.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { MEASURES, type Measures } from "../../src/model/measures.ts";
import { applyEdits } from "../../src/shape/apply.ts";
import { referTo } from "../../src/shape/topic-ref.ts";
import { anyMap, deepMap, sampleMap, sampleTopic } from "../sample-map.ts";
import { filesOf, memorySource } from "./memory.ts";

const json = (map: TopicMap) => [...encodeMap(map)].join("");

/** What comes out of a folder, and out of the folder that is written of that. */
async function through(map: TopicMap) {
  const files = await filesOf(map, { tilePoints: 2 });
  const { map: read } = await readFolder(memorySource(files));
  return { files, read, again: await filesOf(read, { tilePoints: 2 }) };
}

test("a map that goes into a folder and comes out is the same JSON, and the same folder again", async () => {
  const { files, read, again } = await through(sampleMap());
  expect(json(read)).toBe(json(sampleMap()));
  expect(again).toEqual(files);
});

/** Everything that a map may have beside: fields of all types and odd names, measures, edits, what no version knows. */
const full = sampleMap({
  subtitle: "Below",
  topics: sampleMap().topics.map((topic, k) =>
    k === 0 ? { ...topic, area: "A\udc00", mixed: true } : topic,
  ),
  fields: [
    { name: "__proto__", type: "category", labels: ["a", "\ud800"], codes: Int32Array.of(0, 1, -1, 0) },
    { name: "topic", type: "number", values: Float64Array.of(1.5, Number.NaN, -0, 1e300), unit: "kg" },
    { name: "Topic", type: "boolean", values: Int8Array.of(1, 0, -1, 1) },
    { name: "a.b", type: "date", labels: ["2014-05"], codes: Int32Array.of(-1, 0, -1, 0) },
    { name: "a\u0000b", type: "text", labels: ["", "\ufeffx"], codes: Int32Array.of(0, 1, -1, 0) },
    {
      name: "",
      type: "list",
      labels: ["x", "y\udc00"],
      offsets: Uint32Array.of(0, 2, 2, 3, 3),
      codes: Uint32Array.of(0, 1, 1),
      from: ["ris:C1"],
    },
    { name: "nothing", type: "number", values: new Float64Array(4).fill(Number.NaN) },
  ],
  measures: {
    density: 0.5,
    components: 2,
    columns: Object.fromEntries(
      MEASURES.map((name, k) => [name, Float64Array.of(k, 0.25, 1e-7, 12)]),
    ) as Measures["columns"],
  },
  edits: [
    { type: "rename", topic: ["hash:1"], name: "New" },
    { type: "decide", paper: "hash:2", decision: "included" },
  ],
  tour: [{ title: "Stop", papers: ["hash:3"], camera: [0, 1, 2] }],
  missing: [{ reference: "A \ud83d", count: 3, doi: "10.1/z" }],
  unedited: {
    stopWords: ["of"],
    synonyms: [["a", "b"]],
    topics: [sampleTopic(0, "Before"), sampleTopic(1, "More")],
    topic: Int32Array.of(0, 1, -1, 0),
    subtopic: Int32Array.of(-1, -1, -1, 1),
    runnerUp: Int32Array.of(1, -1, -1, -1),
    confidence: Float32Array.of(0.25, 1, 0, 0.5),
    decision: Int32Array.of(0, -1, 2, -1),
  },
  extra: {
    attributes: [
      ["__proto__", { deep: [1] }],
      ["stars", ["hash:1"]],
    ],
    parameters: [["odd", null]],
    topics: new Map([[1, [["flag", "🏁"]]]]),
    papers: new Map([
      [0, [["__proto__", "x"]]],
      [2, [["rest", { a: 1 }]]],
    ]),
    edges: new Map([["keyword 1 2", [["seen", true]]]]),
  },
});

test("so is one with all that a map may have", async () => {
  const { files, read, again } = await through(full);
  expect(JSON.parse(json(read))).toEqual(JSON.parse(json(full)));
  expect(json(read)).toBe(json(full));
  expect(again).toEqual(files);
  expect(read.unedited?.decision).toEqual(full.unedited?.decision);
});

test("so is one whose sub-topics divide, now and before its edits", async () => {
  const deep = deepMap();
  const map = applyEdits(deep, [{ type: "rename", topic: referTo(deep, 0), name: "Renamed" }]);
  const { files, read, again } = await through(map);
  expect(read.leaf).toEqual(map.leaf);
  expect(read.unedited?.leaf).toEqual(deep.leaf);
  expect(json(read)).toBe(json(map));
  expect(again).toEqual(files);
  const { attributes } = JSON.parse(new TextDecoder().decode(files.get("map.json")));
  expect(Object.keys(attributes).filter((name) => name === "unedited" || name === "topics")).toEqual([]);
});

test("what is drawn stands at the front of each row group, so that one byte range brings it", async () => {
  const points = (await filesOf(deepMap())).get("points.parquet") ?? new Uint8Array();
  const { row_groups } = parquetMetadata(new Uint8Array(points).buffer);
  const names = row_groups[0].columns.map(({ meta_data }) => meta_data?.path_in_schema.join("."));
  expect(names.slice(0, 8)).toEqual(["x", "y", "size", "topic", "subtopic", "leaf", "year", "number"]);
});

test("so is an empty one", async () => {
  const none = { topic: new Int32Array(), subtopic: new Int32Array(), runnerUp: new Int32Array() };
  const numbers = new Float32Array();
  const empty = sampleMap({
    ...none,
    papers: [],
    topics: [],
    edges: [],
    terms: [],
    concepts: [],
    confidence: numbers,
    x: numbers,
    y: numbers,
    size: numbers,
  });
  expect(json((await through(empty)).read)).toBe(json(empty));
});

test("evidence that the texts give again is left out, and named", async () => {
  const files = await filesOf(sampleMap(), { givenByTexts: ({ kind }) => kind === "keyword" });
  const { map, withoutEvidence } = await readFolder(memorySource(files));
  expect(withoutEvidence).toEqual(["keyword"]);
  expect(map.edges.map(({ readout }) => readout)).toEqual([undefined, undefined, undefined]);
});

test("a folder from anywhere: links to nowhere, addresses that run, keys twice", async () => {
  const evil = sampleMap();
  const papers = evil.papers.map((paper) => ({ ...paper, url: "javascript:alert(1)" }));
  const { map } = await readFolder(memorySource(await filesOf({ ...evil, papers })));
  expect(map.papers.map(({ url }) => url)).toEqual([undefined, undefined, undefined, undefined]);
  const edges = evil.edges.map((list) => ({ ...list, target: list.target.map(() => 9) }));
  await expect(readFolder(memorySource(await filesOf({ ...evil, edges })))).rejects.toThrow(/edges\.parquet/);
  await expect(
    readFolder(memorySource(await filesOf({ ...evil, topic: Int32Array.of(7, 0, 0, 0) }))),
  ).rejects.toThrow("a topic that the map does not list");
});

test("so is any map: hostile texts, odd numbers, missing values", async () => {
  await fc.assert(
    fc.asyncProperty(anyMap, async (map) => {
      const { files, read, again } = await through(map);
      expect(json(read)).toBe(json(map));
      expect(again).toEqual(files);
    }),
    { numRuns: 25 },
  );
});
