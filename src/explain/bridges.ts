import type { EdgeList } from "../model/edges.ts";

/** A link between two topics, by its place in the lists given. */
export interface BridgeLink {
  readonly list: number;
  readonly edge: number;
  readonly weight: number;
}

/** A paper with links into both of two topics; it may be in one of them, or in neither. */
export interface BridgePaper {
  readonly paper: number;
  readonly topic: number;
  /** Link weight into the first and into the second topic. */
  readonly into: readonly [number, number];
  /** The smaller of both, as a share of the weight of all its links, 0 to 1/2. */
  readonly share: number;
}

/**
 * What ties two topics together: the strongest links between them, and the papers with the strongest links to both (the
 * smaller of their link weights into the two; then the larger). Ties by number. Weights of several lists add up: scale
 * them alike first. O(edges).
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
  const intoA = new Float64Array(topic.length);
  const intoB = new Float64Array(topic.length);
  const links: BridgeLink[] = [];
  for (const [list, { source, target, weight }] of lists.entries())
    for (let edge = 0; edge < source.length; edge++) {
      const [i, j, w] = [source[edge], target[edge], weight[edge]];
      total[i] += w;
      total[j] += w;
      if (topic[i] === a) intoA[j] += w;
      if (topic[i] === b) intoB[j] += w;
      if (topic[j] === a) intoA[i] += w;
      if (topic[j] === b) intoB[i] += w;
      if ((topic[i] === a && topic[j] === b) || (topic[i] === b && topic[j] === a))
        links.push({ list, edge, weight: w });
    }
  const papers: BridgePaper[] = [];
  for (let paper = 0; paper < topic.length; paper++) {
    const into = [intoA[paper], intoB[paper]] as const;
    if (Math.min(...into) > 0)
      papers.push({ paper, topic: topic[paper], into, share: Math.min(...into) / total[paper] });
  }
  papers.sort(
    (p, q) =>
      Math.min(...q.into) - Math.min(...p.into) ||
      Math.max(...q.into) - Math.max(...p.into) ||
      p.paper - q.paper,
  );
  links.sort((p, q) => q.weight - p.weight || p.list - q.list || p.edge - q.edge);
  return { papers: papers.slice(0, count), links: links.slice(0, count) };
}
