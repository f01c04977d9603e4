import type { Kernel } from "../../kernel/executor.ts";
import { createTopK, type TopK } from "../../kernel/topk.ts";
import { emptyOutput, type KnnBlock, type KnnOutput, keep } from "./output.ts";
import { FRONT_ONE, LOOK_AHEAD, type PackedRows } from "./packed.ts";

/** Rows and their packed twins, as a search for candidates reads them. */
export interface CandidateInput extends PackedRows {
  /** L2-normalised rows, values above 0; columns in descending frequency, so that the frequent ones are a prefix of each row. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  readonly k: number;
  /** Postings that are summed per row, ≥ 1. */
  readonly budget: number;
  /** Rows per row that are completed to the cosine, ≥ k. */
  readonly candidates: number;
}

/** Some rows and the score of each. */
interface Scored {
  readonly row: Uint32Array;
  readonly score: Int32Array;
}

/** What a score of 1 is while postings are summed. */
const ONE = 1 << 29;
const BUCKET_SHIFT = 17;
/** Scores may be a little above 1 by rounding. */
const BUCKETS = (ONE >>> BUCKET_SHIFT) + 16;
/** More than what rounded values can make of the difference between two cosines. */
const ROUNDING = 0.002;

/**
 * The nearest rows by way of candidates, for large collections: the lists of a row's rarest columns are summed while
 * they fit a budget of postings, the rows that score best so far are completed to the cosine (both with rounded values
 * in few bytes, because such a search waits for memory more than for sums), and those that may be among the k best
 * are compared exactly. The work per row does not depend on the number of rows. Missed are neighbours that share
 * frequent columns only; the cosines that are given are those of the exact search, ties go to the lower row.
 */
export const candidateKernel: Kernel<CandidateInput, KnnBlock, KnnOutput> = {
  name: "knnCandidates",
  run(input, { from, to }) {
    const { start, column, value, budget, candidates, k } = input;
    const sum = new Int32Array(start.length - 1);
    const query = new Float32Array(input.listStart.length - 1);
    const touched = { row: new Uint32Array(budget + 1), score: new Int32Array(budget) };
    const chosen = { row: new Uint32Array(candidates + 1), score: new Int32Array(candidates) };
    const nearly = new Float32Array(candidates);
    const size = new Uint32Array(BUCKETS);
    const likely = createTopK(k);
    const best = createTopK(k);
    const output = emptyOutput(to - from, k);
    for (let i = from; i < to; i++) {
      const end = start[i + 1];
      if (start[i] === end) continue;
      const first = firstWithin(input, i);
      const count = sumLists(input, first, end, sum, touched.row);
      gather(sum, i, touched, count, size);
      const taken = selectBest(touched, count, size, candidates, chosen);
      for (let at = start[i]; at < end; at++) query[column[at]] = value[at];
      complete(input, chosen, taken, column[first], query, nearly, likely);
      best.clear();
      for (let t = 0; t < taken; t++)
        if (nearly[t] >= likely.least() - ROUNDING)
          best.add(chosen.row[t], cosine(input, chosen.row[t], query));
      for (let at = start[i]; at < end; at++) query[column[at]] = 0;
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
  { column, value, listStart, posting, valueBits, budget }: CandidateInput,
  from: number,
  end: number,
  sum: Int32Array,
  touched: Uint32Array,
): number {
  const mask = (1 << valueBits) - 1;
  const scale = ONE >>> valueBits;
  let count = 0;
  for (let at = end - 1; at >= from; at--) {
    const v = Math.max(1, (value[at] * scale + 0.5) | 0);
    const first = listStart[column[at]];
    const last = Math.min(listStart[column[at] + 1], first + budget);
    for (let p = first; p < last; p++) {
      const w = posting[p];
      const j = w >>> valueBits;
      const before = sum[j];
      // A row is new where its sum is 0; counted without a branch, which no processor could foresee.
      touched[count] = j;
      count += (before - 1) >>> 31;
      sum[j] = before + Math.imul(v, w & mask);
    }
  }
  return count;
}

/** Moves the sums to their rows, leaves zeros, and counts the rows by score in buckets. The query itself scores 0. */
function gather(sum: Int32Array, self: number, touched: Scored, count: number, size: Uint32Array): void {
  const { row, score } = touched;
  sum[self] = 0;
  size.fill(0);
  for (let t = 0; t < count; t++) {
    const s = sum[row[t]];
    sum[row[t]] = 0;
    score[t] = s;
    size[s >>> BUCKET_SHIFT]++;
  }
}

/** The best of the touched rows, as many as there is room for; of the last bucket the first touched. @returns how many */
function selectBest(
  { row, score }: Scored,
  count: number,
  size: Uint32Array,
  room: number,
  chosen: Scored,
): number {
  let last = BUCKETS - 1;
  let above = 0;
  while (last > 0 && above + size[last] <= room) above += size[last--];
  let left = room - above;
  let taken = 0;
  for (let t = 0; t < count; t++) {
    const s = score[t];
    const bucket = s >>> BUCKET_SHIFT;
    if (s === 0 || bucket < last || (bucket === last && left-- <= 0)) continue;
    chosen.row[taken] = row[t];
    chosen.score[taken++] = s;
  }
  return taken;
}

/** The cosines of the chosen rows, nearly, and the best of them: the fronts are added to what was summed. */
function complete(
  { frontStart, front, valueBits }: CandidateInput,
  { row, score }: Scored,
  taken: number,
  bound: number,
  query: Float32Array,
  nearly: Float32Array,
  likely: TopK,
): void {
  const unit = 1 / ((ONE >>> valueBits) * ((1 << valueBits) - 1));
  // Fronts lie anywhere in memory: asked for one after the other without waiting, they come together. What is read has
  // to go somewhere, or it would not be read.
  let asked = 0;
  for (let t = 0; t < taken; t++) {
    const at = frontStart[row[t]];
    asked ^= front[at] ^ front[at + LOOK_AHEAD / 2] ^ front[at + LOOK_AHEAD];
  }
  row[row.length - 1] = asked;
  likely.clear();
  for (let t = 0; t < taken; t++) {
    const last = frontStart[row[t] + 1];
    let rest = 0;
    for (let at = frontStart[row[t]]; at < last; at++) {
      const w = front[at];
      if ((w & 0xffff) >= bound) break;
      rest += query[w & 0xffff] * (w >>> 16);
    }
    nearly[t] = score[t] * unit + rest / FRONT_ONE;
    if (nearly[t] > likely.least()) likely.add(row[t], nearly[t]);
  }
}

/** The cosine with row j, added up as the exact search does. */
function cosine({ start, column, value }: CandidateInput, j: number, query: Float32Array): number {
  let sum = 0;
  const end = start[j + 1];
  for (let at = start[j]; at < end; at++) sum = Math.fround(sum + query[column[at]] * value[at]);
  return sum;
}
