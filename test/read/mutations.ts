import { performance } from "node:perf_hooks";
import { seededRandom } from "../../src/kernel/random.ts";
import { readPapers } from "../../src/read/read.ts";
import { source } from "./reading.ts";

/** What went wrong with one mutated file. */
export interface Failure {
  readonly run: number;
  readonly reason: string;
}

const LIMIT = 5000;
const SIZE = 8_000;
const HEADER = 1500;

/** Signs that mean something in one format or another: what a slip of the hand or a bad program leaves behind. */
const SIGNS = [
  '"',
  "{",
  "}",
  "[",
  "]",
  "<",
  ">",
  "&",
  "\\",
  "@",
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\0",
  "\n\n",
  "'",
  "=",
  "\u001a",
];
/** From which kind of mutation on more than a byte is touched: records may be lost, the reader may not. */
const COARSE = 5;
const KINDS = 8;

/**
 * Changes, drops, doubles or swaps single bytes of a real file, puts a sign in, or (coarse) cuts it off, drops or
 * repeats a stretch, and reads it: no exception, no hang, and after small changes at most two records lost beside the
 * one that was hit. Files are cut to 8 kB, so that thousands of runs take minutes.
 * @param runs how many mutated files
 * @param seed every run is the same for the same seed
 */
export async function mutate(
  name: string,
  content: Uint8Array,
  runs: number,
  seed: number,
): Promise<Failure[]> {
  const bytes = content.length > SIZE ? content.slice(0, SIZE) : content;
  const whole = (await readPapers([source(name, bytes)])).papers.length;
  const failures: Failure[] = [];
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(seed, run);
    const at = Math.floor(random() * bytes.length);
    const kind = Math.floor(random() * KINDS);
    const mutated = mutateAt(bytes, at, kind, random());
    const start = performance.now();
    try {
      const { papers } = await readPapers([source(name, mutated)]);
      // A byte of a header may cost a column; further on it costs its record and a neighbour.
      if (kind < COARSE && at > HEADER && papers.length < whole - 2)
        failures.push({ run, reason: `byte ${at}: ${papers.length} of ${whole} papers` });
    } catch (error) {
      failures.push({ run, reason: `byte ${at}: ${error instanceof Error ? error.stack : error}` });
    }
    const took = performance.now() - start;
    if (took > LIMIT) failures.push({ run, reason: `byte ${at}: took ${took.toFixed(0)} ms` });
  }
  return failures;
}

function mutateAt(bytes: Uint8Array, at: number, kind: number, chance: number): Uint8Array {
  const next = bytes[Math.min(at + 1, bytes.length - 1)];
  const length = Math.floor(chance * 300);
  switch (kind) {
    case 0:
      return splice(bytes, at, 1, [Math.floor(chance * 256)]);
    case 1:
      return splice(bytes, at, 1, []);
    case 2:
      return splice(bytes, at, 1, [bytes[at], bytes[at]]);
    case 3:
      return splice(bytes, at, 1, [next]);
    case 4:
      return splice(bytes, at, 0, new TextEncoder().encode(SIGNS[Math.floor(chance * SIGNS.length)]));
    case 5:
      return bytes.slice(0, at);
    case 6:
      return splice(bytes, at, length, []);
    default:
      return splice(bytes, at, 0, bytes.subarray(at, at + length));
  }
}

/** A copy with `drop` bytes at `at` replaced by others. */
function splice(bytes: Uint8Array, at: number, drop: number, put: ArrayLike<number>): Uint8Array {
  const end = Math.min(bytes.length, at + drop);
  const out = new Uint8Array(at + put.length + bytes.length - end);
  out.set(bytes.subarray(0, at));
  out.set(put, at);
  out.set(bytes.subarray(end), at + put.length);
  return out;
}
