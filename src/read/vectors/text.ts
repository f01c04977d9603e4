import { TopographError } from "../../model/errors.ts";
import { rowCutter } from "../csv/cut.ts";
import { delimiterOf } from "../csv/header.ts";
import { lineSplitter } from "../lines.ts";
import type { Parser, Warn } from "../record.ts";
import { type AddRow, vectorColumns } from "./table.ts";

/**
 * A parser of vectors in text: JSON Lines (records with a list of numbers, or lists alone), or a table of numbers.
 * @param head its beginning
 * @param column the one that was asked for
 */
export function textVectors(head: string, column: string | undefined, add: AddRow, warn: Warn): Parser {
  return /^[\ufeff\s]*[[{]/.test(head) ? jsonLines(column, add, warn) : table(head, column, add, warn);
}

/** What Python writes of numbers that are none. */
const NO_NUMBER = /[[,:]\s*(NaN|-?Infinity)\s*[,\]}]/;

function jsonLines(column: string | undefined, add: AddRow, warn: Warn): Parser {
  let take: ReturnType<typeof vectorColumns> | undefined;
  let names: readonly string[] = [];
  return lineSplitter((line, number) => {
    const text = number === 1 ? line.replace(/^\ufeff/, "") : line;
    if (text.trim() === "") return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      const odd = NO_NUMBER.exec(text)?.[1];
      const what = odd
        ? `found ${odd}, which JSON does not have, expected a finite number`
        : "found no JSON, expected a record in one line";
      warn(`${what}; left out`, { line: number });
      return;
    }
    if (Array.isArray(value) && value.every((v) => typeof v === "number")) add(value, [], { line: number });
    else if (typeof value !== "object" || value === null || Array.isArray(value))
      warn("found no record, expected an object or a list of numbers; left out", { line: number });
    else {
      const record = new Map<string, unknown>(Object.entries(value));
      if (take === undefined) {
        names = [...record.keys()];
        take = vectorColumns(names, [...record.values()], column, add);
      }
      take(
        names.map((name) => record.get(name)),
        { line: number },
      );
    }
  });
}

/** A table with a header row, or of numbers alone, perhaps behind a key. */
function table(head: string, column: string | undefined, add: AddRow, warn: Warn): Parser {
  let header: readonly string[] | undefined;
  let take: ReturnType<typeof vectorColumns> | undefined;
  let isFirst = true;
  const onRow = (cells: readonly string[], line: number) => {
    if (isFirst) {
      isFirst = false;
      if (isHeader(cells)) {
        header = cells.map((cell) => cell.trim());
        return;
      }
      if (column !== undefined)
        throw new TopographError("input", `there is no header row with the column ${JSON.stringify(column)}`);
    }
    if (header) {
      take ??= vectorColumns(header, cells, column, add);
      take(cells, { line });
      return;
    }
    const [key, ...rest] = cells;
    if (isNumber(key)) add(cells.map(Number), [], { line });
    else
      add(
        rest.map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell))),
        [key.trim()],
        { line },
      );
  };
  return rowCutter(delimiterOf(head) ?? ",", true, onRow, (line) =>
    warn("a quote is not closed; taken for a letter", { line }),
  );
}

/** A row of names: two that are no numbers, or a first that is empty or called as keys are, before numbered columns. */
function isHeader(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => !isNumber(cell));
  return (
    words.length > 1 ||
    (words.length === 1 && /^(?:\ufeff?|"?(?:id|key|doi|identity|paper_?id)"?)$/i.test(cells[0].trim()))
  );
}

function isNumber(cell: string): boolean {
  return (
    cell.trim() !== "" && (!Number.isNaN(Number(cell)) || /^\s*[-+]?(?:nan|inf(?:inity)?)\s*$/i.test(cell))
  );
}
