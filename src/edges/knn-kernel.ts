import type { Kernel } from "../kernel/executor.ts";
import { createTopK, type TopK } from "../kernel/topk.ts";

/** Rows, their inverted index, and how to search; everything a block reads. */
export interface KnnInput {
  /** L2-normalised rows; columns in descending frequency, so that the frequent ones are a prefix of each row. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  /** The inverted index: rows that hold each column. */
  readonly listStart: Uint32Array;
  readonly listRow: Uint32Array;
  readonly listValue: Float32Array;
  /** Columns below this number have no say in the search for candidates; they complete the scores. */
  readonly frequent: number;
  /** L2 norm of the frequent columns of each row. */
  readonly frequentNorm: Float32Array;
  /** How much of the most that frequent columns could add is believed: 1 is exact, less misses a few neighbours. */
  readonly reach: number;
  readonly k: number;
}

export interface KnnBlock {
  readonly from: number;
  readonly to: number;
}

/** The neighbours of rows from … to−1, k slots each, best first; NO_NEIGHBOUR fills the rest. */
export interface KnnOutput {
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
}

export const NO_NEIGHBOUR = 0xffffffff;

/** Rows that share the query's rarest columns, scored first so that the bar is high from the start. */
const SEEDS = 64;
/** More than float32 sums of products can be off, so that rounding prunes nobody. */
const SLACK = 1e-5;
/** Marks rows that are scored already: below any bar. */
const DONE = -4;

/**
 * The k rows of highest cosine for each row of a block; ties go to the lower row.
 * The rarer columns are summed over the inverted index. What the frequent columns can add to a pair is at most the
 * product of their norms (Cauchy-Schwarz): only rows that `reach` of it would bring among the best are completed.
 */
export const knnKernel: Kernel<KnnInput, KnnBlock, KnnOutput> = {
  name: "knn",
  run(input, { from, to }) {
    const { start, column, value, frequent, k } = input;
    const rare = new Float32Array(start.length - 1);
    const query = new Float64Array(frequent);
    const best = createTopK(k);
    const output = {
      neighbour: new Uint32Array((to - from) * k).fill(NO_NEIGHBOUR),
      weight: new Float32Array((to - from) * k),
    };
    let mostNorm = 0;
    for (const norm of input.frequentNorm) if (norm > mostNorm) mostNorm = norm;
    for (let i = from; i < to; i++) {
      const end = start[i + 1];
      if (start[i] === end) continue;
      let firstRare = start[i];
      for (; firstRare < end && column[firstRare] < frequent; firstRare++)
        query[column[firstRare]] = value[firstRare];
      sumRare(input, firstRare, end, rare);
      rare[i] = DONE;
      best.clear();
      if (frequent > 0) scoreSeeds(input, firstRare, end, rare, query, best);
      keepBest(input, i, mostNorm, rare, query, best);
      rare.fill(0);
      for (let at = start[i]; at < firstRare; at++) query[column[at]] = 0;
      for (let s = 0; s < best.size(); s++) {
        output.neighbour[(i - from) * k + s] = best.row[s];
        output.weight[(i - from) * k + s] = best.score[s];
      }
    }
    return output;
  },
};

/** Adds the products of the columns [at, end) to the score of every row that shares them. */
function sumRare(input: KnnInput, from: number, end: number, rare: Float32Array): void {
  const { column, value, listStart, listRow, listValue } = input;
  for (let at = from; at < end; at++) {
    const v = value[at];
    const last = listStart[column[at] + 1];
    for (let p = listStart[column[at]]; p < last; p++) rare[listRow[p]] += v * listValue[p];
  }
}

function scoreSeeds(
  input: KnnInput,
  firstRare: number,
  end: number,
  rare: Float32Array,
  query: Float64Array,
  best: TopK,
): void {
  let left = SEEDS;
  for (let at = end - 1; at >= firstRare && left > 0; at--) {
    const c = input.column[at];
    for (let p = input.listStart[c]; p < input.listStart[c + 1] && left > 0; p++) {
      const j = input.listRow[p];
      if (rare[j] === DONE) continue;
      best.add(j, completed(input, j, rare[j], query));
      rare[j] = DONE;
      left--;
    }
  }
}

/** Scores every row that can still be among the best. */
function keepBest(
  input: KnnInput,
  i: number,
  mostNorm: number,
  rare: Float32Array,
  query: Float64Array,
  best: TopK,
): void {
  const { frequentNorm } = input;
  const norm = frequentNorm[i] * input.reach;
  const n = rare.length;
  let bar = best.least() - SLACK;
  let floor = Math.max(bar - norm * mostNorm, DONE / 2);
  for (let j = 0; j < n; j++) {
    const r = rare[j];
    if (r < floor || r + norm * frequentNorm[j] < bar) continue;
    const score = completed(input, j, r, query);
    if (score <= 0) continue;
    best.add(j, score);
    bar = best.least() - SLACK;
    floor = Math.max(bar - norm * mostNorm, DONE / 2);
  }
}

/** The cosine: the sum over rare columns plus the frequent ones, which are the front of row j. */
function completed(
  { start, column, value, frequent }: KnnInput,
  j: number,
  rare: number,
  query: Float64Array,
): number {
  let sum = 0;
  const end = start[j + 1];
  for (let at = start[j]; at < end; at++) {
    const c = column[at];
    if (c >= frequent) break;
    sum += query[c] * value[at];
  }
  return Math.fround(rare + sum);
}
