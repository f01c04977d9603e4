import { log } from "../kernel/numeric.ts";
import type { Graph } from "../model/graph.ts";
import { rowCount, type SparseRows } from "../model/rows.ts";
import { NO_TOPIC } from "../model/topic.ts";

/** Topics per pass: bounds the dense tables to width × BATCH numbers. */
const BATCH = 24;
/** Mass of the whole collection's words mixed into each topic's, in masses of a mean topic: 4 to 16 score alike. */
const BACKGROUND = 8;
/** What the share of a paper's link weight inside a topic counts beside the mean log-likelihood of its words … */
const LINK_SHARE = 0.1;
/** … and how much more where topics are small: their words are too few to go by. In papers of a mean topic. */
const LINK_SHARE_SMALL = 2;

/**
 * Moves each paper that has a topic and terms to the topic under which its words are likeliest, a few rounds, all papers
 * of a round at once: classification EM of a multinomial mixture (Celeux & Govaert 1992; Nigam et al. 2000) on the
 * weighted terms, smoothed with the whole collection (Dirichlet prior), plus a little for its links into the topic. A
 * paper is left out of its own topic's counts: else its own rare words would keep it where it is. O(entries · topics).
 */
export function moveByLikelihood(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  count: number,
  rounds: number,
): void {
  if (count < 2) return;
  const words = wordMass(rows);
  const papers = topic.reduce((sum, t) => sum + (t === NO_TOPIC ? 0 : 1), 0);
  const linkShare = LINK_SHARE + (LINK_SHARE_SMALL * count) / Math.max(1, papers);
  const prior = (BACKGROUND * words.total) / count;
  for (let round = 0; round < rounds; round++) {
    const best = Int32Array.from(topic);
    const bestScore = new Float64Array(topic.length).fill(Number.NEGATIVE_INFINITY);
    for (let first = 0; first < count; first += BATCH) {
      const table = countBatch(rows, topic, first, Math.min(BATCH, count - first), words, prior);
      scoreBatch(graph, rows, topic, words, table, linkShare, best, bestScore);
    }
    let moved = 0;
    for (let i = 0; i < topic.length; i++)
      if (best[i] !== topic[i]) {
        topic[i] = best[i];
        moved++;
      }
    if (moved === 0) return;
  }
}

/** Weight of each column and of each row, and of all. */
interface WordMass {
  readonly column: Float64Array;
  readonly row: Float64Array;
  readonly total: number;
}

function wordMass(rows: SparseRows): WordMass {
  const column = new Float64Array(rows.width);
  const row = new Float64Array(rowCount(rows));
  let total = 0;
  for (let i = 0; i < row.length; i++) {
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      column[rows.column[e]] += rows.value[e];
      row[i] += rows.value[e];
    }
    total += row[i];
  }
  return { column, row, total };
}

/** Topics first … first+size−1, interleaved: column c of topic t stands at c · size + t. */
interface Batch {
  readonly first: number;
  readonly size: number;
  /** Weight of the column in the topic, with its prior. */
  readonly mass: Float64Array;
  /** The same for all columns. */
  readonly total: Float64Array;
  /** Log of the column's share in the topic. */
  readonly logShare: Float32Array;
}

function countBatch(
  rows: SparseRows,
  topic: Int32Array,
  first: number,
  size: number,
  words: WordMass,
  prior: number,
): Batch {
  const mass = new Float64Array(rows.width * size);
  const total = new Float64Array(size).fill(prior);
  for (let c = 0, at = 0; c < rows.width; c++) {
    const share = (prior * words.column[c]) / Math.max(words.total, Number.MIN_VALUE);
    for (let t = 0; t < size; t++) mass[at++] = share;
  }
  for (let i = 0; i < topic.length; i++) {
    const t = topic[i] - first;
    if (topic[i] === NO_TOPIC || t < 0 || t >= size) continue;
    total[t] += words.row[i];
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) mass[rows.column[e] * size + t] += rows.value[e];
  }
  const logTotal = total.map((m) => log(m));
  const logShare = new Float32Array(mass.length);
  for (let at = 0, t = 0; at < mass.length; at++) {
    logShare[at] = mass[at] > 0 ? log(mass[at]) - logTotal[t] : 0;
    if (++t === size) t = 0;
  }
  return { first, size, mass, total, logShare };
}

/** Offers the topics of a batch to every paper that may move. */
function scoreBatch(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  words: WordMass,
  batch: Batch,
  linkShare: number,
  best: Int32Array,
  bestScore: Float64Array,
): void {
  const { first, size, logShare } = batch;
  const score = new Float64Array(size);
  for (let i = 0; i < topic.length; i++) {
    if (topic[i] === NO_TOPIC || !(words.row[i] > 0)) continue;
    score.fill(0);
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      const value = rows.value[e];
      for (let t = 0, at = rows.column[e] * size; t < size; t++, at++) score[t] += value * logShare[at];
    }
    const own = topic[i] - first;
    if (own >= 0 && own < size) score[own] = withoutItself(rows, i, words.row[i], batch, own);
    for (let t = 0; t < size; t++) score[t] /= words.row[i];
    addLinks(graph, topic, first, i, linkShare, score);
    for (let t = 0; t < size; t++)
      if (score[t] > bestScore[i]) {
        bestScore[i] = score[t];
        best[i] = first + t;
      }
  }
}

/** Log-likelihood of paper i under its own topic, had it not been in it. */
function withoutItself(rows: SparseRows, i: number, rowMass: number, batch: Batch, own: number): number {
  const { size, mass, total } = batch;
  let sum = -rowMass * log(total[own] - rowMass);
  for (let e = rows.start[i]; e < rows.start[i + 1]; e++)
    sum += rows.value[e] * log(mass[rows.column[e] * size + own] - rows.value[e]);
  return sum;
}

function addLinks(
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
    const t = topic[graph.neighbour[e]];
    if (t !== NO_TOPIC && t >= first && t < first + score.length)
      score[t - first] += (linkShare * graph.weight[e]) / total;
  }
}
