import { type CitationGraph, keepArcs } from "./graph.ts";

/** A citation graph without cycles, and an order of its papers in which every paper stands after all that it cites. */
export interface AcyclicCitations {
  readonly graph: CitationGraph;
  /** All papers, cited ones first. */
  readonly order: Uint32Array;
  /** Numbers (in the graph given) of the arcs that were left out. */
  readonly dropped: readonly number[];
}

const FRESH = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Leaves out the arcs that close a cycle (papers of one year cite each other; preprints cite what came later). The walk
 * goes depth first from the latest papers along references to the latest cited ones, so that of a cycle the arc from an
 * earlier to a later paper goes. Undated papers count as the latest; ties by index. Deterministic, O(arcs log arcs).
 * @param year of each paper, or undefined
 */
export function withoutCycles(graph: CitationGraph, year: readonly (number | undefined)[]): AcyclicCitations {
  const time = Float64Array.from({ length: graph.papers }, (_, i) => year[i] ?? Number.POSITIVE_INFINITY);
  // Two undated papers: ∞ − ∞ is no number, so compare.
  const later = (a: number, b: number) => (time[a] === time[b] ? b - a : time[a] > time[b] ? -1 : 1);
  const { start, other, arc } = graph.cites;
  const state = new Uint8Array(graph.papers);
  const finished: number[] = [];
  const dropped: number[] = [];
  const slotsOf = (i: number) =>
    Array.from({ length: start[i + 1] - start[i] }, (_, k) => start[i] + k).sort((a, b) =>
      later(other[a], other[b]),
    );
  const stack: { readonly paper: number; readonly slots: readonly number[]; at: number }[] = [];
  const enter = (paper: number) => {
    state[paper] = OPEN;
    stack.push({ paper, slots: slotsOf(paper), at: 0 });
  };
  for (const root of Array.from({ length: graph.papers }, (_, i) => i).sort(later)) {
    if (state[root] !== FRESH) continue;
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.at === top.slots.length) {
        state[top.paper] = DONE;
        finished.push(top.paper);
        stack.pop();
        continue;
      }
      const slot = top.slots[top.at++];
      const next = other[slot];
      if (state[next] === OPEN) dropped.push(arc[slot]);
      else if (state[next] === FRESH) enter(next);
    }
  }
  const gone = new Set(dropped);
  return {
    graph: gone.size === 0 ? graph : keepArcs(graph, (a) => !gone.has(a)),
    order: Uint32Array.from(finished),
    dropped: dropped.sort((a, b) => a - b),
  };
}

/**
 * Citation order: layer 0 for papers that cite none here, else one more than the highest layer they cite. Stands in for
 * time where papers have no years. Papers without any arc have layer −1.
 */
export function citationLayers({ graph, order }: AcyclicCitations): Int32Array {
  const { start, other } = graph.cites;
  const layer = new Int32Array(graph.papers);
  for (const i of order)
    for (let s = start[i]; s < start[i + 1]; s++) layer[i] = Math.max(layer[i], layer[other[s]] + 1);
  const { start: cited } = graph.citedBy;
  for (let i = 0; i < graph.papers; i++)
    if (start[i] === start[i + 1] && cited[i] === cited[i + 1]) layer[i] = -1;
  return layer;
}
