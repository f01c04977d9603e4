import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TextStore } from "../read/slim.ts";

const WRITTEN_AT_ONCE = 1 << 20;
const READ_AT_ONCE = 1 << 12;

/** Texts of one line each in a temporary file, which goes with the process or `close`; undefined where none can be made. */
export function temporaryStore(): (TextStore & { close(): void }) | undefined {
  let folder: string;
  try {
    folder = mkdtempSync(join(tmpdir(), "topograph-"));
  } catch {
    return undefined;
  }
  const descriptor = openSync(join(folder, "papers"), "wx+");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // An open file needs no name, and without one nothing is left of it, whatever ends the process.
    remove();
  } catch {
    // Some systems keep the folder of an open file: `close` removes it.
  }
  let pending: Buffer[] = [];
  let pendingSize = 0;
  let size = 0;
  const flush = () => {
    const all = Buffer.concat(pending);
    for (let at = 0; at < all.length; ) at += writeSync(descriptor, all, at);
    pending = [];
    pendingSize = 0;
  };
  return {
    put(text) {
      const bytes = Buffer.from(`${text}\n`);
      const key = size;
      pending.push(bytes);
      pendingSize += bytes.length;
      size += bytes.length;
      if (pendingSize >= WRITTEN_AT_ONCE) flush();
      return key;
    },
    get(key) {
      if (pendingSize > 0) flush();
      const parts: Buffer[] = [];
      for (let at = key; at < fstatSync(descriptor).size; at += READ_AT_ONCE) {
        const part = Buffer.alloc(READ_AT_ONCE);
        const end = part.subarray(0, readSync(descriptor, part, 0, READ_AT_ONCE, at)).indexOf(10);
        parts.push(end < 0 ? part : part.subarray(0, end));
        if (end >= 0) break;
      }
      return Buffer.concat(parts).toString();
    },
    close() {
      closeSync(descriptor);
      remove();
    },
  };
}
