import { prefixSum } from "../kernel/columns.ts";
import { once } from "../kernel/once.ts";
import { EDGE_KINDS, type EdgeKind, isDirected } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { fieldNamed } from "../model/own-fields.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";
import { NO_YEAR, yearColumn } from "../model/years.ts";
import { type Facet, facetOf } from "../scene/scale/facet.ts";

/** Every link from both of its ends: paper i has the slots start[i] … start[i+1]. */
export interface LinkTable {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** Index into EDGE_KINDS. */
  readonly kind: Uint8Array;
  readonly weight: Float32Array;
  /** 1 where the paper is the citing one; 0 for the cited one and for links without direction. */
  readonly outgoing: Uint8Array;
}

/** How many papers stem from each year; counts[0] is the year `from`. */
export interface YearCounts {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  readonly undated: number;
}

/** A map with what the page derives from it, each part on first use. */
export interface Atlas {
  readonly map: TopicMap;
  readonly count: number;
  readonly linkCount: number;
  readonly mainTopics: readonly Topic[];
  links(): LinkTable;
  years(): YearCounts | undefined;
  /** The year of every paper; NO_YEAR where it has none. */
  yearColumn(): Int32Array;
  /** By kind of EDGE_KINDS: the weights of its links, ascending. */
  weights(): readonly Float32Array[];
  venues(): Facet;
  concepts(): Facet;
  authors(): Facet;
  /** Papers without a topic: how many, and the first. */
  strays(): { readonly count: number; readonly first: number };
  /** The paper with this identity, or undefined. */
  find(identity: string): number | undefined;
}

/**
 * Wraps a map for the page.
 * @param known the papers by identity, where those of the map are not all read yet
 */
export function createAtlas(map: TopicMap, known?: ReadonlyMap<string, number>): Atlas {
  const ownYears = () => yearColumn(map.papers);
  return {
    map,
    count: map.papers.length,
    linkCount: map.edges.reduce((sum, list) => sum + list.source.length, 0),
    mainTopics: map.topics.filter((topic) => topic.parent === undefined),
    links: once(() => linkTable(map)),
    years: once(() => yearCounts(ownYears())),
    yearColumn: ownYears,
    weights: once(() =>
      EDGE_KINDS.map(
        (kind) =>
          map.edges
            .find((list) => list.kind === kind)
            ?.weight.slice()
            .sort() ?? new Float32Array(0),
      ),
    ),
    venues: once(() => facetNamed(map, "venue")),
    concepts: once(() => facetNamed(map, "concepts")),
    authors: once(() => facetNamed(map, "authors")),
    strays: once(() => {
      let count = 0;
      for (let i = 0; i < map.topic.length; i++) if (map.topic[i] === NO_TOPIC) count++;
      return { count, first: map.topic.indexOf(NO_TOPIC) };
    }),
    find: (() => {
      const index = once(() => known ?? new Map(map.papers.map((paper, i) => [paper.identity, i])));
      // Papers whose texts are still to come have none.
      return (identity: string) => (identity === "" ? undefined : index().get(identity));
    })(),
  };
}

function linkTable(map: TopicMap): LinkTable {
  const n = map.papers.length;
  const start = new Uint32Array(n + 1);
  for (const list of map.edges)
    for (let e = 0; e < list.source.length; e++) {
      start[list.source[e] + 1]++;
      start[list.target[e] + 1]++;
    }
  prefixSum(start);
  const slots = start[n];
  const table = {
    start,
    other: new Uint32Array(slots),
    kind: new Uint8Array(slots),
    weight: new Float32Array(slots),
    outgoing: new Uint8Array(slots),
  };
  const next = start.slice(0, n);
  for (const list of map.edges) {
    const kind = EDGE_KINDS.indexOf(list.kind);
    const directed = isDirected(list.kind);
    for (let e = 0; e < list.source.length; e++) {
      const source = list.source[e];
      const target = list.target[e];
      const a = next[source]++;
      table.other[a] = target;
      table.kind[a] = kind;
      table.weight[a] = list.weight[e];
      table.outgoing[a] = directed ? 1 : 0;
      const b = next[target]++;
      table.other[b] = source;
      table.kind[b] = kind;
      table.weight[b] = list.weight[e];
    }
  }
  return table;
}

/** A linked paper, as the card lists it. */
export interface Neighbour {
  readonly paper: number;
  readonly weight: number;
  readonly outgoing: boolean;
}

/** The papers linked to paper i by one kind, strongest first. */
export function neighboursBy(atlas: Atlas, i: number, kind: EdgeKind): Neighbour[] {
  const { start, other, kind: kinds, weight, outgoing } = atlas.links();
  const wanted = EDGE_KINDS.indexOf(kind);
  const found: Neighbour[] = [];
  for (let s = start[i]; s < start[i + 1]; s++)
    if (kinds[s] === wanted) found.push({ paper: other[s], weight: weight[s], outgoing: outgoing[s] === 1 });
  return found.sort((a, b) => b.weight - a.weight || a.paper - b.paper);
}

/** All papers linked to paper i by any of the kinds shown, each once, strongest text link first. */
export function neighbourWalk(atlas: Atlas, i: number, hidden: ReadonlySet<EdgeKind>): number[] {
  const { start, other, kind, weight } = atlas.links();
  const best = new Map<number, number>();
  for (let s = start[i]; s < start[i + 1]; s++) {
    if (hidden.has(EDGE_KINDS[kind[s]])) continue;
    // Text links first by their similarity; the others follow.
    const rank = kind[s] === 0 ? 2 + weight[s] : Math.min(1, weight[s] / 10);
    best.set(other[s], Math.max(best.get(other[s]) ?? 0, rank));
  }
  return [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([paper]) => paper);
}

/** Every paper within `steps` links of paper i, itself included. */
export function around(atlas: Atlas, i: number, steps: number, hidden: ReadonlySet<EdgeKind>): Set<number> {
  const { start, other, kind } = atlas.links();
  const reached = new Set([i]);
  let edge = [i];
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const paper of edge)
      for (let s = start[paper]; s < start[paper + 1]; s++)
        if (!reached.has(other[s]) && !hidden.has(EDGE_KINDS[kind[s]])) {
          reached.add(other[s]);
          next.push(other[s]);
        }
    edge = next;
  }
  return reached;
}

/** The number of links of a paper, all kinds. */
export function degree(atlas: Atlas, i: number): number {
  const { start } = atlas.links();
  return start[i + 1] - start[i];
}

/** How many papers of the map cite paper i. */
export function citedInside({ map }: Atlas, i: number): number {
  const field = fieldNamed(map, "localCitations");
  return field?.type === "number" ? field.values[i] : 0;
}

function yearCounts(years: Int32Array): YearCounts | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let dated = 0;
  for (let i = 0; i < years.length; i++) {
    const year = years[i];
    if (year === NO_YEAR) continue;
    dated++;
    from = Math.min(from, year);
    to = Math.max(to, year);
  }
  if (dated === 0) return undefined;
  const counts = new Array<number>(to - from + 1).fill(0);
  for (let i = 0; i < years.length; i++) if (years[i] !== NO_YEAR) counts[years[i] - from]++;
  return { from, to, counts, undated: years.length - dated };
}

/** The values of a field, by name; none where the map has no such field. */
export function facetNamed(map: TopicMap, name: string): Facet {
  const field = fieldNamed(map, name);
  if (field) return facetOf(field);
  const start = new Uint32Array(map.papers.length + 1);
  return { names: [], counts: new Uint32Array(), start, values: new Uint32Array() };
}

/** The first-level topic of a paper, or undefined. */
export function topicOf(atlas: Atlas, i: number): Topic | undefined {
  const id = atlas.map.topic[i];
  return id === NO_TOPIC ? undefined : atlas.map.topics[id];
}
