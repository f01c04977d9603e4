import { type Graph, symmetric } from "../kernel/graph.ts";
import { type EdgeKind, type EdgeList, kindFactors } from "../model/edges.ts";

/**
 * One graph from all kinds, each scaled by `kindFactors`; kinds of weight 0 and directions are left out, parallel links
 * add up.
 * @param n number of papers
 */
export function combineEdges(
  lists: readonly EdgeList[],
  weights: Readonly<Record<EdgeKind, number>>,
  n: number,
): Graph {
  const factors = kindFactors(lists, weights);
  const scaled = lists.flatMap((list, k) =>
    factors[k] > 0 ? [{ ...list, weight: list.weight.map((w) => w * factors[k]) }] : [],
  );
  return symmetric(scaled, n);
}
