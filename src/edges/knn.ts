import { byFrequency, transpose } from "../kernel/csr.ts";
import type { Executor } from "../kernel/executor.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";
import { rowCount, type SparseRows } from "../model/rows.ts";
import { type KnnOutput, knnKernel, NO_NEIGHBOUR } from "./knn-kernel.ts";

/** Rows per block: fixed, so that the work is cut the same way for any number of threads. */
const BLOCK = 512;
/** Up to here every pair is scored in full. */
const MOST_EXACT = 20_000;
/** Above it, columns in more than this share of the rows, or in more than LONGEST_LIST, only complete scores. */
const FREQUENT_SHARE = 0.05;
const LONGEST_LIST = 20_000;
/** How much of what the frequent columns could add is believed: recall@15 is .999 on 100,000 arXiv abstracts (.3: .980). */
const REACH = 0.5;

/**
 * Union kNN by cosine: two rows are linked when either is among the k nearest of the other. Rows must be L2-normalised.
 * Exact up to 20,000 rows; above, see `reach` in the kernel: the cosines are exact, one neighbour in 1,600 is missed. Rows without entries have no edges. The result does not depend on the executor.
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
  const sorted = byFrequency(rows);
  const index = transpose(sorted);
  const blocks = Array.from({ length: Math.ceil(n / BLOCK) }, (_, b) => ({
    from: b * BLOCK,
    to: Math.min(n, (b + 1) * BLOCK),
  }));
  const frequent = frequentColumns(index.start, n);
  const input = {
    start: sorted.start,
    column: sorted.column,
    value: sorted.value,
    listStart: index.start,
    listRow: index.column,
    listValue: index.value,
    frequent,
    frequentNorm: frequentNorms(sorted, frequent),
    reach: REACH,
    k,
  };
  const outputs = await executor.run(knnKernel, input, blocks, onProgress);
  return unionEdges(outputs, kind, k, n);
}

/** How many columns at the front stand in too many rows to be summed over the index; 0 where all are. */
function frequentColumns(listStart: Uint32Array, n: number): number {
  if (n <= MOST_EXACT) return 0;
  const longest = Math.min(LONGEST_LIST, Math.round(n * FREQUENT_SHARE));
  let c = 0;
  while (c < listStart.length - 1 && listStart[c + 1] - listStart[c] > longest) c++;
  return c;
}

/** L2 norm of each row's columns below `frequent`. */
export function frequentNorms({ start, column, value }: SparseRows, frequent: number): Float32Array {
  return Float32Array.from({ length: start.length - 1 }, (_, i) => {
    let sum = 0;
    for (let at = start[i]; at < start[i + 1] && column[at] < frequent; at++) sum += value[at] * value[at];
    return Math.sqrt(sum);
  });
}

/** Each link once, source < target, sorted; a link found from both ends keeps the lower end's weight. */
function unionEdges(outputs: readonly KnnOutput[], kind: EdgeKind, k: number, n: number): EdgeList {
  const degree = new Uint32Array(n + 1);
  const each = (visit: (low: number, high: number, weight: number, fromLow: boolean) => void) => {
    let row = 0;
    for (const { neighbour, weight } of outputs)
      for (let at = 0; at < neighbour.length; at += k, row++)
        for (let s = at; s < at + k; s++) {
          const other = neighbour[s];
          if (other === NO_NEIGHBOUR || !(weight[s] > 0)) continue;
          if (row < other) visit(row, other, weight[s], true);
          else visit(other, row, weight[s], false);
        }
  };
  each((low) => {
    degree[low + 1]++;
  });
  for (let i = 0; i < n; i++) degree[i + 1] += degree[i];
  const next = degree.slice();
  const high = new Uint32Array(degree[n]);
  const weight = new Float32Array(degree[n]);
  // From the lower ends first, so that their weights come first where a link was found twice.
  for (const side of [true, false])
    each((low, other, w, fromLow) => {
      if (fromLow !== side) return;
      high[next[low]] = other;
      weight[next[low]++] = w;
    });
  return { kind, directed: false, ...sortedOnce(degree, high, weight) };
}

/** Sorts each row's links by two stable transpositions, without an object per link, and keeps the first of repeats. */
function sortedOnce(start: Uint32Array, column: Uint32Array, weight: Float32Array) {
  const n = start.length - 1;
  const rows = transpose(transpose({ start, column, value: weight, width: n }));
  const source = new Uint32Array(column.length);
  const target = new Uint32Array(column.length);
  const value = new Float32Array(column.length);
  let to = 0;
  for (let low = 0; low < n; low++)
    for (let at = rows.start[low]; at < rows.start[low + 1]; at++) {
      if (to > 0 && source[to - 1] === low && target[to - 1] === rows.column[at]) continue;
      source[to] = low;
      target[to] = rows.column[at];
      value[to++] = Math.min(1, rows.value[at]);
    }
  return { source: source.slice(0, to), target: target.slice(0, to), weight: value.slice(0, to) };
}
