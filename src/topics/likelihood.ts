import { type Executor, inProcess, type Kernel } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import { log } from "../kernel/numeric.ts";
import { rowCount, type SparseRows } from "../kernel/rows.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { addColumns, addLinks, MOST_TERMS, TOPICS_A_PASS } from "./scoring.ts";

/** Mass of the whole collection's words mixed into each topic's, in masses of a mean topic: 4 to 16 score alike. */
const BACKGROUND = 8;
/**
 * Weight of a paper's share of links into a topic, beside the mean log-likelihood of its words under it (weight 1). At 0,
 * AMI is .02 lower on one of four labelled collections, at .3 it is .01 lower on two.
 */
const LINK_SHARE = 0.1;
/**
 * Added to that weight, divided by the papers of a mean topic: a small topic has too few words to go by. At 0, AMI is .01
 * lower for 53 topics of 499 papers; at 6 all is as at 2.
 */
const LINK_SHARE_SMALL = 2;

/**
 * The topics after each paper that has one, and terms, moved to the one under which its words are likeliest, a few rounds,
 * all papers of a round at once: classification EM of a multinomial mixture (Celeux & Govaert 1992; Nigam et al. 2000) on the
 * weighted terms, smoothed with the whole collection (Dirichlet prior), plus a little for its links into the topic. A
 * paper is left out of its own topic's counts: else its own rare words would keep it where it is. O(entries · topics).
 */
export async function moveByLikelihood(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  count: number,
  rounds: number,
  executor: Executor = inProcess(),
): Promise<Int32Array> {
  if (count < 2) return topic;
  const words = wordMass(rows, endsOf(rows));
  const papers = topic.reduce((sum, t) => sum + (t === NO_TOPIC ? 0 : 1), 0);
  const linkShare = LINK_SHARE + (LINK_SHARE_SMALL * count) / Math.max(1, papers);
  const prior = (BACKGROUND * words.total) / count;
  const blocks = blocksOf(topic.length);
  let now = topic;
  for (let round = 0; round < rounds; round++) {
    const best = now.slice();
    const bestScore = new Float64Array(topic.length).fill(Number.NEGATIVE_INFINITY);
    for (let first = 0; first < count; first += TOPICS_A_PASS) {
      const pass = countWords(rows, now, first, Math.min(TOPICS_A_PASS, count - first), words, prior);
      const scored = await executor.run(
        likelihoodKernel,
        { graph, rows, topic: now, words, pass, linkShare },
        blocks,
      );
      for (const [b, found] of scored.entries()) keepBetter(found, blocks[b].from, best, bestScore);
    }
    if (best.every((t, i) => t === now[i])) break;
    now = best;
  }
  return now;
}

/** Weight of each column and of each row, and of all. */
interface WordMass {
  /** Columns that count. */
  readonly width: number;
  /** Where each row reaches the width. */
  readonly end: Uint32Array;
  readonly column: Float64Array;
  readonly row: Float64Array;
  readonly total: number;
}

function endsOf({ start, column }: SparseRows): Uint32Array {
  return Uint32Array.from({ length: start.length - 1 }, (_, i) => {
    let end = start[i + 1];
    while (end > start[i] && column[end - 1] >= MOST_TERMS) end--;
    return end;
  });
}

function wordMass(rows: SparseRows, end: Uint32Array): WordMass {
  const width = Math.min(rows.width, MOST_TERMS);
  const column = new Float64Array(width);
  const row = new Float64Array(rowCount(rows));
  let total = 0;
  for (let i = 0; i < row.length; i++) {
    for (let e = rows.start[i]; e < end[i]; e++) {
      column[rows.column[e]] += rows.value[e];
      row[i] += rows.value[e];
    }
    total += row[i];
  }
  return { width, end, column, row, total };
}

/** Topics first … first+size−1, interleaved: column c of topic t stands at c · size + t. */
interface Pass {
  readonly first: number;
  readonly size: number;
  /** Weight of the column in the topic, with its prior. */
  readonly mass: Float64Array;
  /** The same for all columns. */
  readonly total: Float64Array;
  /** Log of the column's share in the topic. */
  readonly logShare: Float32Array;
}

function countWords(
  rows: SparseRows,
  topic: Int32Array,
  first: number,
  size: number,
  words: WordMass,
  prior: number,
): Pass {
  const mass = new Float64Array(words.width * size);
  const total = new Float64Array(size).fill(prior);
  const share = words.column.map((own) => (prior * own) / Math.max(words.total, Number.MIN_VALUE));
  for (let c = 0; c < words.width; c++) mass.fill(share[c], c * size, (c + 1) * size);
  for (let i = 0; i < topic.length; i++) {
    const t = topic[i] - first;
    if (topic[i] === NO_TOPIC || t < 0 || t >= size) continue;
    total[t] += words.row[i];
    for (let e = rows.start[i]; e < words.end[i]; e++) mass[rows.column[e] * size + t] += rows.value[e];
  }
  const logTotal = total.map((m) => log(m));
  const logShare = new Float32Array(mass.length);
  for (let c = 0, at = 0; c < words.width; c++) {
    // Most words are in few topics: in the others there is the prior alone.
    const alone = share[c] > 0 ? log(share[c]) : 0;
    for (let t = 0; t < size; t++, at++) {
      const logMass = mass[at] === share[c] ? alone : log(mass[at]);
      logShare[at] = mass[at] > 0 ? logMass - logTotal[t] : 0;
    }
  }
  return { first, size, mass, total, logShare };
}

/** Papers from … to−1. */
interface Block {
  readonly from: number;
  readonly to: number;
}

/** Papers per block: fixed, so that the work is cut the same way for any number of threads. */
const BLOCK = 2048;

function blocksOf(papers: number): Block[] {
  return Array.from({ length: Math.ceil(papers / BLOCK) }, (_, b) => ({
    from: b * BLOCK,
    to: Math.min(papers, (b + 1) * BLOCK),
  }));
}

interface Scoring {
  readonly graph: Graph;
  readonly rows: SparseRows;
  readonly topic: Int32Array;
  readonly words: WordMass;
  readonly pass: Pass;
  readonly linkShare: number;
}

/** The best of some topics for each paper of a block, and its score; −∞ for papers that may not move. */
interface Scored {
  readonly best: Int32Array;
  readonly score: Float64Array;
}

/** Finds the best topic of a pass for the papers of a block. */
export const likelihoodKernel: Kernel<Scoring, Block, Scored> = {
  name: "likelihood",
  run({ graph, rows, topic, words, pass, linkShare }, { from, to }) {
    const { first, size, logShare } = pass;
    const found = { best: new Int32Array(to - from), score: new Float64Array(to - from) };
    found.score.fill(Number.NEGATIVE_INFINITY);
    const score = new Float64Array(size);
    for (let i = from; i < to; i++) {
      if (topic[i] === NO_TOPIC || !(words.row[i] > 0)) continue;
      score.fill(0);
      addColumns(rows, rows.start[i], words.end[i], logShare, score);
      const own = topic[i] - first;
      if (own >= 0 && own < size) score[own] = withoutItself(rows, words, i, pass, own);
      for (let t = 0; t < size; t++) score[t] /= words.row[i];
      addLinks(graph, topic, first, i, linkShare, score);
      for (let t = 0; t < size; t++)
        if (score[t] > found.score[i - from]) {
          found.score[i - from] = score[t];
          found.best[i - from] = first + t;
        }
    }
    return found;
  },
};

/** Takes over what is better than before for the papers from `from` on. Changes `best` and `bestScore` in place. */
function keepBetter(found: Scored, from: number, best: Int32Array, bestScore: Float64Array): void {
  for (const [k, score] of found.score.entries()) {
    if (!(score > bestScore[from + k])) continue;
    bestScore[from + k] = score;
    best[from + k] = found.best[k];
  }
}

/** Log-likelihood of paper i under its own topic, had it not been in it. */
function withoutItself(rows: SparseRows, words: WordMass, i: number, pass: Pass, own: number): number {
  const rowMass = words.row[i];
  const { size, mass, total } = pass;
  let sum = -rowMass * log(total[own] - rowMass);
  for (let e = rows.start[i]; e < words.end[i]; e++)
    sum += rows.value[e] * log(mass[rows.column[e] * size + own] - rows.value[e]);
  return sum;
}
