import type { Graph } from "../kernel/graph.ts";

/** Topics scored in one pass: bounds the dense tables to their terms × TOPICS_A_PASS numbers, which caches hold. */
export const TOPICS_A_PASS = 24;
/**
 * Terms that topics are scored by: columns descend in document frequency, and the rare ones beyond, in a handful of papers
 * each, say next to nothing of topics of thousands but would make the tables larger than any cache.
 */
export const MOST_TERMS = 30_000;

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
