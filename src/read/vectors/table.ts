import { TopographError } from "../../model/errors.ts";
import { matchFields } from "../fields.ts";
import type { RowPlace } from "./rows.ts";

/** What takes a row of numbers, with what it may be known by. */
export type AddRow = (row: ArrayLike<number>, key: readonly string[], where?: RowPlace) => void;

const MOST_LISTED = 8;

/**
 * Takes the vectors out of the records of a table, whatever format it came in: the column that was named, else the only
 * one of lists of numbers, else all columns of numbers that are no field of a paper. Columns of keys are known by name.
 * @param names of the columns
 * @param first a record, by which the columns are told apart
 * @param column the one that was asked for
 * @throws TopographError (input) where it is not clear which columns are meant, without the name of the file
 */
export function vectorColumns(
  names: readonly string[],
  first: readonly unknown[],
  column: string | undefined,
  add: AddRow,
): (values: readonly unknown[], where?: RowPlace) => void {
  const fields = matchFields(names);
  const known = new Set([...fields.values()].flat());
  const identity = names.findIndex((name) => /^identity$/i.test(name));
  const keys = [identity, ...(fields.get("id") ?? []), ...(fields.get("doi") ?? [])].filter((c) => c >= 0);
  const chosen = chooseColumns(names, first, column, (c) => !known.has(c) && c !== identity);
  return (values, where) => {
    const key = keys.flatMap((c) => (isKey(values[c]) ? [String(values[c])] : []));
    const row =
      chosen.length === 1 ? (listOf(values[chosen[0]]) ?? []) : chosen.map((c) => numberOf(values[c]));
    add(row, key, where);
  };
}

function chooseColumns(
  names: readonly string[],
  first: readonly unknown[],
  column: string | undefined,
  isFree: (column: number) => boolean,
): number[] {
  const list = names.slice(0, MOST_LISTED).join(", ") + (names.length > MOST_LISTED ? " …" : "");
  if (column !== undefined) {
    const at = names.indexOf(column);
    if (at < 0) throw fault(`there is no column ${JSON.stringify(column)}; found ${list}`);
    return [at];
  }
  const lists = names.flatMap((_, c) => (listOf(first[c]) !== undefined ? [c] : []));
  if (lists.length === 1) return lists;
  if (lists.length > 1)
    throw fault(
      `several columns hold lists of numbers: ${lists.map((c) => names[c]).join(", ")}; name one behind the file: FILE#${names[lists[0]]}`,
    );
  const numbers = names.flatMap((_, c) => (isFree(c) && Number.isFinite(numberOf(first[c])) ? [c] : []));
  if (numbers.length > 1) return numbers;
  throw fault(
    `no column holds vectors; expected one of lists of numbers, or columns of numbers; found ${list}`,
  );
}

function isKey(value: unknown): boolean {
  return (
    (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "bigint"
  );
}

function numberOf(value: unknown): number {
  if (typeof value === "string") return value.trim() === "" ? Number.NaN : Number(value);
  return typeof value === "number" ? value : Number.NaN;
}

/** The numbers of a list: an array, an object with one under `vector` (Semantic Scholar), or text in brackets. */
function listOf(value: unknown): ArrayLike<number> | undefined {
  if (typeof value === "string")
    return /^\s*\[/.test(value)
      ? value
          .replace(/^\s*\[|\]\s*$/g, "")
          .trim()
          .split(/[\s,]+/)
          .map(numberOf)
      : undefined;
  if (Array.isArray(value))
    return value.length > 1 && !Array.isArray(value[0]) ? value.map(numberOf) : undefined;
  if (value instanceof Float32Array || value instanceof Float64Array) return value;
  const inner =
    typeof value === "object" && value !== null ? (value as { vector?: unknown }).vector : undefined;
  return Array.isArray(inner) ? listOf(inner) : undefined;
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
