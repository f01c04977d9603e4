import type { Kernel } from "../../kernel/executor.ts";
import { createTopK, type TopK } from "../../kernel/topk.ts";
import { BUCKETS, chooseLists, meet, ONE, ranked, type Scored, selectBest } from "./meet.ts";
import { emptyOutput, type KnnBlock, type KnnOutput, keep } from "./output.ts";
import { type CandidateInput, FRONT_COLUMNS, FRONT_ONE, LOOK_AHEAD } from "./packed.ts";

/** A value of 1 in the rest of a query: products with a front add up below 2³¹. */
const REST_ONE = 1 << 14;
/** More than what rounded values can make of the difference between two cosines. */
const ROUNDING = 0.002;

/**
 * The nearest rows by way of candidates, for large collections: the lists of the columns that say most of a row are
 * summed while they fit a budget of postings, the rows that score best so far are completed to the cosine (both with
 * rounded values in few bytes, because such a search waits for memory more than for sums), and those that may be among
 * the k best are compared exactly. The work per row does not depend on the number of rows. Missed are neighbours that
 * share columns that say little; the cosines that are given are those of the exact search, ties go to the lower row.
 */
export const candidateKernel: Kernel<CandidateInput, KnnBlock, KnnOutput> = {
  name: "knnCandidates",
  run(input, { from, to }) {
    const { start, column, value, frontStart, front, budget, candidates, k } = input;
    const sum = new Int32Array(start.length - 1);
    const query = new Float32Array(input.listStart.length - 1);
    const rest = new Int32Array(FRONT_COLUMNS);
    const lists = ranked(start, from, to);
    const met = { row: new Uint32Array(budget + 1), score: new Int32Array(budget + 1) };
    const chosen = { row: new Uint32Array(candidates + 1), score: new Int32Array(candidates) };
    const nearly = new Float32Array(candidates);
    const size = new Uint32Array(BUCKETS);
    const likely = createTopK(k);
    const best = createTopK(k);
    const output = emptyOutput(to - from, k);
    for (let i = from; i < to; i++) {
      const end = start[i + 1];
      if (start[i] === end) continue;
      const summed = chooseLists(input, i, lists);
      const count = meet(input, i, lists.at, summed, sum, met);
      const taken = selectBest(met, count, size, candidates, chosen);
      const bound = openRest(input, i, lists.at, summed, rest);
      complete(input, chosen, taken, bound, rest, nearly, likely);
      for (let at = frontStart[i]; at < frontStart[i + 1]; at++) rest[front[at] & 0xffff] = 0;
      for (let at = start[i]; at < end; at++) query[column[at]] = value[at];
      const left = keepLikely(chosen.row, nearly, taken, likely.least() - ROUNDING);
      best.clear();
      addExact(input, chosen.row, left, query, best);
      for (let at = start[i]; at < end; at++) query[column[at]] = 0;
      keep(output, i - from, best);
    }
    return output;
  },
};

/** Spreads out the front of row i without the columns that were summed. @returns the column behind the last of them */
function openRest(
  { column, frontStart, front }: CandidateInput,
  i: number,
  lists: Uint32Array,
  summed: number,
  rest: Int32Array,
): number {
  const [from, to] = [frontStart[i], frontStart[i + 1]];
  for (let at = from; at < to; at++) rest[front[at] & 0xffff] = (front[at] >>> 16) / (FRONT_ONE / REST_ONE);
  for (let s = 0; s < summed; s++) {
    const c = column[lists[s]];
    if (c < FRONT_COLUMNS) rest[c] = 0;
  }
  let last = to - 1;
  while (last >= from && rest[front[last] & 0xffff] === 0) last--;
  return last < from ? 0 : (front[last] & 0xffff) + 1;
}

/** The cosines of the chosen rows, nearly, and the best of them: the fronts are added to what was summed. */
function complete(
  { frontStart, front, valueBits }: CandidateInput,
  { row, score }: Scored,
  taken: number,
  bound: number,
  rest: Int32Array,
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
    let more = 0;
    for (let at = frontStart[row[t]]; at < last; at++) {
      const w = front[at];
      if ((w & 0xffff) >= bound) break;
      more = (more + Math.imul(rest[w & 0xffff], w >>> 16)) | 0;
    }
    nearly[t] = score[t] * unit + more / (FRONT_ONE * REST_ONE);
    if (nearly[t] > likely.least()) likely.add(row[t], nearly[t]);
  }
}

/** Moves the rows that reach a bar to the front. @returns how many */
function keepLikely(row: Uint32Array, nearly: Float32Array, taken: number, bar: number): number {
  let count = 0;
  for (let t = 0; t < taken; t++) if (nearly[t] >= bar) row[count++] = row[t];
  return count;
}

/**
 * Adds the cosines with some rows, each added up as the exact search does. Every sum waits for the one before, so four
 * rows are added up at a time.
 */
function addExact(
  { start, column, value }: CandidateInput,
  row: Uint32Array,
  count: number,
  query: Float32Array,
  best: TopK,
): void {
  for (let t = 0; t < count; t += 4) {
    // Behind the last row comes row 0 in its place, which is not kept.
    const [ja, jb, jc, jd] = [
      row[t],
      t + 1 < count ? row[t + 1] : 0,
      t + 2 < count ? row[t + 2] : 0,
      t + 3 < count ? row[t + 3] : 0,
    ];
    let [a, b, c, d] = [start[ja], start[jb], start[jc], start[jd]];
    const [ea, eb, ec, ed] = [start[ja + 1], start[jb + 1], start[jc + 1], start[jd + 1]];
    let [sa, sb, sc, sd] = [0, 0, 0, 0];
    for (let left = Math.min(ea - a, eb - b, ec - c, ed - d); left > 0; left--) {
      sa = Math.fround(sa + query[column[a]] * value[a]);
      sb = Math.fround(sb + query[column[b]] * value[b]);
      sc = Math.fround(sc + query[column[c]] * value[c]);
      sd = Math.fround(sd + query[column[d]] * value[d]);
      a++;
      b++;
      c++;
      d++;
    }
    for (; a < ea; a++) sa = Math.fround(sa + query[column[a]] * value[a]);
    for (; b < eb; b++) sb = Math.fround(sb + query[column[b]] * value[b]);
    for (; c < ec; c++) sc = Math.fround(sc + query[column[c]] * value[c]);
    for (; d < ed; d++) sd = Math.fround(sd + query[column[d]] * value[d]);
    best.add(ja, sa);
    if (t + 1 < count) best.add(jb, sb);
    if (t + 2 < count) best.add(jc, sc);
    if (t + 3 < count) best.add(jd, sd);
  }
}
