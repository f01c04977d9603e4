import { groupBy } from "../kernel/columns.ts";
import { EDGE_KINDS, type EdgeList } from "../model/edges.ts";

/**
 * All links of a map as columns, whatever their kind: first the strongest link of every paper, then the second of every
 * paper, and so on, so that a prefix is a level of detail that thins out everywhere alike. `strength` is the weight as a
 * share of the largest of its kind, 0 to 1; `kind` indexes EDGE_KINDS.
 */
export interface Links {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float32Array;
  readonly strength: Float32Array;
  readonly kind: Uint8Array;
  /** Each link's number in the lists of the map, from 0. */
  readonly edge: Uint32Array;
  /** Links of paper i: ids link[start[i] … start[i+1]), strongest first. */
  readonly start: Uint32Array;
  readonly link: Uint32Array;
}

/** Gathers the edge lists of a map of n papers. Ties keep the order of kinds, then of the lists. O(m log m). */
export function linksOf(edges: readonly EdgeList[], n: number): Links {
  const m = edges.reduce((sum, list) => sum + list.weight.length, 0);
  const strengths = new Float32Array(m);
  const origin = new Uint32Array(m);
  let at = 0;
  for (const [k, list] of edges.entries()) {
    let most = 0;
    for (const w of list.weight) most = Math.max(most, w);
    for (let e = 0; e < list.weight.length; e++) {
      origin[at] = k;
      strengths[at++] = list.weight[e] / (most || 1);
    }
  }
  const first = new Uint32Array(edges.length + 1);
  for (const [k, list] of edges.entries()) first[k + 1] = first[k] + list.weight.length;
  const ends = { source: new Uint32Array(m), target: new Uint32Array(m) };
  for (const [k, list] of edges.entries()) {
    ends.source.set(list.source, first[k]);
    ends.target.set(list.target, first[k]);
  }
  const strongest = descending(strengths);
  const order = byTurns(strongest, ends.source, ends.target, n);
  const links = {
    source: new Uint32Array(m),
    target: new Uint32Array(m),
    weight: new Float32Array(m),
    strength: new Float32Array(m),
    kind: new Uint8Array(m),
    edge: order,
  };
  for (let r = 0; r < m; r++) {
    const list = edges[origin[order[r]]];
    const e = order[r] - first[origin[order[r]]];
    links.source[r] = list.source[e];
    links.target[r] = list.target[e];
    links.weight[r] = list.weight[e];
    links.strength[r] = strengths[order[r]];
    links.kind[r] = EDGE_KINDS.indexOf(list.kind);
  }
  const place = new Uint32Array(m);
  for (let r = 0; r < m; r++) place[order[r]] = r;
  return { ...links, ...incidence(strongest, place, ends, n) };
}

/** Links in turns: turn t holds those that are the t-th strongest of one of their papers, strongest first. A counting sort. */
function byTurns(strongest: Uint32Array, source: Uint32Array, target: Uint32Array, n: number): Uint32Array {
  const had = new Uint8Array(n);
  const turn = new Uint8Array(strongest.length);
  for (const e of strongest) {
    const [i, j] = [source[e], target[e]];
    turn[e] = Math.min(had[i], had[j]);
    had[i] = Math.min(255, had[i] + 1);
    had[j] = Math.min(255, had[j] + 1);
  }
  const turns = groupBy(
    strongest.map((e) => turn[e]),
    256,
  );
  return turns.item.map((k) => strongest[k]);
}

/** Indices of values in [0, 1], largest first, equal ones in their order: a counting sort on 16 bits. */
function descending(values: Float32Array): Uint32Array {
  // Of a map whose links are still to come nothing is sorted.
  if (values.length === 0) return new Uint32Array();
  const bucket = Uint32Array.from(values, (v) => 65535 - Math.round(v * 65535));
  return groupBy(bucket, 65536).item;
}

/** Per paper the places of its links, the strongest first. */
function incidence(
  strongest: Uint32Array,
  place: Uint32Array,
  { source, target }: { readonly source: Uint32Array; readonly target: Uint32Array },
  n: number,
) {
  const ends = new Uint32Array(2 * strongest.length);
  for (const [k, e] of strongest.entries()) {
    ends[2 * k] = source[e];
    ends[2 * k + 1] = target[e];
  }
  const { start, item } = groupBy(ends, n);
  return { start, link: item.map((k) => place[strongest[k >> 1]]) };
}

/** What of the links is shown: bit k of `kinds` stands for EDGE_KINDS[k]; links of it weighing less than `least[k]` are not. */
export interface LinkFilter {
  readonly kinds: number;
  readonly least: ArrayLike<number>;
}

export const ALL_LINKS: LinkFilter = { kinds: 0xff, least: new Float64Array(EDGE_KINDS.length) };

/** Whether a link passes the filter. */
export function passes(links: Links, e: number, filter: LinkFilter): boolean {
  const kind = links.kind[e];
  return ((filter.kinds >> kind) & 1) === 1 && links.weight[e] >= filter.least[kind];
}

/** Ids of a paper's links that pass, strongest first, one per neighbour. */
export function linksAt(links: Links, paper: number, filter: LinkFilter): number[] {
  const seen = new Set<number>();
  const ids: number[] = [];
  for (let k = links.start[paper]; k < links.start[paper + 1]; k++) {
    const e = links.link[k];
    if (!passes(links, e, filter)) continue;
    const other = links.source[e] === paper ? links.target[e] : links.source[e];
    if (seen.has(other)) continue;
    seen.add(other);
    ids.push(e);
  }
  return ids;
}
