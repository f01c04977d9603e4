import { gzipSync } from "fflate";
import type { SchemaElement } from "hyparquet/src/types.js";
import { ByteWriter, ParquetWriter } from "hyparquet-writer/src/index.js";
import { type ColumnShape, isList, LISTS, type ValueType } from "./shapes.ts";

/** The values of one column in one row group: a typed array, or anything with null where there is none. */
export type Values = Float32Array | Float64Array | Int32Array | readonly unknown[];

/** Rows that are written together: every column of the shapes, in their order. */
export type RowGroup = readonly Values[];

/** How the rows of a table are cut. */
export interface PageOptions {
  /** Bytes of a page before it is packed; absent: a column of a row group is one page. */
  readonly pageSize?: number;
}

/** Rows to pack, with what their table is made of. */
export interface Group extends PageOptions {
  readonly shapes: readonly ColumnShape[];
  readonly rows: RowGroup;
}

/** A row group as it stands in a file, its places counted from the beginning of a file of its own. */
export interface PackedGroup {
  readonly bytes: Uint8Array;
  readonly group: ParquetWriter["row_groups"][number];
  readonly indexes: ParquetWriter["pendingIndexes"];
}

/** Packs row groups on other threads; they come back in the order in which they were given. */
export interface GroupPacker {
  /** So many are given before the first is taken. */
  readonly ahead: number;
  give(group: Group): void;
  take(): PackedGroup;
}

/** What a file begins with. */
const HEAD = 4;

/**
 * One Parquet file, row group after row group: no more than one of them is in memory, or a few where others pack them.
 * Columns are packed by gzip through fflate, so that the same rows are the same bytes everywhere.
 */
export function* parquetFile(
  shapes: readonly ColumnShape[],
  groups: Iterable<RowGroup>,
  pages: PageOptions = {},
  packer?: GroupPacker,
): Generator<Uint8Array, void, undefined> {
  const { sink, writer } = open(shapes);
  const taken = () => {
    const bytes = sink.getBytes().slice();
    sink.index = 0;
    return bytes;
  };
  const place = (packed: PackedGroup) => {
    append(writer, packed);
    return taken();
  };
  let given = 0;
  for (const rows of groups) {
    if (rows[0].length === 0) continue;
    const group = { shapes, rows, ...pages };
    if (!packer) {
      yield place(packGroup(group));
      continue;
    }
    packer.give(group);
    if (++given <= packer.ahead) continue;
    given--;
    yield place(packer.take());
  }
  for (; packer && given > 0; given--) yield place(packer.take());
  void writer.finish();
  yield taken();
}

function open(shapes: readonly ColumnShape[]) {
  const sink = new ByteWriter();
  const writer = new ParquetWriter({
    writer: sink,
    schema: schemaOf(shapes),
    codec: "GZIP",
    compressors: { GZIP: pack },
    createdBy: "topograph",
  });
  return { sink, writer };
}

/** Packs one row group, wherever it will stand. */
export function packGroup({ shapes, rows, pageSize = 0 }: Group): PackedGroup {
  const { sink, writer } = open(shapes);
  const columnData = shapes.map(({ name, encoding, codec, statistics = false }, k) => ({
    name,
    data: rows[k] as unknown[],
    statistics,
    offsetIndex: pageSize > 0,
    ...(encoding ? { encoding } : {}),
    ...(codec ? { codec } : {}),
  }));
  void writer.write({ columnData, rowGroupSize: rows[0].length, pageSize });
  return {
    bytes: sink.getBytes().slice(HEAD),
    group: writer.row_groups[0],
    indexes: writer.pendingIndexes,
  };
}

/** Puts a row group at the end of what a file has. */
function append(writer: ParquetWriter, { bytes, group, indexes }: PackedGroup): void {
  const by = BigInt(writer.writer.offset - HEAD);
  for (const column of group.columns) {
    column.file_offset += by;
    const { meta_data: own } = column;
    if (!own) continue;
    own.data_page_offset += by;
    if (own.dictionary_page_offset !== undefined) own.dictionary_page_offset += by;
  }
  for (const { offsetIndex } of indexes)
    for (const page of offsetIndex?.page_locations ?? []) page.offset += by;
  writer.writer.appendBytes(bytes);
  writer.row_groups.push(group);
  writer.pendingIndexes.push(...indexes);
  writer.num_rows += group.num_rows;
}

/**
 * No time of packing. The memory is named because fflate otherwise works it out by Math.log: little for few bytes, since
 * making its tables takes longer than packing them.
 */
function pack(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, {
    level: 6,
    mem: bytes.length < 1 << 12 ? 0 : bytes.length < 1 << 16 ? 4 : 8,
    mtime: 0,
  });
}

/** A schema that lists its columns; lists are groups of three levels, as the format says. */
function schemaOf(shapes: readonly ColumnShape[]): SchemaElement[] {
  const root: SchemaElement = { name: "topograph", num_children: shapes.length };
  return [root, ...shapes.flatMap(elementsOf)];
}

function elementsOf({ name, type, required }: ColumnShape): SchemaElement[] {
  const repetition_type = required ? "REQUIRED" : "OPTIONAL";
  if (!isList(type)) return [{ name, repetition_type, ...PHYSICAL[type] }];
  return [
    {
      name,
      repetition_type,
      num_children: 1,
      converted_type: "LIST",
      logical_type: { type: "LIST" },
    },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    {
      name: "element",
      repetition_type: "REQUIRED",
      ...PHYSICAL[LISTS[type]],
    },
  ];
}

const TEXT: Omit<SchemaElement, "name"> = {
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  logical_type: { type: "STRING" },
};
const PHYSICAL: Readonly<Record<ValueType, Omit<SchemaElement, "name">>> = {
  string: TEXT,
  // As text: what is in it is JSON as it stands in the map's file, to the letter.
  json: TEXT,
  int: { type: "INT32" },
  float: { type: "FLOAT" },
  double: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
};
