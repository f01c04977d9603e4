import type { SchemaElement } from "hyparquet/src/types.js";
import { writeColumn } from "hyparquet-writer/src/column.js";
import { ByteWriter, ParquetWriter } from "hyparquet-writer/src/index.js";
import type { ColumnEncoder } from "hyparquet-writer/src/types.js";
import { pageDataOf } from "./page-data.ts";
import { type ColumnShape, isList, LISTS, type ValueType } from "./shapes.ts";
import { isLists, type RowGroup, type Values } from "./values.ts";
import { packZstd } from "./zstd.ts";

/** How the rows of a table are cut. */
export interface PageOptions {
  /** Bytes of a page before it is packed; absent: a column of a row group is one page. */
  readonly pageSize?: number;
}

const compressors = { ZSTD: packZstd };

/**
 * One Parquet file, row group after row group: no more than one of them is in memory. Columns are packed by one program
 * everywhere, so that the same rows are the same bytes; `startZstd` must have settled.
 */
export function* parquetFile(
  shapes: readonly ColumnShape[],
  groups: Iterable<RowGroup>,
  { pageSize = 0 }: PageOptions = {},
): Generator<Uint8Array, void, undefined> {
  const sink = new ByteWriter();
  const writer = new ParquetWriter({
    writer: sink,
    schema: schemaOf(shapes),
    codec: "ZSTD",
    compressors,
    createdBy: "topograph",
  });
  const taken = () => {
    const bytes = sink.getBytes().slice();
    sink.index = 0;
    return bytes;
  };
  const columns = shapes.map((shape) => encoderOf(shape, pageSize));
  for (const group of groups) {
    writeGroup(writer, columns, group);
    yield taken();
  }
  void writer.finish();
  yield taken();
}

/** How a column is written, as `ParquetWriter.write` has it. */
function encoderOf(shape: ColumnShape, pageSize: number): ColumnEncoder {
  const { encoding, statistics = false } = shape;
  const elements = elementsOf(shape);
  return {
    columnName: elements.map((element) => element.name).join("."),
    element: elements[elements.length - 1],
    schemaPath: [{ name: "topograph" }, ...elements],
    codec: "ZSTD",
    compressors,
    stats: statistics,
    pageSize,
    columnIndex: false,
    offsetIndex: pageSize > 0,
    ...(encoding ? { encoding } : {}),
  };
}

/** Adds a row group to a file, as `ParquetWriter.write` does, whose lists are objects a value. */
function writeGroup(file: ParquetWriter, columns: readonly ColumnEncoder[], group: RowGroup): void {
  const rows = rowsIn(group[0]);
  if (rows === 0) return;
  const begin = file.writer.offset;
  const chunks = columns.map((column, k) => {
    const pageData = pageDataOf(group[k], column.element.repetition_type === "REQUIRED");
    const made = writeColumn({ writer: file.writer, column, pageData });
    file.pendingIndexes.push(made);
    return made.chunk;
  });
  file.num_rows += BigInt(rows);
  file.row_groups.push({
    columns: chunks,
    total_byte_size: chunks.reduce(
      (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
      0n,
    ),
    num_rows: BigInt(rows),
    total_compressed_size: BigInt(file.writer.offset - begin),
  });
}

function rowsIn(values: Values): number {
  return isLists(values) ? values.start.length - 1 : values.length;
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
