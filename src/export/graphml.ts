import { paperColors, rgb } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { type ColumnType, nodeColumns, selectEdges } from "./columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { drawingScale } from "./scale.ts";
import { xml } from "./xml.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "int",
  float: "double",
  boolean: "boolean",
};

/** Names that Gephi and yEd take for place, size and color. */
const DRAWING = [
  ["x", "double"],
  ["y", "double"],
  ["size", "double"],
  ["r", "int"],
  ["g", "int"],
  ["b", "int"],
  ["color", "string"],
] as const;

const EDGE_KEYS = [
  ["kind", "string"],
  ["weight", "double"],
  ["similarity", "double"],
  ["shown", "boolean"],
  ["directed", "boolean"],
  ["evidence", "string"],
  ["name", "string"],
  ["sentence", "string"],
] as const;

/**
 * Writes a map as GraphML (http://graphml.graphdrawing.org), streamed, for networkx, igraph, yEd and Gephi. A map with
 * directed and undirected edges is written all directed, with a boolean `directed` on every edge, because networkx
 * refuses a mixed graph. Gephi takes `label` of an edge for its type, and merges parallel edges of one; it knows the title
 * as `<desc>` only.
 */
export function toGraphml(
  map: TopicMap,
  options: { readonly edges?: readonly EdgeKind[] } = {},
): Iterable<string> {
  return inChunks(pieces(selectEdges(map, options.edges)));
}

function* pieces(map: TopicMap): Iterable<string> {
  const columns = nodeColumns(map);
  const allDirected = map.edges.some((list) => list.directed);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield key("node", "label", "string");
  for (const { id, name, type } of columns) yield key("node", id, TYPES[type], name);
  for (const [name, type] of DRAWING) yield key("node", name, type);
  for (const [name, type] of EDGE_KEYS) yield key("edge", name, type);
  yield `<graph edgedefault="${allDirected ? "directed" : "undirected"}">\n<desc>${xml(map.title)}</desc>\n`;
  const color = paperColors(map);
  const { x, y, size } = drawingScale(map);
  for (const [i, paper] of map.papers.entries()) {
    let text = `<node id="p${i + 1}">${data("node", "label", paper.title)}`;
    for (const column of columns) {
      const value = column.value(i);
      if (value !== undefined) text += data("node", column.id, value);
    }
    const [r, g, b] = rgb(color(i));
    const values = [x(i), y(i), size(i), r, g, b, color(i)];
    for (const [k, [name]] of DRAWING.entries()) text += data("node", name, values[k]);
    yield `${text}</node>\n`;
  }
  for (const row of edgeRows(map)) {
    let text = `<edge id="e${row.number}" source="p${row.source + 1}" target="p${row.target + 1}" label="${row.kind}">`;
    text += data("edge", "kind", row.kind) + data("edge", "weight", row.weight);
    text += data("edge", "similarity", row.similarity) + data("edge", "shown", row.shown);
    text += data("edge", "directed", String(row.directed));
    for (const name of ["evidence", "name", "sentence"] as const)
      if (row[name] !== "") text += data("edge", name, row[name]);
    yield `${text}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

/** Ids are prefixed: a node and an edge may have attributes of the same name. */
function key(of: "node" | "edge", id: string, type: string, name = id): string {
  return `<key id="${of}_${id}" for="${of}" attr.name="${xml(name)}" attr.type="${type}"/>\n`;
}

function data(of: "node" | "edge", id: string, value: string | number | boolean): string {
  return `<data key="${of}_${id}">${typeof value === "string" ? xml(value) : value}</data>`;
}
