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

/**
 * Changes, drops, doubles or swaps single bytes of a real file and reads it: no exception, no hang, and most of the
 * other records still there. Files are cut to 8 kB, so that thousands of runs take minutes.
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
    const mutated = mutateAt(bytes, at, Math.floor(random() * 4), Math.floor(random() * 256));
    const start = performance.now();
    try {
      const { papers } = await readPapers([source(name, mutated)]);
      // A byte of a header may cost a column or a quote a neighbour; it never costs most of the file.
      if (papers.length < whole * 0.5 - 1 && at > 1500)
        failures.push({ run, reason: `byte ${at}: ${papers.length} of ${whole} papers` });
    } catch (error) {
      failures.push({ run, reason: `byte ${at}: ${error instanceof Error ? error.stack : error}` });
    }
    const took = performance.now() - start;
    if (took > LIMIT) failures.push({ run, reason: `byte ${at}: took ${took.toFixed(0)} ms` });
  }
  return failures;
}

function mutateAt(bytes: Uint8Array, at: number, kind: number, value: number): Uint8Array {
  const next = bytes[Math.min(at + 1, bytes.length - 1)];
  const middle = [[value], [], [bytes[at], bytes[at]], [next]][kind];
  const out = new Uint8Array(bytes.length - 1 + middle.length);
  out.set(bytes.subarray(0, at));
  out.set(middle, at);
  out.set(bytes.subarray(at + 1), at + middle.length);
  return out;
}
