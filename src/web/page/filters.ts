import { EDGE_KINDS, type EdgeKind } from "../../model/edges.ts";
import { NO_TOPIC } from "../../model/topic.ts";
import { type Atlas, around, NO_YEAR } from "./atlas.ts";

/** What is shown. Every part narrows further; an empty set or an absent part narrows nothing. */
export interface Filters {
  /** Topics and sub-topics by id: a paper in any of them passes. */
  readonly topics: ReadonlySet<number>;
  /** First and last year; papers without a year fail once it is set. */
  readonly years?: readonly [number, number];
  readonly concepts: ReadonlySet<string>;
  readonly venues: ReadonlySet<string>;
  readonly hiddenKinds: ReadonlySet<EdgeKind>;
  /** Share of the links of each kind that count, the strongest first: above 0, at most 1. */
  readonly strongest: number;
  readonly bridges: boolean;
  readonly selection: boolean;
  readonly starred: boolean;
  readonly around?: { readonly paper: number; readonly steps: number };
}

export const NO_FILTERS: Filters = {
  topics: new Set(),
  concepts: new Set(),
  venues: new Set(),
  hiddenKinds: new Set(),
  strongest: 1,
  bridges: false,
  selection: false,
  starred: false,
};

/** What the filters refer to beside the map. */
export interface FilterContext {
  readonly selection: ReadonlySet<number>;
  readonly stars: ReadonlySet<string>;
}

/** How many filters narrow the papers or the links. */
export function activeFilters(filters: Filters): number {
  return (
    (filters.topics.size > 0 ? 1 : 0) +
    (filters.years ? 1 : 0) +
    filters.concepts.size +
    filters.venues.size +
    filters.hiddenKinds.size +
    (filters.strongest < 1 ? 1 : 0) +
    [filters.bridges, filters.selection, filters.starred].filter(Boolean).length +
    (filters.around ? 1 : 0)
  );
}

/** One byte a paper: 1 where it passes all filters. O(papers + links looked at). */
export function visibleMask(atlas: Atlas, filters: Filters, context: FilterContext): Uint8Array {
  const { map, count } = atlas;
  const { topics, years, concepts, venues } = filters;
  const mask = years ? inYears(atlas.yearColumn(), years) : new Uint8Array(count).fill(1);
  const keep = (test: (i: number) => boolean) => {
    for (let i = 0; i < count; i++) if (mask[i] === 1 && !test(i)) mask[i] = 0;
  };
  if (topics.size > 0) keep((i) => topics.has(map.topic[i]) || topics.has(map.subtopic[i]));
  if (concepts.size > 0) keep((i) => map.concepts[i].some((name) => concepts.has(name)));
  if (venues.size > 0) keep((i) => venues.has(map.papers[i].venue ?? ""));
  if (filters.selection) keep((i) => context.selection.has(i));
  if (filters.starred) keep((i) => context.stars.has(map.papers[i].identity));
  if (filters.around) {
    const near = around(atlas, filters.around.paper, filters.around.steps, filters.hiddenKinds);
    keep((i) => near.has(i));
  }
  if (filters.bridges) {
    const least = kindThresholds(atlas, Math.min(filters.strongest, BRIDGE_SHARE));
    keep((i) => isBridge(atlas, i, filters.hiddenKinds, least));
  }
  return mask;
}

function inYears(years: Int32Array, [from, to]: readonly [number, number]): Uint8Array {
  const mask = new Uint8Array(years.length);
  const first = Math.max(from, NO_YEAR + 1);
  for (let i = 0; i < mask.length; i++) if (years[i] >= first && years[i] <= to) mask[i] = 1;
  return mask;
}

/** A link bridges topics only when it is among the stronger half of its kind. */
const BRIDGE_SHARE = 0.5;

function isBridge(atlas: Atlas, i: number, hidden: ReadonlySet<EdgeKind>, least: Float64Array): boolean {
  const { start, other, kind, weight } = atlas.links();
  const { topic } = atlas.map;
  if (topic[i] === NO_TOPIC) return false;
  for (let s = start[i]; s < start[i + 1]; s++)
    if (
      topic[other[s]] !== NO_TOPIC &&
      topic[other[s]] !== topic[i] &&
      !hidden.has(EDGE_KINDS[kind[s]]) &&
      weight[s] >= least[kind[s]]
    )
      return true;
  return false;
}

/** Per kind of EDGE_KINDS: the weight from which a link is among the strongest `share` of its kind. */
export function kindThresholds(atlas: Atlas, share: number): Float64Array {
  const least = new Float64Array(EDGE_KINDS.length);
  if (share >= 1) return least;
  for (const [kind, sorted] of atlas.weights().entries()) {
    const at = Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - share)));
    least[kind] = sorted[at] ?? 0;
  }
  return least;
}
