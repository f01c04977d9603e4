import type { FileMetaData } from "hyparquet/src/index.js";
import type { Bytes } from "./source.ts";

/** Bytes of row groups that are read by one request, where they follow each other. */
const RUN = 1 << 20;

/** Row groups first … last, and the bytes [from, to) in which they lie. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Row groups that follow each other, put together up to `RUN` bytes. */
export function runsOf(groups: readonly number[], { row_groups }: FileMetaData): Run[] {
  const runs: Run[] = [];
  for (const group of groups) {
    const starts = row_groups[group].columns.map(({ file_offset }) => Number(file_offset));
    const ends = row_groups[group].columns.map(
      ({ file_offset, meta_data }) => Number(file_offset) + Number(meta_data?.total_compressed_size ?? 0),
    );
    const [from, to] = [Math.min(...starts), Math.max(...ends)];
    const before = runs.at(-1);
    if (before && before.last + 1 === group && before.to <= from && to - before.from <= RUN)
      runs[runs.length - 1] = { ...before, last: group, to };
    else runs.push({ first: group, last: group, from, to });
  }
  return runs;
}

/** A file of which some bytes are read once, when they are first needed. */
export function inMemory(file: Bytes, { from, to }: Run): Bytes {
  let part: Promise<ArrayBuffer> | undefined;
  return {
    byteLength: file.byteLength,
    async slice(start, end = file.byteLength) {
      if (start < from || end > to) return file.slice(start, end);
      part ??= Promise.resolve(file.slice(from, to));
      return (await part).slice(start - from, end - from);
    },
  };
}

/** A file of which what was read last stays in memory, up to some bytes. */
export function withRecent(file: Bytes, most: number): Bytes {
  const kept = new Map<string, { readonly part: Promise<ArrayBuffer>; readonly size: number }>();
  let all = 0;
  const forget = (key: string) => {
    all -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    byteLength: file.byteLength,
    slice(start, end = file.byteLength) {
      const key = `${start} ${end}`;
      const known = kept.get(key);
      const part = known?.part ?? Promise.resolve(file.slice(start, end));
      forget(key);
      kept.set(key, { part, size: end - start });
      all += end - start;
      // What failed may be tried again.
      part.catch(() => forget(key));
      for (const [oldest] of kept) {
        if (all <= most) break;
        forget(oldest);
      }
      return part;
    },
  };
}

/** A file whose end is in memory. */
export async function withTail(file: Bytes, length: number): Promise<Bytes> {
  const from = Math.max(0, file.byteLength - length);
  const tail = await file.slice(from, file.byteLength);
  return {
    byteLength: file.byteLength,
    slice: (start, end = file.byteLength) =>
      start >= from ? tail.slice(start - from, end - from) : file.slice(start, end),
  };
}
