import type { Collection } from "../model/collection.ts";
import { GAP_FIELDS, type GapField, type Gaps } from "../model/gaps.ts";
import { LIKENESS, type Match, type RecordPlace } from "../model/match.ts";
import type { FileReport } from "../model/report.ts";
import { fieldLines } from "./inspect-fields.ts";
import { oneLine, plural } from "./messages.ts";

/** What a missing field means for the map. */
const COST: Readonly<Record<GapField, string>> = {
  abstract: "placed by their titles alone",
  year: "not on the time axis",
  references: "cite nothing in this map",
  authors: "not found by author",
  venue: "not found by venue",
  doi: "matched by title instead",
  keywords: "nothing but a facet",
};

/**
 * What was read, for people: each file with its gaps and its rejects as a table (line, record, what was found, expected
 * and done), then the whole.
 */
export function inspectText(collection: Collection, gaps: Gaps): string {
  const { papers, files, merged, matches = [] } = collection;
  const lines = files.flatMap(fileLines);
  lines.push(
    ...matchLines(matches),
    `${plural(papers.length, "paper")} in all${merged > 0 ? `, ${plural(merged, "duplicate")} merged` : ""}`,
    ...gapLines(gaps, papers.length, ""),
    ...fieldLines(collection),
  );
  return `${lines.join("\n")}\n`;
}

function fileLines(file: FileReport): string[] {
  const { name, format, encoding, papers, merged = 0, warningCount, gaps, refusal } = file;
  const facts = [format, encoding, plural(papers, "paper")];
  if (merged > 0) facts.push(`${merged} merged into papers read before`);
  if (warningCount > 0) facts.push(plural(warningCount, "warning"));
  const lines = [`${oneLine(name)}: ${facts.join(", ")}`];
  if (refusal !== undefined) lines.push(`  no paper could be read: ${oneLine(refusal)}`);
  if (gaps !== undefined && papers > 0) lines.push(...gapLines(gaps, papers, "  "));
  return [...lines, ...rejects(file), ""];
}

function gapLines(gaps: Gaps, papers: number, indent: string): string[] {
  return GAP_FIELDS.filter((field) => gaps[field] > 0).map((field) => {
    const share = Math.floor((100 * gaps[field]) / papers);
    return `${indent}without ${field.padEnd(11)}${String(gaps[field]).padStart(7)} ${`(${share} %)`.padEnd(8)}${COST[field]}`;
  });
}

const MATCHES_SHOWN = 20;

/** Which records were merged into which and why, and what was kept apart. */
function matchLines(matches: readonly Match[]): string[] {
  if (matches.length === 0) return [];
  const place = ({ file, line, id }: RecordPlace) =>
    oneLine(`${file}${line === undefined ? "" : ` line ${line}`} ${id}`);
  const rows = matches.slice(0, MATCHES_SHOWN).map(({ from, into, because, shared, gave, merged }) => {
    const what = !merged ? "kept apart" : gave.length > 0 ? `gave ${gave.join(", ")}` : "gave nothing new";
    return `  ${place(from)} → ${place(into)}: ${oneLine(`${LIKENESS[because]} ${shared}`).trim()}; ${what}`;
  });
  const more = matches.length - rows.length;
  return [
    "the same paper",
    ...rows,
    ...(more > 0 ? [`  and ${more} more: inspect --json lists all`] : []),
    "",
  ];
}

const WIDEST_RECORD = 24;

/** The rejects of a file: at most the 20 that were kept, then how many there were. */
function rejects({ warnings, warningCount }: FileReport): string[] {
  if (warnings.length === 0) return [];
  const rows = warnings.map(({ line, record, message }) => [
    line === undefined ? "" : String(line),
    short(oneLine(record ?? "")),
    oneLine(message),
  ]);
  const width = (column: number, least: string) =>
    Math.max(least.length, ...rows.map((row) => row[column].length));
  const lineWidth = width(0, "line");
  const recordWidth = width(1, "record");
  const row = (line: string, record: string, message: string) =>
    `  ${line.padStart(lineWidth)}  ${record.padEnd(recordWidth)}  ${message}`;
  const more = warningCount - warnings.length;
  return [
    row("line", "record", "found, expected, done"),
    ...rows.map(([line, record, message]) => row(line, record, message)),
    ...(more > 0 ? [`  and ${more} more: ${warningCount} in all`] : []),
  ];
}

function short(record: string): string {
  return record.length > WIDEST_RECORD ? `${record.slice(0, WIDEST_RECORD - 1)}…` : record;
}
