import { symmetric } from "../kernel/graph.ts";
import { type EdgeKind, type EdgeList, isDirected } from "../model/edges.ts";

/** One reason why two papers stand beside each other on a path. */
export interface StepReason {
  readonly kind: EdgeKind;
  readonly weight: number;
  /** For citations and mentions: whether the earlier paper of the path is the one that cites. */
  readonly forward?: boolean;
}

/** A step of a path with all links that make it, in the order of EDGE_KINDS. */
export interface PathStep {
  readonly from: number;
  readonly to: number;
  readonly reasons: readonly StepReason[];
}

/**
 * A shortest path between two papers over the links of some kinds, followed in either direction; of equally short ones
 * the one that, seen from the end, goes over the lowest indices. Undefined where none leads there; empty from a paper
 * to itself. O(links).
 */
export function shortestPath(
  lists: readonly EdgeList[],
  papers: number,
  from: number,
  to: number,
  kinds: ReadonlySet<EdgeKind>,
): readonly PathStep[] | undefined {
  const used = lists.filter(({ kind }) => kinds.has(kind));
  const { start, neighbour: other } = symmetric(used, papers);
  const before = new Int32Array(papers).fill(-1);
  before[from] = from;
  let front = [from];
  while (front.length > 0 && before[to] < 0) {
    const next: number[] = [];
    for (const i of front)
      for (let s = start[i]; s < start[i + 1]; s++)
        if (before[other[s]] < 0) {
          before[other[s]] = i;
          next.push(other[s]);
        }
    // Ascending, so that the lowest index claims what it reaches.
    front = next.sort((a, b) => a - b);
  }
  if (before[to] < 0) return undefined;
  const path = [to];
  for (let i = to; i !== from; i = before[i]) path.unshift(before[i]);
  return path.slice(1).map((paper, k) => ({
    from: path[k],
    to: paper,
    reasons: reasonsOf(used, path[k], paper),
  }));
}

function reasonsOf(lists: readonly EdgeList[], a: number, b: number): StepReason[] {
  const reasons: StepReason[] = [];
  for (const { kind, source, target, weight } of lists)
    for (let e = 0; e < source.length; e++) {
      const forward = source[e] === a && target[e] === b;
      if (!forward && !(source[e] === b && target[e] === a)) continue;
      reasons.push({ kind, weight: weight[e], ...(isDirected(kind) ? { forward } : {}) });
    }
  return reasons;
}
