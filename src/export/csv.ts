import { paperColors } from "../model/color.ts";
import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { nodeColumns, selectEdges } from "./columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { drawingScale } from "./scale.ts";

/** Writes papers of a map (all, or those given) as the node table of Gephi's spreadsheet import. */
export function toNodesCsv(map: TopicMap, papers: Iterable<number> = map.papers.keys()): Iterable<string> {
  return inChunks(nodeLines(map, papers));
}

/** Writes the links of a map as the edge table of Gephi's spreadsheet import. */
export function toEdgesCsv(
  map: TopicMap,
  options: { readonly edges?: readonly EdgeKind[] } = {},
): Iterable<string> {
  return inChunks(edgeLines(selectEdges(map, options.edges)));
}

function* nodeLines(map: TopicMap, papers: Iterable<number>): Iterable<string> {
  const columns = nodeColumns(map);
  const color = paperColors(map);
  const { x, y, size } = drawingScale(map);
  yield CSV_MARK + csvLine(["Id", "Label", ...columns.map(({ name }) => name), "x", "y", "size", "color"]);
  for (const i of papers)
    yield csvLine([
      `p${i + 1}`,
      map.papers[i].title,
      ...columns.map(({ value }) => value(i) ?? ""),
      x(i),
      y(i),
      size(i),
      color(i),
    ]);
}

function* edgeLines(map: TopicMap): Iterable<string> {
  yield CSV_MARK +
    csvLine([
      "Source",
      "Target",
      "Type",
      "Id",
      "Label",
      "Weight",
      "Kind",
      "Similarity",
      "Shown",
      "Evidence",
      "Sentence",
    ]);
  for (const row of edgeRows(map)) {
    const { source, target, number, kind, weight, similarity, shown, evidence, name, sentence } = row;
    const type = row.directed ? "Directed" : "Undirected";
    yield csvLine([
      `p${source + 1}`,
      `p${target + 1}`,
      type,
      `e${number}`,
      name,
      weight,
      kind,
      similarity,
      shown,
      evidence,
      sentence,
    ]);
  }
}

/** The byte-order mark: Excel takes a file without it for windows-1252. Gephi, pandas and R read files with it. */
export const CSV_MARK = "\ufeff";

/** One line of CSV; text is made safe for spreadsheets, see `cell`. */
export function csvLine(cells: readonly (string | number | boolean)[]): string {
  return `${cells.map(cell).join(",")}\n`;
}

/**
 * Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP: CSV injection); numbers in number
 * columns stay numbers. Gephi takes the quote behind a backslash for one within the text, and a backslash at the end for
 * one before the comma: it then reads all papers that follow as part of one. A blank keeps the two apart.
 */
function cell(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  const text = value
    .toWellFormed()
    .replace(/\0/g, "")
    .replace(/\\(?="|$)/g, "\\ ");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
