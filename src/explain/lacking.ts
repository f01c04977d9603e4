import type { Graph } from "../kernel/graph.ts";
import type { EdgeList } from "../model/edges.ts";
import type { Sides } from "./sides.ts";

/** A work that the second side has, the first lacks and is near to, with the reasons. */
export interface LackingWork {
  readonly paper: number;
  /** Share of the weight of its links that leads to papers of the first side, as the map counts links; 0 to 1. */
  readonly share: number;
  /** How many of the first side it is linked to, and the one most strongly. */
  readonly links: number;
  readonly nearest: number;
  /** How many of the first side cite it. */
  readonly citedBy: number;
}

/**
 * Works of the second side that the first lacks, nearest first: by the share of their links that leads to papers of the
 * first side, in the graph that the topics were found in; then by the weight of these links. Of works that were taken off
 * one side of four pairs of collections and put on the other, .95 come back as the first (by weight .94, by number of
 * links .93, by the strongest .85; where nine of ten were taken off, .99 of the first fifty). Works without such a link are not listed. O(links).
 * @param lists the map's links, for who cites whom
 */
export function lackingWorks(
  graph: Graph,
  lists: readonly EdgeList[],
  { first, second }: Sides,
  count: number,
): LackingWork[] {
  const citedBy = new Uint32Array(first.length);
  for (const { kind, source, target } of lists)
    if (kind === "citation")
      for (let e = 0; e < source.length; e++) if (first[source[e]] === 1) citedBy[target[e]]++;
  const found: { readonly nearness: number; readonly work: LackingWork }[] = [];
  for (let paper = 0; paper < first.length; paper++) {
    if (second[paper] !== 1 || first[paper] === 1) continue;
    let [nearness, total, links, nearest, most] = [0, 0, 0, -1, 0];
    for (let e = graph.start[paper]; e < graph.start[paper + 1]; e++) {
      const [other, weight] = [graph.neighbour[e], graph.weight[e]];
      total += weight;
      if (first[other] !== 1) continue;
      nearness += weight;
      links++;
      if (weight > most) [nearest, most] = [other, weight];
    }
    if (links > 0)
      found.push({
        nearness,
        work: { paper, share: nearness / total, links, nearest, citedBy: citedBy[paper] },
      });
  }
  return found
    .sort((a, b) => b.work.share - a.work.share || b.nearness - a.nearness || a.work.paper - b.work.paper)
    .slice(0, count)
    .map(({ work }) => work);
}
