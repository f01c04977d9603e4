import { writeColumn } from "hyparquet-writer/src/column.js";
import { ByteWriter } from "hyparquet-writer/src/index.js";
import type { ColumnEncoder, PageIndexes } from "hyparquet-writer/src/types.js";
import { pageDataOf } from "./page-data.ts";
import { elementsOf } from "./schema.ts";
import type { ColumnShape } from "./shapes.ts";
import { isLists, type RowGroup, type Values } from "./values.ts";
import { packZstd } from "./zstd.ts";

/** Rows to pack, with what their table is made of. */
export interface Group {
  readonly shapes: readonly ColumnShape[];
  readonly rows: RowGroup;
  /** Bytes of a page before it is packed; 0: a column of a row group is one page. */
  readonly pageSize: number;
}

/** A row group as it stands in a file, its places counted from its own beginning. */
export interface PackedGroup {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly columns: readonly PageIndexes[];
}

/** A row group that is being packed elsewhere. */
export interface Later {
  isDone(): boolean;
  /** Waits where it is not done. */
  take(): PackedGroup;
}

/** Packs row groups on another thread. */
export interface GroupPacker {
  /** Takes a row group; undefined where it has enough to do. */
  offer(group: Group): Later | undefined;
}

/** What one program makes everywhere, so that the same rows are the same bytes. */
const CODEC = "ZSTD";
const compressors = { [CODEC]: packZstd };

/** Packs a row group; `startZstd` must have settled. hyparquet-writer's own way there is one object a value of a list. */
export function packGroup({ shapes, rows, pageSize }: Group): PackedGroup {
  const writer = new ByteWriter();
  const columns = shapes.map((shape, k) => {
    const column = encoderOf(shape, pageSize);
    return writeColumn({ writer, column, pageData: pageDataOf(rows[k], shape.required === true) });
  });
  return { bytes: writer.getBytes().slice(), rows: rowsIn(rows[0]), columns };
}

function encoderOf(shape: ColumnShape, pageSize: number): ColumnEncoder {
  const { encoding, statistics = false } = shape;
  const elements = elementsOf(shape);
  return {
    columnName: elements.map((element) => element.name).join("."),
    element: elements[elements.length - 1],
    schemaPath: [{ name: "topograph" }, ...elements],
    codec: CODEC,
    compressors,
    stats: statistics,
    pageSize,
    columnIndex: false,
    offsetIndex: pageSize > 0,
    ...(encoding ? { encoding } : {}),
  };
}

/** How many rows a column has. */
export function rowsIn(values: Values): number {
  return isLists(values) ? values.start.length - 1 : values.length;
}
