import type { EdgeList } from "../model/edges.ts";

/** A link between two topics, by its place in the lists given. */
export interface BridgeLink {
  readonly list: number;
  readonly edge: number;
  readonly weight: number;
}

/** A paper with links into another topic. */
export interface BridgePaper {
  readonly paper: number;
  readonly topic: number;
  /** Link weight into the other of the two topics. */
  readonly across: number;
  /** That, as a share of the weight of all its links, 0 to 1. */
  readonly share: number;
}

/**
 * What ties two topics together: the strongest links between them, and the papers whose links lead across most, those
 * that belong to both first (weight across × share). Ties by number. O(edges).
 * @param topic topic of each paper
 * @param count how many of each at most
 */
export function bridgesBetween(
  lists: readonly EdgeList[],
  topic: Int32Array,
  a: number,
  b: number,
  count: number,
): { readonly papers: readonly BridgePaper[]; readonly links: readonly BridgeLink[] } {
  if (a === b) return { papers: [], links: [] };
  const total = new Float64Array(topic.length);
  const across = new Float64Array(topic.length);
  const links: BridgeLink[] = [];
  for (const [list, { source, target, weight }] of lists.entries())
    for (let edge = 0; edge < source.length; edge++) {
      const [i, j, w] = [source[edge], target[edge], weight[edge]];
      total[i] += w;
      total[j] += w;
      const joins = (topic[i] === a && topic[j] === b) || (topic[i] === b && topic[j] === a);
      if (!joins) continue;
      across[i] += w;
      across[j] += w;
      links.push({ list, edge, weight: w });
    }
  const papers: BridgePaper[] = [];
  for (let paper = 0; paper < topic.length; paper++)
    if (across[paper] > 0)
      papers.push({
        paper,
        topic: topic[paper],
        across: across[paper],
        share: across[paper] / total[paper],
      });
  papers.sort((p, q) => q.across * q.share - p.across * p.share || p.paper - q.paper);
  links.sort((p, q) => q.weight - p.weight || p.list - q.list || p.edge - q.edge);
  return { papers: papers.slice(0, count), links: links.slice(0, count) };
}
