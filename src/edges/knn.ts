import { byFrequency, transpose } from "../kernel/csr.ts";
import type { Executor } from "../kernel/executor.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";
import { rowCount, type SparseRows } from "../model/rows.ts";
import { type KnnOutput, knnKernel, NO_NEIGHBOUR } from "./knn-kernel.ts";

/** Rows per block: fixed, so that the work is cut the same way for any number of threads. */
const BLOCK = 512;
/** Up to here every pair is scored exactly. */
const MOST_EXACT = 20_000;
/** Above it, columns in more than this share of the rows only complete scores, they do not make candidates. */
const FREQUENT_SHARE = 0.05;
/** For a million rows: no list of an index column that makes candidates is longer than this. */
const LONGEST_LIST = 20_000;
const CANDIDATES = 50;

/**
 * Union kNN by cosine: two rows are linked when either is among the k nearest of the other. Rows must be L2-normalised.
 * Exact up to 20,000 rows; above, candidates from the rarer columns, scored with the exact cosine.
 * Rows without entries have no edges. The result does not depend on the executor.
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
    k,
    candidates: frequent > 0 ? Math.max(k, CANDIDATES) : k,
  };
  const outputs = await executor.run(knnKernel, input, blocks, onProgress);
  return unionEdges(outputs, kind, k, n);
}

/** How many columns at the front are too frequent to make candidates; 0 where every pair is scored. */
function frequentColumns(listStart: Uint32Array, n: number): number {
  if (n <= MOST_EXACT) return 0;
  const longest = Math.min(LONGEST_LIST, Math.round(n * FREQUENT_SHARE));
  let c = 0;
  while (c < listStart.length - 1 && listStart[c + 1] - listStart[c] > longest) c++;
  return c;
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

function sortedOnce(start: Uint32Array, high: Uint32Array, weight: Float32Array) {
  const n = start.length - 1;
  const source = new Uint32Array(high.length);
  const target = new Uint32Array(high.length);
  const value = new Float32Array(high.length);
  let to = 0;
  for (let low = 0; low < n; low++) {
    const own = Array.from({ length: start[low + 1] - start[low] }, (_, s) => start[low] + s);
    own.sort((a, b) => high[a] - high[b] || a - b);
    for (const at of own) {
      if (to > 0 && source[to - 1] === low && target[to - 1] === high[at]) continue;
      source[to] = low;
      target[to] = high[at];
      value[to++] = weight[at];
    }
  }
  return { source: source.slice(0, to), target: target.slice(0, to), weight: value.slice(0, to) };
}
