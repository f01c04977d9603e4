import type { Executor, Share } from "../../kernel/executor.ts";
import { byFrequency, rowCount, rowsFromPairs, type SparseRows } from "../../kernel/rows.ts";
import type { EdgeKind, EdgeList } from "../../model/edges.ts";
import { candidateKernel } from "./candidates.ts";
import { exactKernel } from "./exact.ts";
import { type KnnBlock, type KnnInput, type KnnOutput, NO_NEIGHBOUR } from "./output.ts";
import { type CandidateInput, packRows } from "./packed.ts";

/** Rows per block: fixed, so that the work is cut the same way for any number of threads. */
const BLOCK = 512;
/** Up to here every pair is scored in full. */
const MOST_EXACT = 20_000;
/**
 * Above it, per row: postings that are summed in search of candidates, and candidates that are completed. Of 15 neighbours
 * of 100,000 arXiv abstracts .95 are found, .90 where words are weighed without a background. Maps need no more: from all
 * neighbours down to .9 of them AMI, purity and kept neighbours of five labelled collections go up and down by what another
 * seed changes (`npm run recall`), because the missed ones share few telling words. 10,000 and 200 find .998 at three times
 * the cost.
 */
const BUDGET = 2000;
const CANDIDATES = 60;
/** The index of rows with so many entries (of 50,000 abstracts or so) is given back before links are read off. */
const LARGE = 1 << 22;

/**
 * Union kNN by cosine: two rows are linked when either is among the k nearest of the other. Rows must be L2-normalised.
 * Exact up to 20,000 rows; above, one neighbour in ten to twenty is missed, and the cosines are exact all the same. Rows
 * without entries have no edges. The result does not depend on the executor.
 * @param k neighbours per row, ≥ 1
 */
export async function cosineKnn(
  rows: SparseRows,
  kind: EdgeKind,
  k: number,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<EdgeList> {
  const n = rowCount(rows);
  const outputs = await nearestOf(rows, k, executor, onProgress);
  if (rows.column.length >= LARGE) executor.giveBack?.();
  return unionEdges(outputs, kind, k, n);
}

/** The neighbours of each row. The index, as large as the rows, is forgotten when they are found. */
function nearestOf(
  rows: SparseRows,
  k: number,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<KnnOutput[]> {
  return knnSearch(rows, k, executor.share).run(executor, blocksOf(rowCount(rows)), onProgress);
}

/** Papers 0 … n−1 in blocks. */
export function blocksOf(n: number): KnnBlock[] {
  return Array.from({ length: Math.ceil(n / BLOCK) }, (_, b) => ({
    from: b * BLOCK,
    to: Math.min(n, (b + 1) * BLOCK),
  }));
}

/** A search among some rows, ready to run. */
export interface KnnSearch {
  run(
    executor: Executor,
    blocks: readonly KnnBlock[],
    onBlock?: (done: number) => void,
  ): Promise<KnnOutput[]>;
}

/** How the neighbours of so many rows are searched. @param share puts a large index where all threads read it */
export function knnSearch(rows: SparseRows, k: number, share?: Share): KnnSearch {
  if (rowCount(rows) > MOST_EXACT) {
    const input = candidateInput(rows, k, share);
    return { run: (executor, blocks, onBlock) => executor.run(candidateKernel, input, blocks, onBlock) };
  }
  const input = exactInput(rows, k);
  return { run: (executor, blocks, onBlock) => executor.run(exactKernel, input, blocks, onBlock) };
}

/** What the exact search reads. */
export function exactInput(rows: SparseRows, k: number): KnnInput {
  const { rows: sorted, lists } = byFrequency(rows);
  const { start, column, value } = sorted;
  return { start, column, value, listStart: lists.start, listRow: lists.column, listValue: lists.value, k };
}

/** What the search by candidates reads. */
export function candidateInput(
  rows: SparseRows,
  k: number,
  share: Share = (columns) => columns,
): CandidateInput {
  return {
    ...packRows(rows, share),
    k,
    budget: BUDGET,
    candidates: Math.max(CANDIDATES, 4 * k),
  };
}

/** Each link once, source < target, sorted; a link found from both ends keeps the lower end's weight. */
export function unionEdges(outputs: readonly KnnOutput[], kind: EdgeKind, k: number, n: number): EdgeList {
  return { kind, directed: false, ...firstOfRepeats(linkRows(outputs, k, n)) };
}

/** The links of each lower end, sorted by the higher one; of those that were found twice, that of the lower end first. */
function linkRows(outputs: readonly KnnOutput[], k: number, n: number): SparseRows {
  const most = outputs.reduce((sum, { neighbour }) => sum + neighbour.length, 0);
  const low = new Uint32Array(most);
  const high = new Uint32Array(most);
  const weight = new Float32Array(most);
  let found = 0;
  // From the lower ends first, so that their weights come first where a link was found twice.
  for (const fromLow of [true, false]) {
    let row = 0;
    for (const output of outputs)
      for (let at = 0; at < output.neighbour.length; at += k, row++)
        for (let s = at; s < at + k; s++) {
          const other = output.neighbour[s];
          if (other === NO_NEIGHBOUR || !(output.weight[s] > 0) || row < other !== fromLow) continue;
          low[found] = Math.min(row, other);
          high[found] = Math.max(row, other);
          weight[found++] = output.weight[s];
        }
  }
  const own = (column: Uint32Array) => column.subarray(0, found);
  return rowsFromPairs(own(low), own(high), weight.subarray(0, found), n, n);
}

function firstOfRepeats(rows: SparseRows): Pick<EdgeList, "source" | "target" | "weight"> {
  const isRepeat = (at: number, start: number) => at > start && rows.column[at] === rows.column[at - 1];
  let links = 0;
  for (let low = 0; low < rowCount(rows); low++)
    for (let at = rows.start[low]; at < rows.start[low + 1]; at++)
      if (!isRepeat(at, rows.start[low])) links++;
  const source = new Uint32Array(links);
  const target = new Uint32Array(links);
  const weight = new Float32Array(links);
  let to = 0;
  for (let low = 0; low < rowCount(rows); low++)
    for (let at = rows.start[low]; at < rows.start[low + 1]; at++) {
      if (isRepeat(at, rows.start[low])) continue;
      source[to] = low;
      target[to] = rows.column[at];
      weight[to++] = Math.min(1, rows.value[at]);
    }
  return { source, target, weight };
}
