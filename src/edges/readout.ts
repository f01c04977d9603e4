import { openRows, type SparseRows } from "../kernel/rows.ts";
import { type EdgeList, NO_LABEL } from "../model/edges.ts";
import { sixDigits } from "../model/number.ts";

const SLOTS = 3;

/**
 * Adds to each edge the three columns that its ends share most, with their share of the edge's cosine.
 * @param rows the rows whose cosine the edges are
 * @param labels what people see of each column
 * @param common 1 for columns that say nothing of a subject: they are not among the three
 */
export function termReadout(
  edges: EdgeList,
  rows: SparseRows,
  labels: readonly string[],
  common?: Uint8Array,
): EdgeList {
  const count = edges.source.length;
  const label = new Uint32Array(count * SLOTS).fill(NO_LABEL);
  const share = new Float32Array(count * SLOTS);
  const open = openRows(rows, common);
  for (let e = 0; e < count; e++) {
    const own = open(edges.source[e]);
    const first = e * SLOTS;
    const end = rows.start[edges.target[e] + 1];
    for (let b = rows.start[edges.target[e]]; b < end; b++) {
      const value = own[rows.column[b]];
      if (value > 0) insert(label, share, first, rows.column[b], value * rows.value[b]);
    }
    // Of the weight as files have it, so that a map that was read gives the same shares again.
    const weight = sixDigits(edges.weight[e]);
    for (let s = first; s < first + SLOTS; s++) share[s] /= weight;
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
