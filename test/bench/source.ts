import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import type { Source } from "../../src/model/collection.ts";

/** A file as the readers take it. */
export function fileSource(path: string): Source {
  return { name: basename(path), size: statSync(path).size, chunks: () => createReadStream(path) };
}
