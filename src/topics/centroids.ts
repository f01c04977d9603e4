import { type Graph, nodeCount } from "../kernel/graph.ts";
import { rowCount, type SparseRows } from "../kernel/rows.ts";
import { NO_TOPIC } from "../model/topic.ts";

/** The two topics that fit each paper best. Scores are at least 0; 0 where nothing fits. */
export interface Fit {
  readonly best: Int32Array;
  readonly second: Int32Array;
  readonly bestScore: Float32Array;
  readonly secondScore: Float32Array;
}

/** Topics per pass: bounds the dense centroids to width × BATCH numbers. */
const BATCH = 24;
/**
 * Terms that topics are told apart by: columns descend in document frequency, and the rare ones beyond, in a handful of
 * papers each, say next to nothing of topics of thousands but would make centroids larger than any cache.
 */
const MOST_TERMS = 30_000;
/** What the share of a paper's link weight inside a topic counts beside its cosine with the topic's centroid. */
const LINK_SHARE = 0.1;

/**
 * Fits every paper to every topic: cosine with the topic's centroid in term space, plus a little for its links into
 * the topic. Ties go to the lower topic. O(entries · topics).
 * @param rows columns ascending within a row, and descending in frequency over all rows
 */
export function fitTopics(graph: Graph, rows: SparseRows, topic: Int32Array, count: number): Fit {
  const n = rowCount(rows);
  const fit: Fit = {
    best: new Int32Array(n).fill(NO_TOPIC),
    second: new Int32Array(n).fill(NO_TOPIC),
    bestScore: new Float32Array(n),
    secondScore: new Float32Array(n),
  };
  for (let first = 0; first < count; first += BATCH)
    fitBatch(graph, rows, topic, first, Math.min(BATCH, count - first), fit);
  return fit;
}

function fitBatch(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  first: number,
  size: number,
  fit: Fit,
): void {
  const centroid = centroidsOf(rows, topic, first, size);
  const score = new Float64Array(size);
  for (let i = 0; i < nodeCount(graph); i++) {
    score.fill(0);
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      if (rows.column[e] >= MOST_TERMS) break;
      const at = rows.column[e] * size;
      const value = rows.value[e];
      for (let t = 0; t < size; t++) score[t] += value * centroid[at + t];
    }
    addLinks(graph, topic, first, i, score);
    for (let t = 0; t < size; t++) offer(fit, i, first + t, score[t]);
  }
}

function addLinks(graph: Graph, topic: Int32Array, first: number, i: number, score: Float64Array): void {
  let total = 0;
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) total += graph.weight[e];
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
    const t = topic[graph.neighbour[e]] - first;
    if (t >= 0 && t < score.length) score[t] += (LINK_SHARE * graph.weight[e]) / total;
  }
}

function offer(fit: Fit, i: number, topic: number, score: number): void {
  if (score > fit.bestScore[i]) {
    fit.second[i] = fit.best[i];
    fit.secondScore[i] = fit.bestScore[i];
    fit.best[i] = topic;
    fit.bestScore[i] = score;
  } else if (score > fit.secondScore[i]) {
    fit.second[i] = topic;
    fit.secondScore[i] = score;
  }
}

/** Unit centroids of topics first … first+size−1, interleaved: term c of topic t stands at c · size + t. */
function centroidsOf(rows: SparseRows, topic: Int32Array, first: number, size: number): Float32Array {
  const width = Math.min(rows.width, MOST_TERMS);
  const centroid = new Float32Array(width * size);
  for (let i = 0; i < topic.length; i++) {
    const t = topic[i] - first;
    if (t < 0 || t >= size) continue;
    for (let e = rows.start[i]; e < rows.start[i + 1] && rows.column[e] < width; e++)
      centroid[rows.column[e] * size + t] += rows.value[e];
  }
  const norm = new Float64Array(size);
  for (let at = 0, t = 0; at < centroid.length; at++) {
    norm[t] += centroid[at] * centroid[at];
    if (++t === size) t = 0;
  }
  for (let t = 0; t < size; t++) norm[t] = norm[t] > 0 ? 1 / Math.sqrt(norm[t]) : 0;
  for (let at = 0, t = 0; at < centroid.length; at++) {
    centroid[at] *= norm[t];
    if (++t === size) t = 0;
  }
  return centroid;
}

/** Moves each paper that has a topic and terms to the topic that fits it best, all at once; `rounds` times. */
export function polish(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  count: number,
  rounds: number,
): void {
  for (let round = 0; round < rounds; round++) {
    const { best } = fitTopics(graph, rows, topic, count);
    let moved = 0;
    for (let i = 0; i < topic.length; i++) {
      if (topic[i] === NO_TOPIC || best[i] === NO_TOPIC || best[i] === topic[i]) continue;
      if (rows.start[i] === rows.start[i + 1]) continue;
      topic[i] = best[i];
      moved++;
    }
    if (moved === 0) return;
  }
}
