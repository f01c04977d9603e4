import { EDGE_KINDS, type EdgeKind } from "../model/edges.ts";
import { countsByTopic } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { NO_YEAR } from "../model/years.ts";
import { countValues, type Facet } from "../scene/scale/facet.ts";
import { type Atlas, around } from "./atlas.ts";
import { failTopics, failYears } from "./fails.ts";
import { type FieldFilter, passesField } from "./field-filter.ts";

/** What is shown. Every part narrows further; an empty set or an absent part narrows nothing. */
export interface Filters {
  /** Topics of any level by id: a paper in any of them passes. */
  readonly topics: ReadonlySet<number>;
  /** First and last year; papers without a year fail once it is set. */
  readonly years?: readonly [number, number];
  readonly concepts: ReadonlySet<string>;
  readonly venues: ReadonlySet<string>;
  readonly authors: ReadonlySet<string>;
  /** By the names of fields; papers that lack what is asked for fail. */
  readonly fields: ReadonlyMap<string, FieldFilter>;
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
  authors: new Set(),
  fields: new Map(),
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
    filters.authors.size +
    filters.fields.size +
    filters.hiddenKinds.size +
    (filters.strongest < 1 ? 1 : 0) +
    [filters.bridges, filters.selection, filters.starred].filter(Boolean).length +
    (filters.around ? 1 : 0)
  );
}

/** Filters whose values are counted under all the others. */
export const COUNTED = ["topics", "years", "concepts", "venues", "authors"] as const;
export type Counted = (typeof COUNTED)[number];

const bitOf = (filter: Counted) => 1 << COUNTED.indexOf(filter);
/** The bit of all filters whose values are not counted. */
const REST = 1 << COUNTED.length;

/** So many filters by fields are told apart in 32 bits: more than that share the last one. */
const FIELD_BITS = 31 - COUNTED.length;

/** The bit of the filter by a field; 0 where there is none. */
function fieldBit({ fields }: Filters, name: string): number {
  const at = [...fields.keys()].indexOf(name);
  return at < 0 ? 0 : (REST << (1 + Math.min(at, FIELD_BITS - 1))) >>> 0;
}

/** Fields of what every paper may have that have a filter of their own, and that filter. */
export const OWN_FILTERS: ReadonlyMap<string, "years" | "concepts" | "venues" | "authors"> = new Map([
  ["year", "years"],
  ["concepts", "concepts"],
  ["venue", "venues"],
  ["authors", "authors"],
]);

/** One byte a paper: 1 where it passes all filters but the one by a field, for charts of that field. */
export function passesOthers(failed: Uint32Array, filters: Filters, name: string): Uint8Array {
  const own = OWN_FILTERS.get(name);
  return maskBeside(failed, fieldBit(filters, name) | (own ? bitOf(own) : 0));
}

const masks = new WeakMap<Uint32Array, Map<number, Uint8Array>>();

/** One byte a paper: 1 where it fails nothing but the filters of some bits; made once for what papers fail. O(papers). */
function maskBeside(failed: Uint32Array, bits: number): Uint8Array {
  const made = masks.get(failed) ?? new Map<number, Uint8Array>();
  masks.set(failed, made);
  const known = made.get(bits);
  if (known) return known;
  const mask = new Uint8Array(failed.length);
  const others = ~bits;
  for (let i = 0; i < failed.length; i++) mask[i] = Number((failed[i] & others) === 0);
  made.set(bits, mask);
  return mask;
}

/** One byte a paper: 1 where it passes all filters but some of those that are counted. */
export function passesBut(failed: Uint32Array, but: readonly Counted[]): Uint8Array {
  return maskBeside(
    failed,
    but.reduce((bits, filter) => bits | bitOf(filter), 0),
  );
}

/** A number a paper: a bit for each filter of COUNTED that it fails, one for each by a field, and one for the rest. O(papers + links looked at). */
export function failedFilters(atlas: Atlas, filters: Filters, context: FilterContext): Uint32Array {
  const { map, count } = atlas;
  const { topics, years } = filters;
  const failed = new Uint32Array(count);
  const need = (bit: number, passes: (i: number) => boolean) => {
    for (let i = 0; i < count; i++) if (!passes(i)) failed[i] |= bit;
  };
  if (topics.size > 0) failTopics(failed, bitOf("topics"), map, topics);
  if (years) failYears(failed, bitOf("years"), atlas.yearColumn(), years);
  for (const name of ["concepts", "venues", "authors"] as const)
    if (filters[name].size > 0) need(bitOf(name), hasAny(atlas[name](), filters[name]));
  for (const [name, filter] of filters.fields) {
    const passing = passesOf(map, name, filter);
    const bit = fieldBit(filters, name);
    for (let i = 0; i < count; i++) if (passing[i] === 0) failed[i] |= bit;
  }
  if (filters.selection) need(REST, (i) => context.selection.has(i));
  if (filters.starred) need(REST, (i) => context.stars.has(map.papers[i].identity));
  if (filters.around) {
    const near = around(atlas, filters.around.paper, filters.around.steps, filters.hiddenKinds);
    need(REST, (i) => near.has(i));
  }
  if (filters.bridges) {
    const least = kindThresholds(atlas, Math.min(filters.strongest, BRIDGE_SHARE));
    need(REST, (i) => isBridge(atlas, i, filters.hiddenKinds, least));
  }
  return failed;
}

const passed = new WeakMap<
  FieldFilter,
  { readonly map: TopicMap; readonly name: string; readonly passes: Uint8Array }
>();

/** One byte a paper: 1 where it passes the filter by a field; kept with it, as one of several is changed at a time. */
function passesOf(map: TopicMap, name: string, filter: FieldFilter): Uint8Array {
  const known = passed.get(filter);
  if (known?.map === map && known.name === name) return known.passes;
  const isPassed = passesField(map, name, filter);
  const passes = new Uint8Array(map.papers.length);
  for (let i = 0; i < passes.length; i++) if (isPassed(i)) passes[i] = 1;
  passed.set(filter, { map, name, passes });
  return passes;
}

function hasAny({ names, start, values }: Facet, wanted: ReadonlySet<string>): (i: number) => boolean {
  const isWanted = Uint8Array.from(names, (name) => (wanted.has(name) ? 1 : 0));
  return (i) => {
    for (let k = start[i]; k < start[i + 1]; k++) if (isWanted[values[k]] === 1) return true;
    return false;
  };
}

/** One byte a paper: 1 where it fails no filter. */
export function maskOf(failed: Uint32Array): Uint8Array {
  return maskBeside(failed, 0);
}

/** One byte a paper: 1 where it passes all filters. */
export function visibleMask(atlas: Atlas, filters: Filters, context: FilterContext): Uint8Array {
  return maskOf(failedFilters(atlas, filters, context));
}

/**
 * How many papers pass all other filters, by the values of one: topics of all levels by id, years from the map's
 * first, the others in the order of their facet. O(papers).
 * @param failed what each paper fails, by `failedFilters`
 */
export function countShown(atlas: Atlas, failed: Uint32Array, filter: Counted): Uint32Array {
  const passes = maskBeside(failed, bitOf(filter));
  if (filter === "topics") return countsByTopic(atlas.map, passes);
  if (filter === "years") {
    const { from = 0, counts: all = [] } = atlas.years() ?? {};
    const column = atlas.yearColumn();
    const counts = new Uint32Array(all.length);
    for (let i = 0; i < column.length; i++) if (column[i] !== NO_YEAR) counts[column[i] - from] += passes[i];
    return counts;
  }
  return countValues(atlas[filter](), passes);
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
