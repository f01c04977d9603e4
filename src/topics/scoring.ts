import type { Graph } from "../kernel/graph.ts";
import type { SparseRows } from "../kernel/rows.ts";

/** Topics scored in one pass: bounds the dense tables to their terms × TOPICS_A_PASS numbers, which caches hold. */
export const TOPICS_A_PASS = 24;
/**
 * Terms that topics are scored by: columns descend in document frequency, and the rare ones beyond, in a handful of papers
 * each, say next to nothing of topics of thousands but would make the tables larger than any cache.
 */
export const MOST_TERMS = 30_000;

/**
 * Adds to the scores of some topics what the entries [from, to) of a row say: value times the column's numbers in the
 * table, which has one for each score. Four entries a turn, added one after the other: the same sums as entry by entry,
 * with a quarter of the stores. In place.
 */
export function addColumns(
  { column, value }: SparseRows,
  from: number,
  to: number,
  table: Float32Array,
  score: Float64Array,
): void {
  const size = score.length;
  const whole = from + ((to - from) & ~3);
  let e = from;
  for (; e < whole; e += 4) {
    let a = column[e] * size;
    let b = column[e + 1] * size;
    let c = column[e + 2] * size;
    let d = column[e + 3] * size;
    const va = value[e];
    const vb = value[e + 1];
    const vc = value[e + 2];
    const vd = value[e + 3];
    for (let t = 0; t < size; t++)
      score[t] = score[t] + va * table[a++] + vb * table[b++] + vc * table[c++] + vd * table[d++];
  }
  for (; e < to; e++)
    for (let t = 0, at = column[e] * size; t < size; t++, at++) score[t] += value[e] * table[at];
}

/**
 * Adds to the scores of paper i the share of its link weight that leads into each topic, times `linkShare`. In place.
 * @param first topic of score[0]
 */
export function addLinks(
  graph: Graph,
  topic: Int32Array,
  first: number,
  i: number,
  linkShare: number,
  score: Float64Array,
): void {
  let total = 0;
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) total += graph.weight[e];
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
    const t = topic[graph.neighbour[e]] - first;
    if (t >= 0 && t < score.length) score[t] += (linkShare * graph.weight[e]) / total;
  }
}
