import { columnLouvain } from "./column-louvain.ts";
import { type Graph, nodeCount } from "./graph.ts";
import { graphologyLouvain } from "./graphology.ts";
import { seededRandom } from "./random.ts";

export interface Partition {
  /** Community of each node, 0 … count−1, in the order of their lowest nodes; a node without links is one by itself. */
  readonly community: Uint32Array;
  readonly count: number;
  /** Finest first: the communities of each node at every level of the hierarchy; the last one is `community`. */
  readonly levels: readonly Uint32Array[];
}

/**
 * Graphs of more nodes go to our own kernel: graphology's takes 2 to 3 times as long (ARCHITECTURE.md), which is a tenth
 * of a second at 10,000 papers and minutes of votes at a million.
 */
export const MOST_GRAPHOLOGY = 20_000;

/**
 * Communities by Louvain's method (Blondel et al. 2008), as graphology-communities-louvain finds them.
 * @param resolution γ of modularity, > 0; larger gives more communities
 * @param stream tells apart runs of one seed; see streams.ts
 */
export function louvain(graph: Graph, resolution: number, seed: number, stream: number): Partition {
  const run = nodeCount(graph) > MOST_GRAPHOLOGY ? columnLouvain : graphologyLouvain;
  const found = run(graph, resolution, seededRandom(seed, stream));
  const levels = found.length > 0 ? found : [Uint32Array.from({ length: nodeCount(graph) }, (_, i) => i)];
  const community = levels[levels.length - 1];
  return { community, count: countOf(community), levels };
}

/** Communities are numbered without gaps. */
export function countOf(community: Uint32Array): number {
  return community.reduce((most, c) => Math.max(most, c), -1) + 1;
}
