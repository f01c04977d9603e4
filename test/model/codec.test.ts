import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyMap, areaMap, deepMap, sampleMap } from "../sample-map.ts";

const write = (map: TopicMap) => [...encodeMap(map)].join("");
const parse = (map: TopicMap) => JSON.parse(write(map));

test("graphology's serialisation: nodes p1…, edges e1…, direction by kind", () => {
  const json = parse(sampleMap());
  expect(json.options).toEqual({ type: "mixed", multi: true, allowSelfLoops: false });
  expect(json.attributes).toMatchObject({
    title: "Sample <map> & more",
    generator: "topograph 0.0.0",
    schema: 1,
  });
  expect(json.nodes.map((node: { key: string }) => node.key)).toEqual(["p1", "p2", "p3", "p4"]);
  expect(json.edges[0]).toEqual({
    key: "e1",
    source: "p1",
    target: "p2",
    undirected: true,
    attributes: {
      kind: "keyword",
      weight: 0.5,
      evidence: [
        { term: "graph", share: 0.75 },
        { term: "node", share: 0.25 },
      ],
    },
  });
  expect(json.edges[2]).toEqual({
    key: "e3",
    source: "p3",
    target: "p1",
    attributes: { kind: "citation", weight: 1 },
  });
  expect(json.edges[4].attributes).toEqual({
    kind: "mention",
    weight: 1,
    name: "GraphX",
    sentence: "We extend GraphX.",
  });
});

test("absent values are left out: no null, no empty string, no topic without links", () => {
  const text = write(sampleMap());
  expect(text).not.toContain("null");
  expect(text).not.toContain('""');
  expect(parse(sampleMap()).nodes[3].attributes).toEqual({
    label: "Title 3",
    id: "ref3",
    identity: "hash:3",
    x: 0,
    y: 1,
    size: 0.01,
    color: "#9a9a9a",
  });
});

test("a map of more than two levels of topics reads back as it was", async () => {
  expect(await decodeMap([write(deepMap())])).toEqual(deepMap());
});

test("areas stand on the topics of the first level, and read back as they were", async () => {
  expect(parse(areaMap()).attributes.topics.map(({ area }: { area?: string }) => area)).toEqual([
    "Discrete mathematics",
    "Geography",
    ...Array(5).fill(undefined),
  ]);
  expect(await decodeMap([write(areaMap())])).toEqual(areaMap());
});

test("a map reads back as it was, however the text is cut", async () => {
  const map = sampleMap();
  const text = write(map);
  expect(await decodeMap([text])).toEqual(map);
  expect(await decodeMap(JSON.parse(text))).toEqual(map);
  expect(await decodeMap([...text])).toEqual(map);
  const bytes = new TextEncoder().encode(text);
  const oneByOne = async function* () {
    for (const byte of bytes) yield Uint8Array.of(byte);
  };
  expect(await decodeMap(oneByOne())).toEqual(map);
});

test("any map is written, read and written the same, and its numbers are finite", async () => {
  await fc.assert(
    fc.asyncProperty(anyMap, async (map) => {
      const text = write(map);
      expect(write(await decodeMap([text]))).toBe(text);
      expect(text).not.toMatch(/NaN|Infinity/);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test("works that the collection lacks are written in one order of fields, from the pipeline and from a file", async () => {
  const missing = [{ count: 2, doi: "10.1/x", reference: "A work" }];
  const text = write({ ...sampleMap(), missing });
  expect(parse({ ...sampleMap(), missing }).attributes.missing).toEqual(missing);
  expect(write(await decodeMap([text]))).toBe(text);
});

test("what this version does not know survives: of map, parameters, topic, node and edge", async () => {
  const json = parse(sampleMap());
  json.attributes.future = { a: [1] };
  json.attributes.parameters.magic = 3;
  json.attributes.topics[1].icon = "★";
  json.nodes[2].attributes.stars = 5;
  json.attributes.fields = [{ name: "depth", type: "number", values: 1, missing: 3 }];
  json.nodes[1].attributes.fields = { depth: 3, odd: { a: { b: 1 } } };
  json.edges[3].attributes.intent = "background";
  const text = JSON.stringify(json).replace('"stars":5', '"stars":5,"__proto__":{"x":1}');
  const again = parse(await decodeMap([text]));
  expect(again).toEqual(JSON.parse(text));
  expect(Object.keys(again.nodes[2].attributes)).toContain("__proto__");
});

test("members, nodes and edges may come in another order, as other tools write them", async () => {
  const { attributes, nodes, edges, options } = parse(sampleMap());
  for (const edge of edges.slice(0, 2)) [edge.source, edge.target] = [edge.target, edge.source];
  const shuffled = JSON.stringify({ edges: edges.reverse(), options, nodes, attributes });
  expect((await decodeMap([shuffled])).edges.map(({ source, target }) => [[...source], [...target]])).toEqual(
    sampleMap().edges.map(({ source, target }) => [[...source], [...target]]),
  );
});

test("a link that is not http is not kept", async () => {
  const json = parse(sampleMap());
  json.nodes[0].attributes.url = "javascript:alert(1)";
  expect((await decodeMap(json)).papers[0].url).toBeUndefined();
});

test.each<[string, (json: ReturnType<typeof parse>) => void, string]>([
  [
    "a newer schema",
    (json) => (json.attributes.schema = 2),
    "newer Topograph (schema 2; this one reads up to 1)",
  ],
  ["another program's graph", (json) => delete json.attributes.schema, "no schema number"],
  ["no attributes", (json) => delete json.attributes, "no attributes"],
  ["an edge to nowhere", (json) => (json.edges[0].target = "p9"), 'edge e1: there is no node "p9"'],
  ["a loop", (json) => (json.edges[0].target = "p1"), "edge e1: links"],
  ["an unknown kind", (json) => (json.edges[1].attributes.kind = "love"), 'edge e2: kind is "love"'],
  ["weight 0", (json) => (json.edges[1].attributes.weight = 0), "edge e2: weight is 0"],
  ["no position", (json) => delete json.nodes[1].attributes.x, "node p2: x is missing; expected a number"],
  ["no identity", (json) => delete json.nodes[1].attributes.identity, "node p2: identity is missing"],
  ["one key twice", (json) => (json.nodes[1].key = "p1"), "p1 is used twice"],
  ["an unknown topic", (json) => (json.nodes[0].attributes.topic = 9), "its topic is 9"],
  ["a wild parameter", (json) => (json.attributes.parameters.neighbours = 1e9), "parameters: neighbours"],
  ["nodes that are numbers", (json) => (json.nodes = [1]), "node 1: expected an object, found 1"],
])("%s is refused, saying what is wrong", async (_, spoil, message) => {
  const json = parse(sampleMap());
  spoil(json);
  await expect(decodeMap(json)).rejects.toThrow(message);
  await expect(decodeMap([JSON.stringify(json)])).rejects.toThrow(message);
});

test("broken at any byte: a map or a TopographError, never another exception", async () => {
  const text = write(sampleMap());
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), async (at, junk) => {
      const broken = text.slice(0, at) + junk + text.slice(at + 1);
      try {
        await decodeMap([broken]);
      } catch (error) {
        expect((error as Error).name).toBe("TopographError");
      }
    }),
    { numRuns: 500 },
  );
});

test("a mixed topic says so, others say nothing of it", async () => {
  const { topics, ...rest } = sampleMap();
  const map = {
    ...rest,
    topics: topics.map((topic) => (topic.id === 1 ? { ...topic, mixed: true as const } : topic)),
  };
  expect(parse(map).attributes.topics.map(({ mixed }: { mixed?: boolean }) => mixed)).toEqual([
    undefined,
    true,
    undefined,
  ]);
  expect((await decodeMap(parse(map))).topics).toEqual(map.topics);
});
