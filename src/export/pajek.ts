import { extent } from "d3";
import { paperColors } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { inChunks } from "./chunks.ts";
import { selectEdges } from "./columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { oneLine } from "./one-line.ts";

/**
 * Writes a map as a Pajek network (.net): places within 0 to 1 with y downwards, the kind of each line as its label,
 * directed kinds as arcs and the others as edges. Labels are made different, because some readers take them for ids.
 */
export function toPajek(
  map: TopicMap,
  options: { readonly edges?: readonly EdgeKind[] } = {},
): Iterable<string> {
  return inChunks(network(selectEdges(map, options.edges)));
}

function* network(map: TopicMap): Iterable<string> {
  const label = uniqueLabels();
  const [x, y] = [unit(map.x), unit(map.y)];
  const color = paperColors(map);
  yield `*Vertices ${map.papers.length}\n`;
  for (const [i, paper] of map.papers.entries()) {
    const place = `${x(i)} ${sixDigits(1 - y(i))} 0`;
    yield `${i + 1} "${label(paper.title, `p${i + 1}`)}" ${place} ic RGB${color(i).slice(1).toUpperCase()}\n`;
  }
  for (const directed of [true, false]) {
    if (!map.edges.some((list) => list.directed === directed)) continue;
    yield directed ? "*Arcs\n" : "*Edges\n";
    for (const { source, target, similarity, kind, directed: own } of edgeRows(map))
      if (own === directed) yield `${source + 1} ${target + 1} ${similarity} l "${kind}"\n`;
  }
}

/** The topic of each paper as a Pajek partition (.clu): 1 …, 0 for none. */
export function toPajekPartition(map: TopicMap): Iterable<string> {
  return inChunks(lines(map, (i) => (map.topic[i] === NO_TOPIC ? 0 : map.topic[i] + 1)));
}

/** The size of each paper as a Pajek vector (.vec). */
export function toPajekVector(map: TopicMap): Iterable<string> {
  return inChunks(lines(map, (i) => sixDigits(map.size[i])));
}

function* lines(map: TopicMap, value: (i: number) => number): Iterable<string> {
  yield `*Vertices ${map.papers.length}\n`;
  for (let i = 0; i < map.papers.length; i++) yield `${value(i)}\n`;
}

/** Maps a column to 0.05 … 0.95. */
function unit(column: Float32Array): (i: number) => number {
  const [low = 0, high = 0] = extent(column, sixDigits);
  const span = high - low;
  return (i) => (span > 0 ? sixDigits(0.05 + (0.9 * (sixDigits(column[i]) - low)) / span) : 0.5);
}

/** Pajek has no escapes: quotes become apostrophes, backslashes slashes, control characters spaces. */
function uniqueLabels(): (title: string, key: string) => string {
  const seen = new Set<string>();
  return (title, key) => {
    const plain = oneLine(title).replace(/\s+/g, " ").replace(/"/g, "'").replace(/\\/g, "/");
    let label = plain === "" ? `(${key})` : plain;
    while (seen.has(label)) label += ` (${key})`;
    seen.add(label);
    return label;
  };
}
