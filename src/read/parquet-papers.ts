import type { SchemaTree } from "hyparquet/src/index.js";
import type { Source } from "../model/collection.ts";
import { itemTaker } from "./json/items.ts";
import { isObject, type JsonObject } from "./json/value.ts";
import { readParquet } from "./parquet.ts";
import type { Emit, ReadOptions, Warn } from "./record.ts";
import { wholeBytes } from "./whole.ts";

/**
 * Emits the rows of a Parquet file as records: columns are what members are in JSON, so that dumps of a service are read
 * as its JSON is, and tables by the names of their columns. Lists of numbers with a point (vectors) are passed over.
 * @returns why it could not be read; undefined where it could
 */
export async function readParquetPapers(
  source: Source,
  emit: Emit,
  warn: Warn,
  options: ReadOptions,
): Promise<string | undefined> {
  // A row is no line.
  const take = itemTaker(
    ({ line: _, ...record }) => emit(record),
    (message, where) => warn(message, where?.record === undefined ? {} : { record: where.record }),
    options,
  );
  try {
    await readParquet(
      await bytesOf(source),
      (names, values) =>
        take(Object.fromEntries(names.map((name, k) => [name, plain(values[k])])) as JsonObject, 0, "row"),
      (column) => !isVector(column),
    );
  } catch (error) {
    return `the Parquet file is damaged, cut off or of a kind that is not read: ${error instanceof Error ? error.message : String(error)}`;
  }
  return undefined;
}

/** A value as JSON has it: whole numbers of 64 bits as numbers or digits, times as ISO 8601, bytes as nothing. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value instanceof Uint8Array) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, plain);
  if (isDate(value)) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

function isDate(value: unknown): value is { toISOString(): string } {
  return typeof (value as { toISOString?: unknown }).toISOString === "function";
}

/** Whether a column holds lists of numbers with a point. */
function isVector(column: SchemaTree): boolean {
  let leaf = column;
  while (leaf.children.length === 1) [leaf] = leaf.children;
  const { type } = leaf.element;
  return leaf !== column && leaf.children.length === 0 && (type === "FLOAT" || type === "DOUBLE");
}

/** The bytes of a source where they lie, or all of them in memory. */
async function bytesOf(source: Source) {
  const { size, slice } = source;
  if (size !== undefined && slice)
    return { byteLength: size, slice: (start: number, end = size) => slice(start, end) };
  return (await wholeBytes(source)).buffer;
}
