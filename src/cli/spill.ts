import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TopographError } from "../model/errors.ts";
import type { TextStore } from "../read/spilled.ts";
import { reasonOf } from "./reasons.ts";

const WRITTEN_AT_ONCE = 1 << 20;
/** What stands behind a text that is read is read with it: texts are mostly asked for in their order … */
const READ_AHEAD = 1 << 18;
/** … and where they are not, no more than a text is. */
const READ_ALONE = 1 << 12;
const LINE_END = 10;
/** A UTF-16 unit is at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

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
  /** What is still to be written. */
  let pending = Buffer.alloc(WRITTEN_AT_ONCE);
  let pendingSize = 0;
  let size = 0;
  const flush = () => {
    const begin = size - pendingSize;
    try {
      for (let at = 0; at < pendingSize; )
        at += writeSync(descriptor, pending, at, pendingSize - at, begin + at);
    } catch (error) {
      throw cannotWrite(error);
    }
    pendingSize = 0;
  };
  /** A piece of the file: `held` bytes from `begin` on. */
  const window = Buffer.alloc(READ_AHEAD);
  let begin = 0;
  let held = 0;
  const read = (from: number, length: number) => {
    begin = from;
    held = readSync(descriptor, window, 0, length, from);
  };
  return {
    put(text) {
      const key = size;
      const most = text.length * MOST_BYTES + 1;
      if (pendingSize + most > pending.length) flush();
      if (most > pending.length) pending = Buffer.alloc(most);
      const length = pending.write(text, pendingSize);
      pending[pendingSize + length] = LINE_END;
      pendingSize += length + 1;
      size += length + 1;
      return key;
    },
    get(key) {
      flush();
      const isNext = key >= begin && key <= begin + held;
      if (!isNext) read(key, READ_ALONE);
      let end = window.subarray(0, held).indexOf(LINE_END, key - begin);
      if (end < 0) {
        read(key, READ_AHEAD);
        end = window.subarray(0, held).indexOf(LINE_END);
      }
      if (end >= 0) return window.toString("utf8", key - begin, end);
      return longText(descriptor, key, size);
    },
    close() {
      closeSync(descriptor);
      remove();
    },
  };
}

/** A text that is longer than what is read at a time. */
function longText(descriptor: number, key: number, size: number): string {
  const parts: Buffer[] = [];
  for (let at = key; at < size; at += READ_AHEAD) {
    const part = Buffer.alloc(READ_AHEAD);
    const end = part.subarray(0, readSync(descriptor, part, 0, READ_AHEAD, at)).indexOf(LINE_END);
    parts.push(end < 0 ? part : part.subarray(0, end));
    if (end >= 0) break;
  }
  return Buffer.concat(parts).toString();
}

function cannotWrite(error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return new TopographError(
    "input",
    `cannot write temporary files to ${tmpdir()}: ${reason}; set TMPDIR to a folder with more room`,
  );
}
