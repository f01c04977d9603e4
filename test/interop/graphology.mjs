// graphology.mjs FOLDER: reads map.json and map.gexf with graphology, which sigma and Gephi Lite stand on (see README.md).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Graph from "graphology";
import { parse } from "graphology-gexf";

const folder = process.argv[2] ?? ".";
const read = (name) => readFileSync(join(folder, name), "utf8");
const saved = JSON.parse(read("map.json"));
let wrong = 0;

function same(what, found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) wrong++;
  console.log(
    a === b ? `ok    ${what}` : `WRONG ${what}: found ${a.slice(0, 200)}, expected ${b.slice(0, 200)}`,
  );
}

/** graphology-gexf guesses the type of a graph from its first edge only. */
class MixedMultiGraph extends Graph {
  constructor() {
    super({ type: "mixed", multi: true });
  }
}
const short = ({ key, source, target, undirected = false, attributes }) => [
  key,
  source,
  target,
  undirected,
  attributes.kind,
  attributes.similarity ?? attributes.weight,
];
const edges = (graph) =>
  graph.mapEdges((key, attributes, source, target, _s, _t, undirected) =>
    short({ key, source, target, undirected, attributes }),
  );
const names = new Map(saved.attributes.topics.map(({ id, name }) => [id, name]));
const expected = saved.edges.map(short);

const fromJson = Graph.from(saved);
same(
  "JSON: papers",
  fromJson.mapNodes((key, { label }) => [key, label]),
  saved.nodes.map(({ key, attributes }) => [key, attributes.label]),
);
same("JSON: links", edges(fromJson), expected);
const fromGexf = parse(MixedMultiGraph, read("map.gexf"));
same(
  "GEXF: papers",
  fromGexf.mapNodes((key, { label, topic_name = null }) => [key, label, topic_name]),
  saved.nodes.map(({ key, attributes }) => [key, attributes.label, names.get(attributes.topic) ?? null]),
);
same("GEXF: links", edges(fromGexf), expected);
same(
  "GEXF: colors",
  fromGexf.mapNodes((_, { color }) => color),
  saved.nodes.map(
    ({ attributes: { color } }) =>
      `rgb(${[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(",")})`,
  ),
);
console.log(wrong === 0 ? "all as in map.json" : `${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
