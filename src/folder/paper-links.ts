import { EDGE_KINDS, type EdgeKind, type EdgeList, isDirected } from "../model/edges.ts";
import type { LinkOfRows, RowLink } from "./links.ts";

/** A link of a paper to another one, which is named by its number. */
export type PaperLink = RowLink;

/** A link between two papers by their numbers, of undirected kinds from the smaller one. */
export type LinkBetween = LinkOfRows;

/** A link by the numbers of papers, of undirected kinds from the smaller one. @param paperOf row → paper */
export function numberedEnds(link: LinkBetween, paperOf: Uint32Array): LinkBetween {
  const [source, target] = [paperOf[link.source], paperOf[link.target]];
  const isTurned = !isDirected(link.kind) && source > target;
  return { ...link, source: isTurned ? target : source, target: isTurned ? source : target };
}

/** The links of some papers, as lists by kind: for maps of which nobody holds all links. */
export interface SomeLinks {
  /** Adds all links of a paper. */
  add(paper: number, links: readonly PaperLink[]): void;
  /** What was added so far, as a map has it. @param between more links, of which some may have been added */
  lists(between?: readonly LinkBetween[]): EdgeList[];
}

interface Link {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly name: string;
  readonly sentence: string;
}

/** Gathers links of papers, each link once. */
export function gatherLinks(): SomeLinks {
  const added = new Set<number>();
  const byKind = new Map<EdgeKind, Link[]>(EDGE_KINDS.map((kind) => [kind, []]));
  return {
    add(paper, links) {
      if (added.has(paper)) return;
      added.add(paper);
      for (const { other, kind, weight, isOut, name = "", sentence = "" } of links) {
        // It came with the paper at its other end.
        if (added.has(other)) continue;
        const isFirst = isDirected(kind) ? isOut === true : paper < other;
        const [source, target] = isFirst ? [paper, other] : [other, paper];
        byKind.get(kind)?.push({ source, target, weight, name, sentence });
      }
    },
    lists(between = []) {
      const all = new Map([...byKind].map(([kind, links]) => [kind, [...links]]));
      for (const { kind, source, target, weight, name = "", sentence = "" } of between)
        if (!added.has(source) && !added.has(target))
          all.get(kind)?.push({ source, target, weight, name, sentence });
      return [...all].filter(([, links]) => links.length > 0).map(([kind, links]) => listOf(kind, links));
    },
  };
}

function listOf(kind: EdgeKind, links: readonly Link[]): EdgeList {
  const sorted = [...links].sort((a, b) => a.source - b.source || a.target - b.target);
  return {
    kind,
    directed: isDirected(kind),
    source: Uint32Array.from(sorted, ({ source }) => source),
    target: Uint32Array.from(sorted, ({ target }) => target),
    weight: Float32Array.from(sorted, ({ weight }) => weight),
    ...(kind === "mention" ? { mentions: sorted.map(({ name, sentence }) => ({ name, sentence })) } : {}),
  };
}
