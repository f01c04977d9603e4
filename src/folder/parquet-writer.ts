import type { SchemaElement } from "hyparquet/src/types.js";
import { ByteWriter, ParquetWriter } from "hyparquet-writer/src/index.js";
import { type ColumnShape, isList, LISTS, type ValueType } from "./shapes.ts";
import { packZstd } from "./zstd.ts";

/** The values of one column in one row group: a typed array, or anything with null where there is none. */
export type Values = Float32Array | Float64Array | Int32Array | readonly unknown[];

/** Rows that are written together: every column of the shapes, in their order. */
export type RowGroup = readonly Values[];

/** How the rows of a table are cut. */
export interface PageOptions {
  /** Bytes of a page before it is packed; absent: a column of a row group is one page. */
  readonly pageSize?: number;
}

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
    compressors: { ZSTD: packZstd },
    createdBy: "topograph",
  });
  const taken = () => {
    const bytes = sink.getBytes().slice();
    sink.index = 0;
    return bytes;
  };
  for (const group of groups) {
    const rows = group[0].length;
    if (rows === 0) continue;
    const columnData = shapes.map(({ name, encoding, statistics = false }, k) => ({
      name,
      data: group[k] as unknown[],
      statistics,
      offsetIndex: pageSize > 0,
      ...(encoding ? { encoding } : {}),
    }));
    void writer.write({ columnData, rowGroupSize: rows, pageSize });
    yield taken();
  }
  void writer.finish();
  yield taken();
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
