import type { AcyclicCitations } from "./acyclic.ts";
import { addTo, bigCounts, shareOf } from "./big-count.ts";

/**
 * Search path count of every arc (Hummon & Doreian 1989; Batagelj 2003): the number of ways from a source (a paper that
 * cites none here) to a sink (one that none here cites) that lead over the arc, as a share of all such ways, 0 to 1.
 * Follows knowledge: from cited to citing. O(arcs).
 */
export function searchPathShares({ graph, order }: AcyclicCitations): Float64Array {
  const { papers, from, to, cites, citedBy } = graph;
  const before = bigCounts(papers);
  const after = bigCounts(papers);
  const total = bigCounts(1);
  for (const i of order) {
    if (cites.start[i] === cites.start[i + 1]) addTo(before, i);
    for (let s = cites.start[i]; s < cites.start[i + 1]; s++) addTo(before, i, before, cites.other[s]);
  }
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    const isSink = citedBy.start[i] === citedBy.start[i + 1];
    if (isSink) addTo(after, i);
    for (let s = citedBy.start[i]; s < citedBy.start[i + 1]; s++) addTo(after, i, after, citedBy.other[s]);
    // Papers without any arc are a way of their own, over no arc.
    if (isSink && cites.start[i] < cites.start[i + 1]) addTo(total, 0, before, i);
  }
  return Float64Array.from(from, (citing, a) => shareOf(before, to[a], after, citing, total));
}

/** The main path through a citation graph. */
export interface MainPath {
  /** From the earliest (a source) to the latest (a sink); empty where there is no citation. */
  readonly papers: readonly number[];
  /** Search path share of each step between them, 0 to 1. */
  readonly shares: readonly number[];
}

/**
 * The global main path: the way from a source to a sink with the largest sum of search path counts (the critical path
 * of Batagelj 2003; Liu & Lu 2012). Ties go to the paper with the lower index. O(arcs).
 */
export function mainPath(citations: AcyclicCitations, shares: Float64Array): MainPath {
  const { graph, order } = citations;
  const { cites, citedBy } = graph;
  const best = new Float64Array(graph.papers);
  const via = new Int32Array(graph.papers).fill(-1);
  for (const i of order)
    for (let s = cites.start[i]; s < cites.start[i + 1]; s++) {
      const sum = best[cites.other[s]] + shares[cites.arc[s]];
      if (via[i] < 0 || sum > best[i]) {
        best[i] = sum;
        via[i] = s;
      }
    }
  let end = -1;
  for (let i = 0; i < graph.papers; i++)
    if (via[i] >= 0 && citedBy.start[i] === citedBy.start[i + 1] && (end < 0 || best[i] > best[end])) end = i;
  if (end < 0) return { papers: [], shares: [] };
  const papers = [end];
  const steps: number[] = [];
  for (let s = via[end]; s >= 0; s = via[cites.other[s]]) {
    papers.unshift(cites.other[s]);
    steps.unshift(shares[cites.arc[s]]);
  }
  return { papers, shares: steps };
}
