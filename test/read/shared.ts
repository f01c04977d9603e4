import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Collection, Source } from "../../src/model/collection.ts";

export const SHARED = "../shared";

/** All files below a folder, sorted, without READMEs. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && !/\.(?:md|tsv|py)$/.test(path))
    .sort();
}

/** A file as a source, in pieces of 64 K. */
export function fileSource(path: string): Source {
  const bytes = new Uint8Array(readFileSync(path));
  return {
    name: basename(path),
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536);
    },
  };
}

/** The fields of a paper by name: in which order they were set is no matter. */
const inOrder = (paper: object) => Object.entries(paper).sort(([a], [b]) => (a < b ? -1 : 1));

/** What a golden file says of a collection: counts of what papers have, their fields with types, and a digest of the papers. */
export function summary({ papers, files, merged, fields = [] }: Collection) {
  const having = (test: (p: (typeof papers)[number]) => boolean) => papers.filter(test).length;
  return {
    format: files[0].format,
    read: files[0].papers,
    merged,
    warnings: files[0].warningCount,
    abstracts: having((p) => p.abstract !== ""),
    years: having((p) => p.year !== undefined),
    authors: papers.reduce((sum, p) => sum + p.authors.length, 0),
    dois: having((p) => p.doi !== undefined),
    keywords: papers.reduce((sum, p) => sum + p.keywords.length, 0),
    references: papers.reduce((sum, p) => sum + p.references.length, 0),
    fields: fields.map(({ name, type }) => `${name} ${type}`).join(", "),
    digest: createHash("sha256")
      .update(JSON.stringify(papers.map(inOrder)))
      .digest("hex")
      .slice(0, 16),
  };
}
