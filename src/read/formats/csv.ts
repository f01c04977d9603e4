import { rowCutter } from "../csv/cut.ts";
import { delimiterOf, headerCells, headerStart, isHeaderLine, readHeader } from "../csv/header.ts";
import { type RowReader, rowReader } from "../csv/row.ts";
import { foldName } from "../fields.ts";
import type { Format } from "../record.ts";

const MOST_RAGGED = 50;
/** A line of a table with so much in its only cell is text, not a title. */
const LONGEST_TITLE = 250;

/** CSV and TSV of any service and by hand: columns are recognised by name or mapped by the user. */
export const csv: Format = {
  name: "csv",
  begins: isHeaderLine,
  detect(whole, fileName, options) {
    const head = whole.slice(headerStart(whole, options.columns));
    const delimiter = delimiterOf(head);
    if (delimiter === undefined) return isOneColumn(head, fileName, options.columns) ? 1.2 : 0;
    const columns = readHeader(headerCells(head, delimiter), options.columns);
    if (columns.width < 2) return 0;
    if (columns.fields.has("title")) return columns.fields.size >= 2 ? 2.2 : 1.2;
    const named = /\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(fileName);
    return columns.fields.size >= 2 || named || isTable(head, delimiter) ? 1.1 : 0;
  },
  create(emit, warn, options, whole) {
    const start = headerStart(whole, options.columns);
    const head = whole.slice(start);
    const delimiter = delimiterOf(head) ?? NO_DELIMITER;
    const quoted = delimiter !== "\t" || /(?:^|\t)"[^"\t\n]*"(?:\t|$)/m.test(head);
    let columns: ReturnType<typeof readHeader> | undefined;
    let header: readonly string[] = [];
    let reader: RowReader = rowReader(NO_COLUMNS);
    let refused = false;
    let ordinal = 0;
    let ragged = 0;

    const take = (cells: readonly string[], line: number) => {
      if (refused || cells.every((cell) => cell.trim() === "")) return;
      if (columns === undefined) {
        if (/^sep=.?$/i.test(cells.join(delimiter).trim())) return;
        columns = readHeader(cells, options.columns);
        header = cells.map((cell) => cell.trim());
        reader = rowReader(columns);
        if (columns.fields.has("title")) {
          // Of several tables each may have some of the columns.
          if (!options.amongOthers)
            tellMissing(columns.names, options.columns, (what) => warn(what, { line }));
          return;
        }
        refused = true;
        warn(
          `no column is known as the title; the columns of the header row are ${listed(header)}. Say which is which, for example --columns title="${(cells[0] ?? "").trim()}"; without a header row, add one`,
          { line },
        );
        return;
      }
      // Exports that were joined: a header row, perhaps of other columns, in the middle.
      if (repeatsHeader(cells, header)) {
        const again = readHeader(cells, options.columns);
        if (!again.fields.has("title")) return;
        columns = again;
        header = cells.map((cell) => cell.trim());
        reader = rowReader(columns);
        return;
      }
      ordinal++;
      if (cells.length === 1 && columns.width > 2 && cells[0].length > LONGEST_TITLE) {
        warn(`found one cell of ${cells[0].length} characters, expected ${columns.width} columns; left out`, {
          line,
          record: `row ${ordinal}`,
        });
        return;
      }
      if (
        cells.length !== columns.width &&
        !(cells.length === columns.width + 1 && cells[cells.length - 1] === "")
      ) {
        if (ragged++ < MOST_RAGGED)
          warn(
            `found ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, expected ${columns.width} columns; the row was read as far as it goes`,
            {
              line,
              record: `row ${ordinal}`,
            },
          );
      }
      emit(reader(cells, line, `row ${ordinal}`));
    };

    const cutter = rowCutter(delimiter, quoted, take, (line) =>
      warn('a quote (") is opened and never closed; read as a letter, and the row ended at its line end', {
        line,
      }),
    );
    if (start === 0) return cutter;
    const before = whole.slice(0, start).split("\n").length - 1;
    warn(
      `${before} ${before === 1 ? "line" : "lines"} before the header row left out: “${whole.slice(0, 60).trim().split("\n", 1)[0]}”`,
      { line: 1 },
    );
    let skip = start;
    return {
      push(text) {
        // Blank lines in their place, so that the rows keep their line numbers.
        cutter.push(skip > 0 ? "\n".repeat(before) + text.slice(skip) : text);
        skip = 0;
      },
      inside: () => cutter.inside(),
      end: () => cutter.end(),
    };
  },
};

function listed(header: readonly string[]): string {
  return `${header.slice(0, 12).join(", ")}${header.length > 12 ? " …" : ""}`;
}

/** Tells of the columns that the user named and the header row lacks. */
function tellMissing(
  header: readonly string[],
  mapped: ReadonlyMap<string, string>,
  tell: (what: string) => void,
): void {
  const known = new Set(header.map(foldName));
  for (const [column, field] of mapped)
    if (!known.has(foldName(column)))
      tell(
        `no column is called "${column}", which --columns names for ${field}; the columns of the header row are ${listed(header)}; read without it`,
      );
}

/** Stands for the delimiter of a table with one column. */
const NO_DELIMITER = "\u001f";

/** Whether the first line is the name of a column of titles and nothing else. */
function isOneColumn(head: string, fileName: string, mapped: ReadonlyMap<string, string>): boolean {
  const [first = "", second] = head.trimStart().split("\n", 2);
  if (second === undefined || !readHeader([first.replaceAll('"', "")], mapped).fields.has("title"))
    return false;
  return /\.(?:csv|tsv)(?:\.gz)?$/i.test(fileName) || /^"?title"?\s*$/i.test(first);
}

const NO_COLUMNS = { service: "csv", width: 0, fields: new Map(), names: [] };

/** Whether a row says what the header row said: its own names for at least two columns, and for half of them. */
function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  let same = 0;
  for (let i = 0; i < cells.length; i++) {
    // Rows of papers differ in their first cells.
    if (i > 1 && same === 0) return false;
    if (cells[i] !== "" && cells[i].length < 100 && header.includes(cells[i].trim())) same++;
  }
  return same >= 2 && same >= cells.length * 0.5;
}

/** Whether the first lines have as many short cells each: a table, even if no column is known. */
function isTable(head: string, delimiter: string): boolean {
  const lines = head.slice(0, 10_000).split(/\r?\n/).slice(0, 7).slice(0, -1);
  const header = lines[0]?.split(delimiter) ?? [];
  // References in a numbered list have commas enough.
  if (lines.every((line) => /^\s*(?:\[\d+\]|\(\d+\)|\d+[.)])\s/.test(line))) return false;
  if (lines.length < 2 || header.length < 3 || header.some((cell) => cell.length > 40)) return false;
  return lines.every((line) => line.split(delimiter).length === header.length);
}
