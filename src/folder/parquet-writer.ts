import { ByteWriter, ParquetWriter } from "hyparquet-writer/src/index.js";
import { type GroupPacker, type Later, type PackedGroup, packGroup, rowsIn } from "./row-group.ts";
import { schemaOf } from "./schema.ts";
import type { ColumnShape } from "./shapes.ts";
import type { RowGroup } from "./values.ts";

export interface FileOptions {
  /** Bytes of a page before it is packed; absent: a column of a row group is one page. */
  readonly pageSize?: number;
  /** Packs row groups on another thread as long as that has time, while this one packs others; absent: this one packs all. */
  readonly packer?: GroupPacker;
}

/** Row groups that may be packed, or wait to be, before the first of them is written. */
const MOST_WAITING = 6;

/**
 * One Parquet file, row group after row group: no more than one of them is in memory, or a few where two threads pack. The
 * same rows are the same bytes wherever they are packed; `startZstd` must have settled.
 */
export function* parquetFile(
  shapes: readonly ColumnShape[],
  groups: Iterable<RowGroup>,
  { pageSize = 0, packer }: FileOptions = {},
): Generator<Uint8Array, void, undefined> {
  const sink = new ByteWriter();
  const writer = new ParquetWriter({ writer: sink, schema: schemaOf(shapes), createdBy: "topograph" });
  const taken = () => {
    const bytes = sink.getBytes().slice();
    sink.index = 0;
    return bytes;
  };
  const waiting: Later[] = [];
  const next = () => {
    const first = waiting.shift();
    if (first) append(writer, first.take());
    return taken();
  };
  for (const rows of groups) {
    if (rowsIn(rows[0]) === 0) continue;
    const group = { shapes, rows, pageSize };
    waiting.push(packer?.offer(group) ?? done(packGroup(group)));
    while (waiting[0]?.isDone() || waiting.length > MOST_WAITING) yield next();
  }
  while (waiting.length > 0) yield next();
  void writer.finish();
  yield taken();
}

function done(packed: PackedGroup): Later {
  return { isDone: () => true, take: () => packed };
}

/** Puts a row group at the end of what a file has. */
function append(file: ParquetWriter, { bytes, rows, columns }: PackedGroup): void {
  const by = BigInt(file.writer.offset);
  let size = 0n;
  for (const { chunk, offsetIndex } of columns) {
    chunk.file_offset += by;
    for (const page of offsetIndex?.page_locations ?? []) page.offset += by;
    const { meta_data: own } = chunk;
    if (!own) continue;
    own.data_page_offset += by;
    if (own.dictionary_page_offset !== undefined) own.dictionary_page_offset += by;
    size += own.total_uncompressed_size;
  }
  file.writer.appendBytes(bytes);
  file.num_rows += BigInt(rows);
  file.row_groups.push({
    columns: columns.map(({ chunk }) => chunk),
    total_byte_size: size,
    num_rows: BigInt(rows),
    total_compressed_size: BigInt(bytes.length),
  });
  file.pendingIndexes.push(...columns);
}
