import { max, min } from "d3";
import { paperColors, rgb } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { isObject } from "../model/take.ts";
import { inChunks } from "./chunks.ts";
import { type Column, nodeColumns, selectEdges } from "./columns.ts";
import { type EdgeRow, edgeRows } from "./edge-rows.ts";
import { drawingScale, type Scale } from "./scale.ts";
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
 * the two. Parallel edges survive in Gephi because their `kind` differs (of 1.3, but read in 1.2, too). Colors are whole numbers without alpha
 * and no other number stands before the `value` of a size: Gephi's reader asks for both. `<title>` names the workspace.
 */
export function toGexf(map: TopicMap, options: GexfOptions = {}): Iterable<string> {
  return inChunks(pieces(selectEdges(map, options.edges), options));
}

function* pieces(map: TopicMap, { version = "1.3", dynamic = false }: GexfOptions): Iterable<string> {
  const columns = nodeColumns(map);
  const space = NAMESPACE[version];
  const mode = dynamic ? ' mode="dynamic" timeformat="double"' : ' mode="static"';
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">\n`;
  yield `<meta><creator>${xml(map.generator)}</creator><title>${xml(map.title)}</title><description>${xml(describe(map))}</description></meta>\n`;
  yield `<graph${onlyDirection(map)}${mode}>\n`;
  yield attributeList("node", columns);
  yield attributeList("edge", EDGE_COLUMNS);
  yield `<nodes>\n`;
  yield* nodes(map, columns, dynamic);
  yield `</nodes>\n<edges>\n`;
  yield* edges(map, dynamic);
  yield `</edges>\n</graph>\n</gexf>\n`;
}

const EDGE_COLUMNS = [
  { id: "kind", name: "kind", type: "string" },
  { id: "similarity", name: "similarity", type: "float" },
  { id: "shown", name: "shown", type: "boolean" },
  { id: "evidence", name: "evidence", type: "string" },
  { id: "name", name: "name", type: "string" },
  { id: "sentence", name: "sentence", type: "string" },
] as const;

/** What was made from what, and what the two numbers of a link are: nobody has the map's JSON beside the file. */
function describe({ papers, parameters, inputs, withheld }: TopicMap): string {
  const shared = withheld
    ? ` Shared without ${withheld === "closed" ? "the abstracts of papers that are not open access" : "abstracts"}.`
    : "";
  const made = JSON.stringify(parameters, (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
  const from = inputs.map(({ name, sha256 }) => ` From ${name}, sha256 ${sha256}.`).join("");
  return `${papers.length} papers.${shared} The weight of a link is what it counts in topics and layout, of a kind that counts nothing 0.000001; similarity is its own; shown are the links of the whole map on the page. Parameters: ${made}.${from}`;
}

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

/** The size that Gephi gives dots without one. */
const SMALLEST = 10;

/** Gephi draws up to 25,000 from its middle. */
const FAR = 20_000;

/**
 * A drawing that Gephi's Auto-scale, which is on by default, leaves as it is. It scales sizes and places apart, unless the
 * smallest size is 0. Its reader takes the first attribute of a size, so the smallest dots have `start="0"` there, which
 * Gephi then draws with 10; the drawing is scaled to that. Where it would be too wide, it stays as other programs get it.
 */
function unscaled(map: TopicMap): Scale {
  const factor = SMALLEST / (min(map.size, (size) => Math.abs(sixDigits(size))) || 1);
  const widest = max([...map.x, ...map.y], (place) => Math.abs(place)) ?? 0;
  return widest * factor > FAR ? drawingScale(map) : drawingScale(map, factor);
}

/** Papers or links are handed on in pieces of this length: one by one takes half as long again. */
const PIECE = 1 << 13;

function* nodes(map: TopicMap, columns: readonly Column[], dynamic: boolean): Iterable<string> {
  const color = paperColors(map);
  const vizColor = remembered((hex) => {
    const [r, g, b] = rgb(hex);
    return `<viz:color r="${r}" g="${g}" b="${b}"/></node>\n`;
  });
  const { x, y, size } = unscaled(map);
  const heads = columns.map(({ id }) => `<attvalue for="${id}" value="`);
  let text = "";
  for (const [i, paper] of map.papers.entries()) {
    const since = dynamic && paper.year !== undefined ? ` start="${paper.year}"` : "";
    text += `<node id="p${i + 1}" label="${xml(paper.title)}"${since}><attvalues>`;
    for (let c = 0; c < columns.length; c++) {
      const value = columns[c].value(i);
      if (value !== undefined) text += `${heads[c]}${typeof value === "string" ? xml(value) : value}"/>`;
    }
    text += `</attvalues><viz:size ${size(i) === SMALLEST ? 'start="0" ' : ""}value="${size(i)}"/><viz:position x="${x(i)}" y="${y(i)}" z="0"/>${vizColor(color(i))}`;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

function* edges(map: TopicMap, dynamic: boolean): Iterable<string> {
  // What all edges of a kind have in common stands between their numbers.
  let [last, before, after]: [EdgeKind | undefined, string, string] = [undefined, "", ""];
  let text = "";
  for (const row of edgeRows(map, xml)) {
    const { number, kind, directed, source, target, weight, similarity, shown, evidence, name, sentence } =
      row;
    if (kind !== last) {
      last = kind;
      before = `" type="${directed ? "directed" : "undirected"}" kind="${kind}" weight="`;
      after = `><attvalues><attvalue for="kind" value="${kind}"/>`;
    }
    text += `<edge id="e${number}" source="p${source + 1}" target="p${target + 1}${before}${weight}"${dynamic ? start(map, row) : ""}${after}<attvalue for="similarity" value="${similarity}"/><attvalue for="shown" value="${shown}"/>`;
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
