import type { Kernel } from "../kernel/executor.ts";
import { createTopK } from "../kernel/topk.ts";
import { completed, emptyOutput, type KnnBlock, type KnnInput, type KnnOutput, keep } from "./knn-output.ts";

export interface CandidateInput extends KnnInput {
  /** Postings that are summed per row, ≥ 1. */
  readonly budget: number;
  /** Rows per row that are completed to the exact cosine, ≥ k. */
  readonly candidates: number;
}

/** Rows that were summed for one query: their numbers and their scores so far. */
interface Touched {
  readonly row: Uint32Array;
  readonly score: Float32Array;
}

const BUCKETS = 1024;

/**
 * The nearest rows by way of candidates, for large collections: the lists of a row's rarest columns are summed while
 * they fit a budget of postings, the rows that score best so far are completed to the exact cosine, and the k best of
 * them are kept. The work per row does not depend on the number of rows. Missed are neighbours that share frequent
 * columns only; every cosine that is given is exact, ties go to the lower row.
 */
export const candidateKernel: Kernel<CandidateInput, KnnBlock, KnnOutput> = {
  name: "knnCandidates",
  run(input, { from, to }) {
    const { start, column, value, budget, candidates, k } = input;
    const sum = new Float32Array(start.length - 1);
    const query = new Float32Array(input.listStart.length - 1);
    const touched = { row: new Uint32Array(budget), score: new Float32Array(budget) };
    const chosen = { row: new Uint32Array(candidates), score: new Float32Array(candidates) };
    const best = createTopK(k);
    const output = emptyOutput(to - from, k);
    for (let i = from; i < to; i++) {
      const end = start[i + 1];
      if (start[i] === end) continue;
      const first = firstWithin(input, i);
      const count = gather(sum, i, touched, sumLists(input, first, end, sum, touched.row));
      const taken = selectBest(touched, count, chosen);
      for (let at = start[i]; at < first; at++) query[column[at]] = value[at];
      best.clear();
      for (let t = 0; t < taken; t++)
        best.add(chosen.row[t], completed(input, chosen.row[t], column[first], chosen.score[t], query));
      for (let at = start[i]; at < first; at++) query[column[at]] = 0;
      keep(output, i - from, best);
    }
    return output;
  },
};

/** Where the columns of row i begin whose lists, rarest first, fit the budget; the rarest is always among them. */
function firstWithin({ start, column, listStart, budget }: CandidateInput, i: number): number {
  let left = budget;
  let at = start[i + 1];
  while (at > start[i]) {
    left -= listStart[column[at - 1] + 1] - listStart[column[at - 1]];
    if (left < 0) break;
    at--;
  }
  return Math.min(at, start[i + 1] - 1);
}

/** Adds the products of columns [from, end) to every row that shares them (of a list beyond the budget, its beginning). @returns how many rows */
function sumLists(
  { column, value, listStart, listRow, listValue, budget }: CandidateInput,
  from: number,
  end: number,
  sum: Float32Array,
  touched: Uint32Array,
): number {
  let count = 0;
  for (let at = end - 1; at >= from; at--) {
    const v = value[at];
    const first = listStart[column[at]];
    const last = Math.min(listStart[column[at] + 1], first + budget);
    for (let p = first; p < last; p++) {
      const j = listRow[p];
      const before = sum[j];
      if (before === 0) touched[count++] = j;
      sum[j] = before + v * listValue[p];
    }
  }
  return count;
}

/** Moves the sums to their rows, without the query itself, and leaves zeros. @returns how many rows remain */
function gather(sum: Float32Array, self: number, touched: Touched, count: number): number {
  let to = 0;
  for (let t = 0; t < count; t++) {
    const j = touched.row[t];
    const score = sum[j];
    sum[j] = 0;
    if (j === self) continue;
    touched.row[to] = j;
    touched.score[to++] = score;
  }
  return to;
}

/** The best of the touched rows, as many as there is room for, by counting in buckets; of the last bucket the first touched. */
function selectBest({ row, score }: Touched, count: number, chosen: Touched): number {
  const room = chosen.row.length;
  let least = 0;
  let scale = 0;
  let atLeast = room;
  if (count > room) {
    let most = 0;
    for (let t = 0; t < count; t++) if (score[t] > most) most = score[t];
    scale = (BUCKETS - 1) / most;
    const size = new Uint32Array(BUCKETS);
    for (let t = 0; t < count; t++) size[(score[t] * scale) | 0]++;
    let above = 0;
    for (least = BUCKETS - 1; above + size[least] < room; least--) above += size[least];
    atLeast = room - above;
  }
  let taken = 0;
  for (let t = 0; t < count; t++) {
    const bucket = (score[t] * scale) | 0;
    if (bucket < least || (bucket === least && atLeast-- <= 0)) continue;
    chosen.row[taken] = row[t];
    chosen.score[taken++] = score[t];
  }
  return taken;
}
