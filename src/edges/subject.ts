import type { SparseRows } from "../kernel/rows.ts";
import type { EdgeList } from "../model/edges.ts";

/** So large a share of the similarity must be of words of some subject. */
const LEAST_SUBJECT = 0.1;

/**
 * The links of papers that share more than words which are common in all of science ("best", "results", "improve").
 * @param edges links whose weight is the cosine of the rows, those of one source together; without a readout
 * @param common 1 for columns that say nothing of a subject
 */
export function onSubject(edges: EdgeList, rows: SparseRows, common: Uint8Array): EdgeList {
  if (!common.includes(1)) return edges;
  const open = new Float32Array(rows.width);
  let opened = -1;
  const put = (row: number, filled: boolean) => {
    for (let a = rows.start[row]; a < rows.start[row + 1]; a++)
      open[rows.column[a]] = filled && common[rows.column[a]] === 0 ? rows.value[a] : 0;
  };
  const kept = Uint32Array.from(edges.source.keys()).filter((e) => {
    if (edges.source[e] !== opened) {
      if (opened >= 0) put(opened, false);
      opened = edges.source[e];
      put(opened, true);
    }
    let subject = 0;
    for (let b = rows.start[edges.target[e]]; b < rows.start[edges.target[e] + 1]; b++)
      subject += open[rows.column[b]] * rows.value[b];
    return subject >= LEAST_SUBJECT * edges.weight[e];
  });
  if (kept.length === edges.source.length) return edges;
  const { kind, directed } = edges;
  return {
    kind,
    directed,
    source: kept.map((e) => edges.source[e]),
    target: kept.map((e) => edges.target[e]),
    weight: Float32Array.from(kept, (e) => edges.weight[e]),
  };
}
