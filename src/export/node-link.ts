import { paperColors } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { nodeColumns, selectEdges } from "./columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { drawingScale } from "./scale.ts";

/**
 * Writes a map as node-link JSON, streamed: what networkx's `node_link_graph` reads (3.4 and newer; `edges="edges"` for
 * older ones). As in GraphML, a map with directed and undirected edges is written all directed, with a boolean
 * `directed` on every edge: networkx has no mixed graphs.
 */
export function toNodeLink(
  map: TopicMap,
  options: { readonly edges?: readonly EdgeKind[] } = {},
): Iterable<string> {
  return inChunks(pieces(selectEdges(map, options.edges)));
}

function* pieces(map: TopicMap): Iterable<string> {
  const columns = nodeColumns(map);
  const color = paperColors(map);
  const { x, y, size } = drawingScale(map);
  const allDirected = map.edges.some((list) => list.directed);
  const graph = { title: map.title, generator: map.generator };
  yield `{"directed":${allDirected},"multigraph":true,"graph":${JSON.stringify(graph)},\n"nodes":[`;
  for (const [i, { title }] of map.papers.entries()) {
    const own = Object.fromEntries(columns.map((column) => [column.name, column.value(i)]));
    // Last, so that no field of a paper takes the place of what the graph rests on.
    const node = { label: title, ...own, x: x(i), y: y(i), size: size(i), color: color(i), id: `p${i + 1}` };
    yield `${i === 0 ? "\n" : ",\n"}${JSON.stringify(node)}`;
  }
  yield '\n],\n"edges":[';
  for (const { number, source, target, evidence, name, sentence, ...row } of edgeRows(map)) {
    const ends = { source: `p${source + 1}`, target: `p${target + 1}`, key: `e${number}` };
    const texts = Object.entries({ evidence, name, sentence }).filter(([, text]) => text !== "");
    const edge = { ...ends, ...row, ...Object.fromEntries(texts) };
    yield `${number === 1 ? "\n" : ",\n"}${JSON.stringify(edge)}`;
  }
  yield "\n]}\n";
}
