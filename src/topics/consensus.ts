import type { Executor, Kernel } from "../kernel/executor.ts";
import { type Graph, keepLinks, nodeCount } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";

interface RunInput {
  readonly graph: Graph;
  readonly resolution: number;
  readonly seed: number;
}

/** One seeded Louvain run; the block is its number. */
export const louvainRun: Kernel<RunInput, number, Uint32Array> = {
  name: "louvainRun",
  run: ({ graph, resolution, seed }, run) => louvain(graph, resolution, seed, run).community,
};

/** Links whose ends are together in fewer runs than this are noise. */
const LEAST_AGREEMENT = 0.2;

/** Enough runs for a steady vote; fewer where one run already takes seconds. */
function runCount(n: number): number {
  return n > 200_000 ? 3 : n > 50_000 ? 6 : 10;
}

/**
 * Share of seeded runs in which the two ends of each link are in one community, per slot of the graph, 0 to 1
 * (after Lancichinetti & Fortunato 2012, on the links only, so that it stays linear).
 */
export async function agreement(
  input: RunInput,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<Float32Array> {
  const { graph } = input;
  const runs = Array.from({ length: runCount(nodeCount(graph)) }, (_, run) => run);
  const partitions = await executor.run(louvainRun, input, runs, onProgress);
  const share = new Float32Array(graph.neighbour.length);
  for (const community of partitions)
    for (let i = 0; i < nodeCount(graph); i++) {
      const own = community[i];
      for (let e = graph.start[i]; e < graph.start[i + 1]; e++)
        if (community[graph.neighbour[e]] === own) share[e]++;
    }
  for (let e = 0; e < share.length; e++) share[e] /= runs.length;
  return share;
}

/** The graph with every weight times its agreement; links that fewer runs agree on than LEAST_AGREEMENT are left out. */
export function reweigh(graph: Graph, share: Float32Array): Graph {
  const weight = graph.weight.map((w, e) => w * share[e]);
  return keepLinks({ ...graph, weight }, (_, e) => share[e] >= LEAST_AGREEMENT);
}
