import { openRows, type SparseRows } from "../kernel/rows.ts";
import { type EdgeList, NO_LABEL } from "../model/edges.ts";
import { sixDigits } from "../model/number.ts";

const SLOTS = 3;

/**
 * Adds to each edge the three columns that its ends share most, with their share of the edge's cosine in hundredths, as
 * people are shown it: with more digits they would be a third of a map without abstracts.
 * @param rows the rows whose cosine the edges are
 * @param labels what people see of each column
 * @param common 1 for columns that say nothing of a subject: they are not among the three
 * @param least edges of which all other columns make a smaller share are left out
 */
export function termReadout(
  edges: EdgeList,
  rows: SparseRows,
  labels: readonly string[],
  common?: Uint8Array,
  least = 0,
): EdgeList {
  const count = edges.source.length;
  const label = new Uint32Array(count * SLOTS).fill(NO_LABEL);
  const share = new Float32Array(count * SLOTS);
  const kept = new Uint32Array(count);
  const open = openRows(rows, common);
  let to = 0;
  for (let e = 0; e < count; e++) {
    const own = open(edges.source[e]);
    const first = to * SLOTS;
    const end = rows.start[edges.target[e] + 1];
    let sum = 0;
    for (let b = rows.start[edges.target[e]]; b < end; b++) {
      const value = own[rows.column[b]];
      if (!(value > 0)) continue;
      sum += value * rows.value[b];
      insert(label, share, first, rows.column[b], value * rows.value[b]);
    }
    if (sum < least * edges.weight[e]) {
      label.fill(NO_LABEL, first, first + SLOTS);
      share.fill(0, first, first + SLOTS);
      continue;
    }
    // Of the weight as files have it, so that a map that was read gives the same shares again.
    const weight = sixDigits(edges.weight[e]);
    for (let s = first; s < first + SLOTS; s++) share[s] = Math.round((100 * share[s]) / weight) / 100;
    kept[to++] = e;
  }
  if (to === count) return { ...edges, readout: { labels, label, share } };
  const pick = <Column extends Uint32Array | Float32Array>(column: Column, own: Column) => {
    for (let e = 0; e < to; e++) own[e] = column[kept[e]];
    return own;
  };
  return {
    ...edges,
    source: pick(edges.source, new Uint32Array(to)),
    target: pick(edges.target, new Uint32Array(to)),
    weight: pick(edges.weight, new Float32Array(to)),
    // Views: few edges are left out, and copies of the largest columns of a map would stand beside them for a while.
    readout: { labels, label: label.subarray(0, to * SLOTS), share: share.subarray(0, to * SLOTS) },
  };
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
