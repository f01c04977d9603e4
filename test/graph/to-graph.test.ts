import Graph, { MultiGraph } from "graphology";
import { expect, test } from "vitest";
import { toGraph } from "../../src/graph/to-graph.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { sampleMap } from "../sample-map.ts";

test("is a mixed multigraph with the attributes of the JSON, as graphology itself imports it", () => {
  const map = sampleMap();
  const json = JSON.parse([...encodeMap(map)].join(""));
  const graph = toGraph(map);
  expect(graph).toBeInstanceOf(MultiGraph);
  expect([graph.type, graph.multi]).toEqual(["mixed", true]);
  expect(graph.export()).toEqual(Graph.from(json).export());
  expect(graph.nodes()).toEqual(map.papers.map((_, i) => `p${i + 1}`));
  expect(graph.getNodeAttributes("p1")).toEqual(json.nodes[0].attributes);
  expect(graph.getAttribute("topics")).toEqual(json.attributes.topics);
});

test("directed kinds lead from citing to cited, the others both ways", () => {
  const graph = toGraph(sampleMap());
  graph.forEachEdge((edge, { kind }) => {
    expect(graph.isDirected(edge)).toBe(kind === "citation" || kind === "mention");
  });
});
