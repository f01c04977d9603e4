import type { Arcs, CitationGraph } from "./graph.ts";

/** How many arcs away each paper is along one direction: 0 for the paper itself, UNREACHED where no way leads. */
export type Steps = Int32Array;

export const UNREACHED = -1;

/** What a paper builds on, directly or through others: steps along its references (its ancestors). O(arcs). */
export function ancestors(graph: CitationGraph, paper: number): Steps {
  return reach(graph.cites, paper, graph.papers);
}

/** What builds on a paper, directly or through others: steps along citations of it (its descendants). O(arcs). */
export function descendants(graph: CitationGraph, paper: number): Steps {
  return reach(graph.citedBy, paper, graph.papers);
}

function reach({ start, other }: Arcs, paper: number, papers: number): Steps {
  const steps = new Int32Array(papers).fill(UNREACHED);
  const queue = [paper];
  steps[paper] = 0;
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head];
    for (let s = start[i]; s < start[i + 1]; s++)
      if (steps[other[s]] === UNREACHED) {
        steps[other[s]] = steps[i] + 1;
        queue.push(other[s]);
      }
  }
  return steps;
}
