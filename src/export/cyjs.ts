import { paperColors } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { nodeColumns, selectEdges } from "./columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { drawingScale } from "./scale.ts";

/**
 * Writes a map as Cytoscape.js JSON (https://js.cytoscape.org/#notation/elements-json), which Cytoscape Desktop opens too:
 * papers with all attributes under `data` and y downwards, links with their kind also as `interaction`.
 */
export function toCyjs(
  map: TopicMap,
  options: { readonly edges?: readonly EdgeKind[] } = {},
): Iterable<string> {
  return inChunks(pieces(selectEdges(map, options.edges)));
}

function* pieces(map: TopicMap): Iterable<string> {
  const head = { name: map.title, shared_name: map.title };
  yield `{"format_version":"1.0","generated_by":${JSON.stringify(map.generator)},"target_cytoscapejs_version":"~3","data":${JSON.stringify(head)},\n`;
  const columns = nodeColumns(map);
  const color = paperColors(map);
  const { x, y, size } = drawingScale(map);
  yield '"elements":{"nodes":[';
  for (const [i, { title }] of map.papers.entries()) {
    const own = columns.map(({ name, value }) => [name, value(i)]);
    const data = { id: `p${i + 1}`, name: title, ...Object.fromEntries(own), size: size(i), color: color(i) };
    // 0 − y and not −y: zero has no sign.
    yield `${i === 0 ? "\n" : ",\n"}${JSON.stringify({ data, position: { x: x(i), y: 0 - y(i) } })}`;
  }
  yield '\n],"edges":[';
  for (const { number, source, target, evidence, name, sentence, ...row } of edgeRows(map)) {
    const ends = { id: `e${number}`, source: `p${source + 1}`, target: `p${target + 1}` };
    const texts = Object.entries({ evidence, name, sentence }).filter(([, text]) => text !== "");
    const data = { ...ends, interaction: row.kind, ...row, ...Object.fromEntries(texts) };
    yield `${number === 1 ? "\n" : ",\n"}${JSON.stringify({ data })}`;
  }
  yield "\n]}}\n";
}
