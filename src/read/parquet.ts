import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from "hyparquet/src/index.js";
import { compressors } from "hyparquet-compressors";

/** Rows that are decoded at once, where a row group has more than it is worth decoding whole. */
const ROWS = 1 << 16;
/** Bytes of a row group, unpacked, up to which it is decoded at once: in parts it would be unpacked once for each. */
const MOST_BYTES = 1 << 29;

/** Bytes of which parts are read; an `ArrayBuffer` is such. */
export interface FileBytes {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/**
 * The records of a Parquet file.
 * @param onRow told the names of the columns (of the top level) and the values of a row under them, first row first
 * @param isWanted which columns are read; absent: all
 * @throws what the decoder says of a file that is damaged
 */
export async function readParquet(
  file: FileBytes,
  onRow: (names: readonly string[], values: readonly unknown[]) => void,
  isWanted: (column: SchemaTree) => boolean = () => true,
): Promise<void> {
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetSchema(metadata)
    .children.filter(isWanted)
    .map(({ element }) => element.name);
  let first = 0;
  for (const { num_rows, total_byte_size } of metadata.row_groups) {
    const last = first + Number(num_rows);
    const step = Number(total_byte_size) <= MOST_BYTES ? last - first : ROWS;
    for (let rowStart = first; rowStart < last; rowStart += step) {
      const rowEnd = Math.min(last, rowStart + step);
      for (const row of await parquetReadObjects({
        file,
        metadata,
        columns,
        rowStart,
        rowEnd,
        compressors,
      })) {
        const record = new Map<string, unknown>(Object.entries(row));
        onRow(
          columns,
          columns.map((name) => record.get(name)),
        );
      }
    }
    first = last;
  }
}
