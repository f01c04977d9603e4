import { type EdgeList, NO_LABEL } from "../model/edges.ts";
import type { SparseRows } from "../model/rows.ts";

const SLOTS = 3;

/**
 * Adds to each edge the three columns that its ends share most, with their share of the edge's cosine.
 * @param rows the rows whose cosine the edges are
 * @param labels what people see of each column
 */
export function termReadout(edges: EdgeList, rows: SparseRows, labels: readonly string[]): EdgeList {
  const count = edges.source.length;
  const label = new Uint32Array(count * SLOTS).fill(NO_LABEL);
  const share = new Float32Array(count * SLOTS);
  for (let e = 0; e < count; e++) {
    let a = rows.start[edges.source[e]];
    let b = rows.start[edges.target[e]];
    const aEnd = rows.start[edges.source[e] + 1];
    const bEnd = rows.start[edges.target[e] + 1];
    const first = e * SLOTS;
    while (a < aEnd && b < bEnd) {
      const difference = rows.column[a] - rows.column[b];
      if (difference === 0) insert(label, share, first, rows.column[a], rows.value[a] * rows.value[b]);
      if (difference <= 0) a++;
      if (difference >= 0) b++;
    }
    for (let s = first; s < first + SLOTS; s++) share[s] /= edges.weight[e];
  }
  return { ...edges, readout: { labels, label, share } };
}

/** Keeps the three largest products in order; ties go to the lower column, which comes first. */
function insert(
  label: Uint32Array,
  share: Float32Array,
  first: number,
  column: number,
  product: number,
): void {
  let at = first + SLOTS;
  while (at > first && product > share[at - 1]) {
    at--;
    if (at + 1 < first + SLOTS) {
      label[at + 1] = label[at];
      share[at + 1] = share[at];
    }
  }
  if (at === first + SLOTS) return;
  label[at] = column;
  share[at] = product;
}
