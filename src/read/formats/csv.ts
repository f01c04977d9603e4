import Papa from "papaparse";
import { delimiterOf, headerCells, readHeader } from "../csv/header.ts";
import { rowRecord } from "../csv/row.ts";
import type { Format } from "../record.ts";

/** One row may be this long before an opened quote counts as never closed. */
const LONGEST_ROW = 20_000_000;
const BLOCK = 1 << 18;

/**
 * CSV and TSV of any service and by hand: columns are recognised by name or mapped by the user.
 * Rows are cut here (quotes followed, line numbers kept), their cells by papaparse, many rows at a time.
 */
export const csv: Format = {
  name: "csv",
  detect(head, fileName, options) {
    const delimiter = delimiterOf(head);
    if (delimiter === undefined) return 0;
    const columns = readHeader(headerCells(head, delimiter), options.columns);
    if (columns.width < 2) return 0;
    if (columns.fields.has("title")) return columns.fields.size >= 2 ? 2.2 : 1.2;
    const named = /\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(fileName);
    return columns.fields.size >= 2 || named || isTable(head, delimiter) ? 1.1 : 0;
  },
  create(emit, warn, options, head) {
    const delimiter = delimiterOf(head) ?? ",";
    const quoted = delimiter !== "\t" || /(?:^|\t)"[^"\t\n]*"(?:\t|\r?\n)/.test(head);
    let columns: ReturnType<typeof readHeader> | undefined;
    let refused = false;
    let ordinal = 0;
    let ragged = 0;

    const take = (cells: readonly string[], line: number) => {
      if (refused || cells.every((cell) => cell.trim() === "")) return;
      if (columns === undefined) {
        if (/^sep=.?$/i.test(cells.join(delimiter).trim())) return;
        columns = readHeader(cells, options.columns);
        if (columns.fields.has("title")) return;
        refused = true;
        warn(
          `no column is known as the title; the columns of the header row are ${cells
            .slice(0, 12)
            .map((name) => name.trim())
            .join(
              ", ",
            )}${cells.length > 12 ? " …" : ""}. Say which is which, for example --columns title="${(cells[0] ?? "").trim()}"; without a header row, add one`,
          { line },
        );
        return;
      }
      ordinal++;
      if (
        cells.length !== columns.width &&
        !(cells.length === columns.width + 1 && cells[cells.length - 1] === "")
      ) {
        if (ragged++ < 50)
          warn(
            `found ${cells.length} cells, expected ${columns.width} columns; the row was read as far as it goes`,
            {
              line,
              record: `row ${ordinal}`,
            },
          );
      }
      emit({ line, record: `row ${ordinal}`, ...rowRecord(cells, columns) });
    };

    // Rows that have come whole wait here, to be cut into cells together.
    let waiting: string[] = [];
    let lines: number[] = [];
    let size = 0;
    const flush = () => {
      if (waiting.length === 0) return;
      const { data } = Papa.parse<string[]>(waiting.join("\n"), {
        delimiter,
        newline: "\n",
        ...(quoted ? {} : { quoteChar: "\u0000" }),
      });
      if (data.length === waiting.length) for (const [i, cells] of data.entries()) take(cells, lines[i]);
      else
        for (const [i, row] of waiting.entries()) {
          // Quotes that contradict each other: row by row, so that one row's trouble stays its own.
          const cells = Papa.parse<string[]>(row, { delimiter, newline: "\n" }).data;
          take(cells.length === 1 ? cells[0] : row.replaceAll('"', "").split(delimiter), lines[i]);
        }
      waiting = [];
      lines = [];
      size = 0;
    };
    const addRow = (row: string, line: number) => {
      if (row.trim() === "") return;
      waiting.push(row);
      lines.push(line);
      size += row.length;
      if (size > BLOCK || columns === undefined) flush();
    };
    const rows = rowCutter(quoted, delimiter, addRow, (line) =>
      warn('a quote (") is opened and never closed; the row was ended at its first line', { line }),
    );
    return {
      push: rows.push,
      end() {
        rows.end();
        flush();
      },
    };
  },
};

/** Whether the first lines have as many short cells each: a table, even if no column is known. */
function isTable(head: string, delimiter: string): boolean {
  const lines = head.slice(0, 10_000).split(/\r?\n/).slice(0, 7).slice(0, -1);
  const header = lines[0]?.split(delimiter) ?? [];
  if (lines.length < 2 || header.length < 3 || header.some((cell) => cell.length > 40)) return false;
  return lines.every((line) => line.split(delimiter).length === header.length);
}

/** Cuts text into rows: line ends outside quotes. A quote opens only at the start of a cell. */
function rowCutter(
  quoted: boolean,
  delimiter: string,
  onRow: (row: string, line: number) => void,
  onUnclosed: (line: number) => void,
) {
  const separator = delimiter.charCodeAt(0);
  let text = "";
  let at = 0;
  let begin = 0;
  let line = 1;
  let rowLine = 1;
  let inQuotes = false;
  let cellStart = true;

  const scan = (final: boolean) => {
    for (;;) {
      if (inQuotes) {
        // Inside quotes only a quote matters: skip to it.
        const quote = text.indexOf('"', at);
        const stop = quote < 0 ? text.length : quote;
        for (let lf = text.indexOf("\n", at); lf >= 0 && lf < stop; lf = text.indexOf("\n", lf + 1)) line++;
        at = stop;
        if (quote < 0 || (quote === text.length - 1 && !final)) return;
        if (text.charCodeAt(quote + 1) === 34) {
          at = quote + 2;
          continue;
        }
        // A quote that no delimiter follows is a letter ("5" disk"), as papaparse sees it too.
        if (
          quote + 1 < text.length &&
          !/[\s]/.test(text[quote + 1]) &&
          text.charCodeAt(quote + 1) !== separator
        ) {
          at = quote + 1;
          continue;
        }
        inQuotes = false;
        cellStart = false;
        at = quote + 1;
      }
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at);
        if (c === 10 || c === 13) {
          if (c === 13 && at === text.length - 1 && !final) return;
          onRow(text.slice(begin, at), rowLine);
          if (c === 13 && text.charCodeAt(at + 1) === 10) at++;
          line++;
          rowLine = line;
          begin = at + 1;
          cellStart = true;
        } else if (c === separator) cellStart = true;
        else if (c === 34 && cellStart && quoted) {
          inQuotes = true;
          at++;
          break;
        } else if (c !== 32) cellStart = false;
      }
      if (!inQuotes) return;
    }
  };

  /** The open row's quote never closes: its first line is a row of its own, the rest is read again. */
  const giveUp = () => {
    onUnclosed(rowLine);
    const end = text.indexOf("\n", begin);
    const stop = end < 0 ? text.length : end;
    onRow(text.slice(begin, stop).replaceAll('"', ""), rowLine);
    line = rowLine + 1;
    rowLine = line;
    begin = stop + 1;
    at = begin;
    inQuotes = false;
    cellStart = true;
  };

  let restarts = 0;
  return {
    push(piece: string): void {
      text = begin > 0 ? text.slice(begin) + piece : text + piece;
      at -= begin;
      begin = 0;
      scan(false);
      if (inQuotes && text.length - begin > LONGEST_ROW) {
        giveUp();
        scan(false);
      }
    },
    end(): void {
      scan(true);
      while (inQuotes && begin < text.length && restarts++ < 200) {
        giveUp();
        scan(true);
      }
      if (begin < text.length) onRow(text.slice(begin), rowLine);
    },
  };
}
