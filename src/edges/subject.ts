import { openRows, productWith, type SparseRows } from "../kernel/rows.ts";
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
  const open = openRows(rows, common);
  const { source, target, weight } = edges;
  const kept = Uint32Array.from(source.keys()).filter(
    (e) => productWith(open(source[e]), rows, target[e]) >= LEAST_SUBJECT * weight[e],
  );
  if (kept.length === source.length) return edges;
  const { kind, directed } = edges;
  return {
    kind,
    directed,
    source: kept.map((e) => source[e]),
    target: kept.map((e) => target[e]),
    weight: Float32Array.from(kept, (e) => weight[e]),
  };
}
