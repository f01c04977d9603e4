import type { Collection, Source } from "../../src/model/collection.ts";
import type { Paper } from "../../src/model/paper.ts";
import { type ReaderOptions, readPapers } from "../../src/read/read.ts";
import type { Format } from "../../src/read/record.ts";

/** A source over text or bytes, handed out in pieces of `size` bytes. */
export function source(name: string, content: string | Uint8Array, size = 1 << 16): Source {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** Reads one file. */
export function read(
  content: string | Uint8Array,
  name = "file",
  options: ReaderOptions = {},
): Promise<Collection> {
  return readPapers([source(name, content)], options);
}

/** The only paper of a file. */
export async function one(content: string, name = "file", options: ReaderOptions = {}): Promise<Paper> {
  const { papers, files } = await read(content, name, options);
  if (papers.length !== 1)
    throw new Error(`${papers.length} papers, expected one; ${files[0].refusal ?? ""}`);
  return papers[0];
}

/** All messages of a collection's files, one string each: "line 3: record: message". */
export function messages({ files }: Collection): string[] {
  return files.flatMap((file) => [
    ...file.warnings.map(
      (w) => `${w.line === undefined ? "" : `line ${w.line}: `}${w.record ?? ""}: ${w.message}`,
    ),
    ...(file.refusal === undefined ? [] : [file.refusal]),
  ]);
}

export const titles = ({ papers }: Collection): string[] => papers.map((paper) => paper.title);

/** How sure a format is of a text: 0 no, 1 perhaps, 2 probably, 3 surely. */
export const sureness = (format: Format, head: string, name = "file"): number =>
  format.detect(head, name, { columns: new Map() });

/** A paper as a table of tests shows it: fields that say nothing and the identity left out. */
export function said({ identity, ...paper }: Paper): Partial<Paper> {
  const entries = Object.entries(paper).filter(([, value]) => String(value) !== "");
  return Object.fromEntries(entries);
}
