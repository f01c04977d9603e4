import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet/src/index.js";
import { compressors } from "hyparquet-compressors";

/** Rows that are decoded at once. */
const ROWS = 8192;

/**
 * The records of a Parquet file.
 * @param onRow told the names of the columns (of the top level) and the values of a row under them, first row first
 * @throws what the decoder says of a file that is damaged
 */
export async function readParquet(
  file: ArrayBuffer,
  onRow: (names: readonly string[], values: readonly unknown[]) => void,
): Promise<void> {
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rows; rowStart += ROWS) {
    const rowEnd = Math.min(rows, rowStart + ROWS);
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors })) {
      const record = new Map<string, unknown>(Object.entries(row));
      onRow(
        names,
        names.map((name) => record.get(name)),
      );
    }
  }
}
