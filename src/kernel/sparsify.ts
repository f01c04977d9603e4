import { type Graph, keepLinks, nodeCount } from "./graph.ts";
import { createTopK } from "./topk.ts";

/**
 * The graph of the links that are among the k strongest of either end, weights unchanged; ties go to the lower
 * neighbour. Symmetric, neighbours ascending where those of the graph ascend. O(links · k) at worst.
 * @param k ≥ 1
 */
export function strongestLinks(graph: Graph, k: number): Graph {
  const { start, neighbour, weight } = graph;
  const n = nodeCount(graph);
  // The k-th strongest link of each node: what is weaker is kept for the other end's sake only.
  const least = new Float32Array(n);
  const last = new Uint32Array(n);
  const best = createTopK(k);
  for (let i = 0; i < n; i++) {
    best.clear();
    for (let e = start[i]; e < start[i + 1]; e++) best.add(neighbour[e], weight[e]);
    const full = best.size() === k;
    least[i] = full ? best.score[k - 1] : 0;
    last[i] = full ? best.row[k - 1] : n;
  }
  const isStrong = (i: number, j: number, w: number) => w > least[i] || (w === least[i] && j <= last[i]);
  return keepLinks(
    graph,
    (i, e) => isStrong(i, neighbour[e], weight[e]) || isStrong(neighbour[e], i, weight[e]),
  );
}
