/**
 * An undirected weighted graph as symmetric adjacency rows: the neighbours of paper i are
 * [start[i], start[i+1]) of `neighbour` and `weight`, neighbours ascending, every edge in both rows, no loops.
 */
export interface Graph {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
}

/** Number of nodes. */
export function nodeCount(graph: Graph): number {
  return graph.start.length - 1;
}
