import type { Element } from "@xmldom/xmldom";
import fc from "fast-check";
import Graph from "graphology";
import { parse } from "graphology-gexf";
import { expect, test } from "vitest";
import { type GexfOptions, toGexf } from "../../src/export/gexf.ts";
import { xml } from "../../src/export/xml.ts";
import { decodeMap } from "../../src/model/decode.ts";
import type { EdgeKind } from "../../src/model/edges.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyMap, sampleMap, samplePaper } from "../sample-map.ts";
import { parseXml } from "./parse-xml.ts";

const write = (map: TopicMap, options?: GexfOptions) => [...toGexf(map, options)].join("");

function elements(text: string, name: string): Element[] {
  return [...parseXml(text).getElementsByTagName(name)];
}

const readBack = (text: string) => parse(MixedMultiGraph, text);

test("graphology-gexf reads back papers, topics by number and name, positions, colors and sizes", () => {
  const graph = readBack(write(sampleMap()));
  expect(graph.order).toBe(4);
  expect(graph.getNodeAttributes("p1")).toEqual({
    label: "Title 0",
    source_id: "ref0",
    identity: "hash:0",
    year: 2019,
    doi: "10.1/a",
    url: "https://example.org/a?x=1&y=2",
    abstract: "Graphs have nodes.",
    topic: 0,
    topic_name: "Graph drawing",
    subtopic: 2,
    subtopic_name: "Sub-graphs",
    confidence: 0.9,
    terms: "graph; node",
    concepts: "ResNet",
    color: "rgb(78,121,167)",
    // the smallest size, .01, is 10: 1000 units of the drawing for one of the map
    x: 100,
    y: 0,
    z: 0,
    size: 10,
  });
  expect(graph.getNodeAttribute("p2", "authors")).toBe("Ada Lovelace; Müller, Jörg");
  expect(graph.getNodeAttributes("p4")).not.toHaveProperty("topic");
});

test("graphology-gexf reads back every edge with its kind and direction", () => {
  const graph = readBack(write(sampleMap()));
  expect(
    graph.mapEdges((id, { kind, weight }, source, target, _s, _t, undirected) => [
      id,
      source,
      target,
      undirected ? "–" : "→",
      kind,
      weight,
    ]),
  ).toEqual([
    ["e1", "p1", "p2", "–", "keyword", 0.5],
    ["e2", "p2", "p3", "–", "keyword", 0.125],
    // keyword 0.5 + 0.125 in all; citations count half of that together, mentions nothing
    ["e3", "p3", "p1", "→", "citation", 0.15625],
    ["e4", "p3", "p2", "→", "citation", 0.15625],
    ["e5", "p2", "p1", "→", "mention", 0.000001],
  ]);
  expect(graph.getEdgeAttributes("e3")).toMatchObject({ similarity: 1, shown: true });
  expect(graph.getEdgeAttribute("e1", "evidence")).toBe("graph (75 %), node (25 %)");
  expect(graph.getEdgeAttributes("e5")).toMatchObject({ name: "GraphX", sentence: "We extend GraphX." });
});

test("directed and undirected edges: no defaultedgetype, and type and kind on every edge", () => {
  const text = write(sampleMap());
  expect(text).not.toContain("defaultedgetype");
  for (const edge of elements(text, "edge")) {
    expect(edge.getAttribute("type")).toMatch(/^(un)?directed$/);
    expect(edge.getAttribute("kind")).toMatch(/^(keyword|citation|mention)$/);
  }
  expect(write(sampleMap(), { edges: ["citation"] })).toContain('defaultedgetype="directed"');
  expect(write(sampleMap(), { edges: ["keyword"] })).toContain('defaultedgetype="undirected"');
});

test("without keyword links the first kind that counts keeps its weights; where none counts, all do", () => {
  const weights = (edges: readonly EdgeKind[]) =>
    elements(write(sampleMap(), { edges }), "edge").map((edge) => Number(edge.getAttribute("weight")));
  expect(weights(["citation", "mention"])).toEqual([1, 1, 0.000001]);
  expect(weights(["mention"])).toEqual([1]);
});

test("shown: the strongest links of small maps, 400 of them, as the page draws the whole map", () => {
  // All 435 pairs of 30 papers, none stronger than another
  const pairs = Array.from({ length: 30 }, (_, i) => Array.from({ length: i }, (_, j) => [j, i])).flat();
  pairs.sort(([a, b], [c, d]) => a - c || b - d);
  const loose = { topic: new Int32Array(30).fill(-1), subtopic: new Int32Array(30).fill(-1) };
  const places = { x: new Float32Array(30), y: new Float32Array(30), size: new Float32Array(30).fill(1) };
  const list = {
    kind: "keyword",
    directed: false,
    source: Uint32Array.from(pairs, ([i]) => i),
    target: Uint32Array.from(pairs, ([, j]) => j),
    weight: new Float32Array(435).fill(0.5),
  } as const;
  const papers = Array.from({ length: 30 }, (_, i) => samplePaper(i, {}));
  const text = write(sampleMap({ papers, ...loose, ...places, edges: [list] }));
  expect(text.match(/"shown" value="true"/g)).toHaveLength(400);
  expect(text.match(/"shown" value="false"/g)).toHaveLength(35);
});

test("Auto-scale of Gephi finds a smallest size of 0: the smallest dots begin with it and are 10, all places fit", () => {
  const text = write(sampleMap());
  expect(text.match(/<viz:size [^>]*>/g)).toEqual([
    '<viz:size start="0" value="10"/>',
    '<viz:size value="20"/>',
    '<viz:size value="15"/>',
    '<viz:size start="0" value="10"/>',
  ]);
  // 2 / .001 × 10 = 20,000 is the widest drawing; beyond, 2000 units a map
  const tiny = (least: number) =>
    write(
      sampleMap({
        size: Float32Array.of(least, 0.02, 0.015, 0.01),
        x: Float32Array.of(0, 0, 2, 0),
        y: new Float32Array(4),
      }),
    );
  expect(tiny(0.001)).toContain('<viz:position x="20000" ');
  expect(tiny(0.0009)).toContain('<viz:position x="2000" ');
});

test("what Gephi's reader asks of viz: whole colors without alpha, all coordinates", () => {
  const text = write(sampleMap());
  expect(text.match(/<viz:color r="\d+" g="\d+" b="\d+"\/>/g)).toHaveLength(4);
  expect(text.match(/<viz:position x="-?[\d.]+" y="-?[\d.]+" z="0"\/>/g)).toHaveLength(4);
  expect(text).toContain('xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"');
});

test("only the named kinds are written", () => {
  expect(
    elements(write(sampleMap(), { edges: ["mention"] }), "edge").map((e) => e.getAttribute("kind")),
  ).toEqual(["mention"]);
  expect(elements(write(sampleMap(), { edges: [] }), "edge")).toEqual([]);
});

test("the meta data name the workspace and say what was made from what, with the parameters and the file's sum", () => {
  const [title, description] = ["title", "description"].map((name) => elements(write(sampleMap()), name)[0]);
  expect(title.textContent).toBe("Sample <map> & more");
  expect(description.textContent).toMatch(/^4 papers\. .*"seed":1.*From refs\.bib, sha256 abab/);
});

test("version 1.2 has its own namespace, and the kinds that Gephi tells parallel links apart by", () => {
  const text = write(sampleMap(), { version: "1.2" });
  expect(text).toContain('xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"');
  expect(elements(text, "edge")[2].getAttribute("kind")).toBe("citation");
  expect(readBack(text).getEdgeAttribute("e3", "kind")).toBe("citation");
});

test("dynamic: a paper starts in its year, a link in the later year of its two", () => {
  const text = write(sampleMap(), { dynamic: true });
  expect(elements(text, "graph")[0].getAttribute("mode")).toBe("dynamic");
  expect(elements(text, "node").map((node) => node.getAttribute("start"))).toEqual([
    "2019",
    "2021",
    null,
    null,
  ]);
  expect(elements(text, "edge").map((edge) => edge.getAttribute("start"))).toEqual([
    "2021",
    "2021",
    "2019",
    "2021",
    "2021",
  ]);
});

test("a saved map is written as the map itself", async () => {
  await fc.assert(
    fc.asyncProperty(anyMap, async (map) => {
      expect(write(await decodeMap(encodeMap(map)))).toBe(write(map));
    }),
    { numRuns: 50 },
  );
});

test("any map is well-formed, complete and read back by graphology-gexf with the same titles and kinds", () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const text = write(map);
      expect(text).not.toMatch(/NaN|Infinity/);
      const titles = elements(text, "node").map((node) => xml(node.getAttribute("label") ?? ""));
      expect(titles).toEqual(map.papers.map((paper) => xml(paper.title)));
      const count = map.edges.reduce((sum, list) => sum + list.source.length, 0);
      const graph = parse(MixedMultiGraph, text);
      expect([graph.order, graph.size]).toEqual([map.papers.length, count]);
    }),
    { numRuns: 100 },
  );
});

/** graphology-gexf guesses the graph's type from the first edge only. */
class MixedMultiGraph extends Graph {
  constructor() {
    super({ type: "mixed", multi: true });
  }
}
