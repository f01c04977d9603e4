import { groupBy } from "../kernel/columns.ts";
import type { EdgeList } from "../model/edges.ts";

/** Arcs by paper: those of paper i are the slots start[i] … start[i+1), other papers ascending. */
export interface Arcs {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** The arc's number in `CitationGraph`. */
  readonly arc: Uint32Array;
}

/** Who cites whom inside a collection, each pair of papers once in each direction. */
export interface CitationGraph {
  readonly papers: number;
  /** Arc a leads from the citing to the cited paper; sorted by (from, to). */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** 1 where the arc is inferred: the one names the other's method, and no reference says so. */
  readonly inferred: Uint8Array;
  readonly cites: Arcs;
  readonly citedBy: Arcs;
}

/** Which of the links a citation graph is made of. */
export interface CitationOptions {
  /** Adds mentions by name as inferred arcs where there is no citation between the two in that direction. */
  readonly mentions: boolean;
}

/** The citation graph of a map's edge lists; other kinds are passed over. O(arcs log arcs). */
export function citationGraph(
  lists: readonly EdgeList[],
  papers: number,
  { mentions }: CitationOptions,
): CitationGraph {
  const arcs: { from: number; to: number; inferred: number }[] = [];
  for (const { kind, source, target } of lists) {
    if (kind !== "citation" && !(kind === "mention" && mentions)) continue;
    for (let e = 0; e < source.length; e++)
      if (source[e] !== target[e])
        arcs.push({ from: source[e], to: target[e], inferred: kind === "mention" ? 1 : 0 });
  }
  // A citation stands before the mention of the same pair, which is then dropped.
  arcs.sort((a, b) => a.from - b.from || a.to - b.to || a.inferred - b.inferred);
  const kept = arcs.filter((arc, k) => k === 0 || arc.from !== arcs[k - 1].from || arc.to !== arcs[k - 1].to);
  const from = Uint32Array.from(kept, (arc) => arc.from);
  const to = Uint32Array.from(kept, (arc) => arc.to);
  const inferred = Uint8Array.from(kept, (arc) => arc.inferred);
  return { papers, from, to, inferred, cites: gather(from, to, papers), citedBy: gather(to, from, papers) };
}

/** The same graph without some of its arcs. @param keep whether arc a stays */
export function keepArcs(graph: CitationGraph, keep: (arc: number) => boolean): CitationGraph {
  const stay = Array.from(graph.from.keys()).filter(keep);
  const from = Uint32Array.from(stay, (a) => graph.from[a]);
  const to = Uint32Array.from(stay, (a) => graph.to[a]);
  const inferred = Uint8Array.from(stay, (a) => graph.inferred[a]);
  const { papers } = graph;
  return { papers, from, to, inferred, cites: gather(from, to, papers), citedBy: gather(to, from, papers) };
}

/** Arcs are sorted by (from, to), so that the other papers come out ascending at either end. */
function gather(own: Uint32Array, far: Uint32Array, papers: number): Arcs {
  const { start, item } = groupBy(own, papers);
  return { start, other: item.map((a) => far[a]), arc: item };
}
