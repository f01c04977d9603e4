import { gunzipSync } from "fflate";
import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet/src/index.js";
import { TopographError } from "../model/errors.ts";
import { inMemory, runsOf, withRecent, withTail } from "./byte-runs.ts";
import { type ColumnShape, isList, LISTS, type ValueType } from "./shapes.ts";
import type { Bytes } from "./source.ts";
import { textOf } from "./text-bytes.ts";
import { startZstd, unpackZstd } from "./zstd.ts";

/** Values of a column: a typed array where every row has one, else with null or undefined where there is none. */
export type Cells = ArrayLike<unknown>;

/** A table that is read in parts. */
export interface TableReader {
  readonly rows: number;
  /** Where each row group begins; behind the last the number of rows. */
  readonly groups: Uint32Array;
  /** Whether there is such a column. */
  has(name: string): boolean;
  /**
   * Columns of one row group, in the order of the names; each is read and decoded once and kept for a while. Those that
   * lie side by side come by one request.
   */
  group(group: number, names: readonly string[]): Promise<Cells[]>;
  /** The same of several row groups; those that follow each other come by a request a megabyte. */
  several(groups: readonly number[], names: readonly string[]): Promise<Cells[][]>;
  /** Columns of one row group, as `group` gives them; nothing is kept. */
  passing(group: number, names: readonly string[]): Promise<Cells[]>;
  /** Some rows of a column, by its pages; nothing is kept. */
  rowsOf(name: string, first: number, last: number): Promise<unknown[]>;
}

/** A column of a row group, and its bytes unpacked. */
interface Kept {
  readonly cells: Promise<Cells>;
  readonly size: number;
}

/** The end of a file that is read first and kept: small tables are all in it, of larger ones the lists of row groups and pages. */
export const TAIL = 1 << 17;
/** Bytes of columns that are kept, unpacked: some row groups of texts, or of points. Decoded they are three times as many. */
const KEPT = 3_000_000;
/** Bytes that are kept as they were read: some thirty row groups of texts, so that nothing near is asked for again. */
const RECENT = 8_000_000;

const parsers = { stringFromBytes: (bytes: Uint8Array) => bytes && textOf(bytes) };
/** Of a page of long texts only some are wanted: the others are not decoded. */
const bytesParsers = { stringFromBytes: (bytes: Uint8Array) => bytes };
const compressors = {
  ZSTD: unpackZstd,
  // What folders were packed by until November 2026.
  GZIP: (bytes: Uint8Array, length: number) => gunzipSync(bytes, { out: new Uint8Array(length) }),
};

const TYPES: Readonly<Record<ValueType, readonly string[]>> = {
  string: ["BYTE_ARRAY"],
  json: ["BYTE_ARRAY"],
  int: ["INT32"],
  float: ["FLOAT", "DOUBLE"],
  double: ["FLOAT", "DOUBLE"],
  boolean: ["BOOLEAN"],
};

/**
 * Opens one table of a map folder.
 * @param shapes the columns that are expected; those that are required must be there
 * @param tail bytes of its end that are read first
 * @throws TopographError (input) that names the file
 */
export async function openTable(
  name: string,
  given: Bytes,
  shapes: readonly ColumnShape[],
  tail = TAIL,
): Promise<TableReader> {
  const [file] = await Promise.all([
    told(name, async () => withRecent(await withTail(given, tail), RECENT)),
    startZstd(),
  ]);
  const metadata = await told(name, () =>
    parquetMetadataAsync(file, { parsers, initialFetchSize: tail, geoparquet: false }),
  );
  const columns = checkColumns(name, metadata, shapes);
  const groups = Uint32Array.of(0, ...metadata.row_groups.map(({ num_rows }) => Number(num_rows)));
  for (let g = 1; g < groups.length; g++) groups[g] += groups[g - 1];
  const kept = new Map<string, Kept>();
  const bytesOf = (group: number, column: string) =>
    metadata.row_groups[group].columns.reduce(
      (sum, { meta_data: about }) =>
        sum + (about?.path_in_schema[0] === column ? Number(about.total_uncompressed_size) : 0),
      0,
    );

  /** The wanted rows of some columns, put together of the pieces in which they come. */
  const read = async (
    names: readonly string[],
    rowStart: number,
    rowEnd: number,
    byPages: boolean,
    file: Bytes,
  ) => {
    const pieces = new Map<string, { readonly from: number; readonly cells: Cells }[]>(
      names.map((column) => [column, []]),
    );
    await parquetRead({
      file,
      metadata,
      columns: [...names],
      rowStart,
      rowEnd,
      compressors,
      parsers: byPages ? bytesParsers : parsers,
      geoparquet: false,
      useOffsetIndex: byPages,
      onChunk: ({ columnName, columnData, rowStart: from }) =>
        void pieces.get(columnName)?.push({ from, cells: columnData as Cells }),
    });
    return names.map((column) => joined(pieces.get(column) ?? [], rowStart, rowEnd));
  };

  const groupIn = (group: number, names: readonly string[], bytes: Bytes): Promise<Cells[]> => {
    const keyOf = (column: string) => `${group} ${column}`;
    const missing = names.filter((column) => columns.has(column) && !kept.has(keyOf(column)));
    const found =
      missing.length > 0
        ? told(name, () => read(missing, groups[group], groups[group + 1], false, bytes))
        : undefined;
    for (const [k, column] of missing.entries()) {
      const one = found?.then((all) => all[k]) ?? Promise.resolve([]);
      // What failed may be tried again.
      one.catch(() => kept.delete(keyOf(column)));
      kept.set(keyOf(column), { cells: one, size: bytesOf(group, column) });
    }
    const answers = names.map((column) => {
      const known = kept.get(keyOf(column));
      if (!known) return Promise.resolve<Cells>([]);
      // The latest asked for stays longest.
      kept.delete(keyOf(column));
      kept.set(keyOf(column), known);
      return known.cells;
    });
    let all = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [key, { size }] of kept) {
      if (all <= KEPT) break;
      all -= size;
      kept.delete(key);
    }
    return Promise.all(answers);
  };

  return {
    rows: groups[groups.length - 1],
    groups,
    has: (column) => columns.has(column),
    group: (group, names) => groupIn(group, names, file),
    async passing(group, names) {
      const there = names.filter((column) => columns.has(column));
      const found = await told(name, () => read(there, groups[group], groups[group + 1], false, file));
      return names.map((column) => found[there.indexOf(column)] ?? []);
    },
    async several(list, names) {
      const isMissing = (group: number) =>
        names.some((column) => columns.has(column) && !kept.has(`${group} ${column}`));
      const runs = runsOf(list.filter(isMissing), metadata).map((run) => ({
        ...run,
        bytes: inMemory(file, run),
      }));
      const bytesFor = (group: number) =>
        runs.find(({ first, last }) => group >= first && group <= last)?.bytes ?? file;
      return Promise.all(list.map((group) => groupIn(group, names, bytesFor(group))));
    },
    async rowsOf(column, first, last) {
      if (last <= first || !columns.has(column)) return [];
      const [cells] = await told(name, () => read([column], first, last, true, file));
      return Array.from(cells, (cell) => (cell instanceof Uint8Array ? textOf(cell) : cell));
    },
  };
}

function joined(
  pieces: readonly { readonly from: number; readonly cells: Cells }[],
  first: number,
  last: number,
): Cells {
  if (pieces.length === 1 && pieces[0].from === first && pieces[0].cells.length === last - first)
    return pieces[0].cells;
  const all: unknown[] = new Array(last - first).fill(null);
  for (const { from, cells } of pieces)
    for (let i = Math.max(0, first - from); i < cells.length && from + i < last; i++)
      all[from + i - first] = cells[i];
  return all;
}

function checkColumns(
  name: string,
  metadata: FileMetaData,
  shapes: readonly ColumnShape[],
): ReadonlySet<string> {
  const found = new Map(parquetSchema(metadata).children.map((child) => [child.element.name, child]));
  for (const { name: column, type, required } of shapes) {
    const child = found.get(column);
    if (!child && required)
      throw fault(
        `${name}: there is no column ${JSON.stringify(column)}; found ${[...found.keys()].slice(0, 8).join(", ")}`,
      );
    if (!child) continue;
    let leaf = child;
    while (leaf.children.length > 0) leaf = leaf.children[0];
    const physical = leaf.element.type ?? "a group";
    const types = TYPES[isList(type) ? LISTS[type] : type];
    if (!types.includes(physical) || isList(type) !== leaf.path.length > child.path.length)
      throw fault(
        `${name}: the column ${JSON.stringify(column)} holds ${physical}; expected ${types.join(" or ")}`,
      );
  }
  return new Set(found.keys());
}

/** What the decoder says of a damaged file, with its name. */
async function told<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TopographError) throw error;
    throw fault(`${name} is damaged or cut off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
