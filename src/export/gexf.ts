import { paperColors, rgb } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { type Column, type EdgeRow, edgeRows, nodeColumns, selectEdges } from "./columns.ts";
import { drawingScale } from "./scale.ts";
import { xml } from "./xml.ts";

export interface GexfOptions {
  /** Kinds to write; default: all the map has. */
  readonly edges?: readonly EdgeKind[];
  /** 1.3 for Gephi; 1.2 for older readers (networkx 2.8). */
  readonly version?: "1.2" | "1.3";
  /** Papers appear in their year and stay (a dynamic graph for Gephi's timeline). */
  readonly dynamic?: boolean;
}

const NAMESPACE = { "1.2": "http://www.gexf.net/1.2draft", "1.3": "http://gexf.net/1.3" };

/**
 * Writes a map as GEXF (https://gexf.net), streamed, for Gephi, sigma and graphology: all attributes, topics by number
 * and name, position, size, color, and the kind of every edge.
 *
 * A graph with directed and undirected edges has `type` on every edge and no `defaultedgetype`, or Gephi drops one of
 * the two. Parallel edges survive in Gephi because their `kind` differs (1.3). Colors are whole numbers without alpha
 * and `value` is the first attribute of a size: Gephi's reader asks for both.
 */
export function toGexf(map: TopicMap, options: GexfOptions = {}): Iterable<string> {
  return inChunks(pieces(selectEdges(map, options.edges), options));
}

function* pieces(map: TopicMap, { version = "1.3", dynamic = false }: GexfOptions): Iterable<string> {
  const columns = nodeColumns(map);
  const space = NAMESPACE[version];
  const mode = dynamic ? ' mode="dynamic" timeformat="double"' : ' mode="static"';
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">\n`;
  yield `<meta><creator>${xml(map.generator)}</creator><description>${xml(map.title)}</description></meta>\n`;
  yield `<graph${onlyDirection(map)}${mode}>\n`;
  yield attributeList("node", columns);
  yield attributeList("edge", EDGE_COLUMNS);
  yield `<nodes>\n`;
  yield* nodes(map, columns, dynamic);
  yield `</nodes>\n<edges>\n`;
  yield* edges(map, version === "1.3", dynamic);
  yield `</edges>\n</graph>\n</gexf>\n`;
}

const EDGE_COLUMNS = [
  { id: "kind", name: "kind", type: "string" },
  { id: "evidence", name: "evidence", type: "string" },
  { id: "name", name: "name", type: "string" },
  { id: "sentence", name: "sentence", type: "string" },
] as const;

/** ` defaultedgetype="…"` where all edges have the same type, else nothing. */
function onlyDirection(map: TopicMap): string {
  const directed = new Set(map.edges.map((list) => list.directed));
  if (directed.size !== 1) return "";
  return ` defaultedgetype="${directed.has(true) ? "directed" : "undirected"}"`;
}

function attributeList(
  of: "node" | "edge",
  columns: readonly Pick<Column, "id" | "name" | "type">[],
): string {
  const lines = columns.map(
    ({ id, name, type }) =>
      `<attribute id="${id}" title="${xml(name)}" type="${type === "float" ? "double" : type}"/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${lines.join("")}</attributes>\n`;
}

/** Papers or links are handed on in pieces of this length: one by one takes half as long again. */
const PIECE = 1 << 13;

function* nodes(map: TopicMap, columns: readonly Column[], dynamic: boolean): Iterable<string> {
  const color = paperColors(map);
  const vizColor = remembered((hex) => {
    const [r, g, b] = rgb(hex);
    return `<viz:color r="${r}" g="${g}" b="${b}"/></node>\n`;
  });
  const { x, y, size } = drawingScale(map);
  const heads = columns.map(({ id }) => `<attvalue for="${id}" value="`);
  let text = "";
  for (const [i, paper] of map.papers.entries()) {
    const since = dynamic && paper.year !== undefined ? ` start="${paper.year}"` : "";
    text += `<node id="p${i + 1}" label="${xml(paper.title)}"${since}><attvalues>`;
    for (let c = 0; c < columns.length; c++) {
      const value = columns[c].value(i);
      if (value !== undefined) text += `${heads[c]}${typeof value === "string" ? xml(value) : value}"/>`;
    }
    text += `</attvalues><viz:size value="${size(i)}"/><viz:position x="${x(i)}" y="${y(i)}" z="0"/>${vizColor(color(i))}`;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

function* edges(map: TopicMap, hasKind: boolean, dynamic: boolean): Iterable<string> {
  // What all edges of a kind have in common stands between their numbers.
  let [last, before, after]: [EdgeKind | undefined, string, string] = [undefined, "", ""];
  let text = "";
  for (const row of edgeRows(map, xml)) {
    const { number, kind, directed, source, target, weight, evidence, name, sentence } = row;
    if (kind !== last) {
      last = kind;
      before = `" type="${directed ? "directed" : "undirected"}"${hasKind ? ` kind="${kind}"` : ""} weight="`;
      after = `><attvalues><attvalue for="kind" value="${kind}"/>`;
    }
    text += `<edge id="e${number}" source="p${source + 1}" target="p${target + 1}${before}${weight}"${dynamic ? start(map, row) : ""}${after}`;
    if (evidence !== "") text += `<attvalue for="evidence" value="${evidence}"/>`;
    if (name !== "") text += `<attvalue for="name" value="${xml(name)}"/>`;
    if (sentence !== "") text += `<attvalue for="sentence" value="${xml(sentence)}"/>`;
    text += "</attvalues></edge>\n";
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** A function that remembers what it gave last: neighbours are mostly alike. */
function remembered(make: (key: string) => string): (key: string) => string {
  let [last, text]: [string | undefined, string] = [undefined, ""];
  return (key) => {
    if (key !== last) [last, text] = [key, make(key)];
    return text;
  };
}

/** A link exists once both its papers do. */
function start(map: TopicMap, { source, target }: Readonly<EdgeRow>): string {
  const years = [map.papers[source].year, map.papers[target].year].filter((year) => year !== undefined);
  return years.length > 0 ? ` start="${Math.max(...years)}"` : "";
}
