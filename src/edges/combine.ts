import { type Graph, symmetric } from "../kernel/graph.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";

/**
 * One graph from all kinds: each kind is scaled to the total strength of the keyword edges (to 1 where there are none),
 * then multiplied by its weight; kinds of weight 0 and directions are left out, parallel links add up.
 * @param n number of papers
 */
export function combineEdges(
  lists: readonly EdgeList[],
  weights: Readonly<Record<EdgeKind, number>>,
  n: number,
): Graph {
  const strength = (list: EdgeList) => list.weight.reduce((sum, w) => sum + w, 0);
  const keyword = lists.find((list) => list.kind === "keyword" && list.source.length > 0);
  const whole = keyword === undefined ? 1 : strength(keyword);
  const used = lists.filter((list) => weights[list.kind] > 0 && strength(list) > 0);
  const scaled = used.map((list) => {
    const scale = (weights[list.kind] * whole) / strength(list);
    return { ...list, weight: list.weight.map((w) => w * scale) };
  });
  return symmetric(scaled, n);
}
