import { batch, computed, type ReadonlySignal, signal } from "@preact/signals-core";
import { oncePer } from "../../kernel/once.ts";
import type { Edit, TopicMap } from "../../model/map.ts";
import type { History } from "../../shape/history.ts";
import { type Atlas, createAtlas } from "../../view/atlas.ts";
import type { Dots } from "../../view/dots.ts";
import {
  activeFilters,
  COUNTED,
  type Counted,
  countShown,
  type Filters,
  failedFilters,
  maskOf,
  NO_FILTERS,
} from "../../view/filters.ts";
import { type Comparison, type Focus, type Moment, NO_FOCUS } from "../../view/hash.ts";
import { type Stop, stopsOf } from "../../view/tour.ts";
import type { Found } from "../../worker/page-search.ts";
import type { Mix, Regrouped } from "../../worker/regroup.ts";
import { type SortBy, sortedPapers } from "./sorted.ts";

export type Tab = "topics" | "papers" | "filters" | "citations" | "screening";
/** What lies on the stage: the map, or who cites whom. */
export type ViewName = "map" | "citations";

/** What the sliders make of a map, and how that differs from it. */
export interface Preview {
  readonly atlas: Atlas;
  readonly outcome: Pick<Regrouped, "moved" | "links" | "given">;
}

/** Choices of the page that what is shown of a map depends on. */
export interface PageChoices {
  readonly stars: ReadonlySignal<ReadonlySet<string>>;
  readonly sortBy: ReadonlySignal<SortBy>;
}

/** Another grouping: a map made or corrected anew, or a preview (undefined ends one). */
type Regrouping =
  | { readonly made: TopicMap; readonly undone?: readonly Edit[] }
  | { readonly preview: Preview | undefined };

/** Everything that goes with one map. */
export type MapState = ReturnType<typeof createMapState>;

/** A map newly opened: nothing is chosen, nothing open. Another map is another object; the same papers in other topics are not. */
export function createMapState(map: TopicMap, page: PageChoices) {
  const made = signal(createAtlas(map));
  const preview = signal<Preview | undefined>(undefined);
  const atlas = computed(() => preview.value?.atlas ?? made.value);
  const selection = signal<ReadonlySet<number>>(new Set());
  const filters = signal<Filters>(NO_FILTERS);
  const query = signal("");
  const matches = signal<readonly number[] | undefined>(undefined);
  const undone = signal<readonly Edit[]>([]);
  const isSearching = () => query.value.trim() !== "";

  const failed = computed(() =>
    failedFilters(atlas.value, filters.value, {
      selection: filters.value.selection ? selection.value : selection.peek(),
      stars: filters.value.starred ? page.stars.value : page.stars.peek(),
    }),
  );
  const mask = computed(() => maskOf(failed.value));
  const shownOf = Object.fromEntries(
    COUNTED.map((filter) => [filter, computed(() => countShown(atlas.value, failed.value, filter))]),
  ) as Readonly<Record<Counted, ReadonlySignal<Uint32Array>>>;
  const visibleCount = computed(() => {
    const bits = mask.value;
    let count = 0;
    for (let i = 0; i < bits.length; i++) count += bits[i];
    return count;
  });
  /** All papers in the order chosen: sorted once, so that a filter only has to go through them. */
  const sorted = computed(() => sortedPapers(atlas.value, page.sortBy.value));
  const listed = computed<readonly number[]>(() => {
    const shown = mask.value;
    if (isSearching()) return (matches.value ?? []).filter((i) => shown[i] === 1);
    const all = sorted.value;
    // As long as it will be from the beginning: one that grows is copied again and again.
    const rows = new Array<number>(visibleCount.value);
    for (let k = 0, n = 0; k < all.length; k++) if (shown[all[k]] === 1) rows[n++] = all[k];
    return rows;
  });

  return {
    /** The map as it was made, opened or corrected. */
    made,
    /** The same papers in other topics, while the sliders are moved. */
    preview,
    /** What is shown: the preview, else the map as it was made. */
    atlas: atlas as ReadonlySignal<Atlas>,
    /** Where the sliders stand, and whether an answer to them is awaited. */
    mix: signal<Mix>({ finer: 1, weights: map.parameters.weights }),
    tuning: signal<"no" | "yes" | "failed">("no"),
    /** Whether the map is being computed again. */
    computing: signal<"no" | "yes" | "cancelled">("no"),
    /** Edits taken back, the last one first. */
    undone,
    /** What was done to the map by hand. */
    history: computed<History>(() => ({ done: made.value.map.edits, undone: undone.value })),
    tour: signal<readonly Stop[]>(stopsOf(map)),

    view: signal<ViewName>("map"),
    /** The year that the map is shown at; undefined: all years at once. */
    moment: signal<Moment | undefined>(undefined),
    /** The ends of the path to find in the citation view. */
    pathEnds: signal<{ readonly from?: number; readonly to?: number }>({}),
    tab: signal<Tab>("topics"),
    /** Areas that are unfolded in the list of topics, by name. */
    openAreas: signal<ReadonlySet<string>>(new Set()),
    focus: signal<Focus>(NO_FOCUS),
    /** Where "Back" leads, last first. */
    trail: signal<readonly Focus[]>([]),
    /** The paper under the pointer, wherever it is shown. */
    hover: signal<number | undefined>(undefined),
    /** The paper whose row in a list is under the pointer. */
    pointed: signal<number | undefined>(undefined),
    selection,
    filters,
    filterCount: computed(() => activeFilters(filters.value)),
    /** One byte a paper: 1 where it passes the filters. */
    mask,
    /** What each paper fails, see `failedFilters`. */
    failed,
    /** What dots are coloured, ringed and sized by. */
    dots: signal<Dots>({}),
    /** Two sets of papers chosen to be compared. */
    comparison: signal<Comparison | undefined>(undefined),
    /** How many papers of each topic, year … pass all other filters, see `countShown`; counted when looked at. */
    shownOf,
    visibleCount,
    query,
    /** All that the last search found. */
    found: signal<Found | undefined>(undefined),
    /** The result that Enter opens, among the names found and the papers listed; undefined: the first paper. */
    active: signal<number | undefined>(undefined),
    /** Papers that match the query, best first; undefined without a query or while the search runs. */
    matches,
    /** The papers in the list: those that pass the filters, or of these the ones that match the query; sorted. */
    listed,
    /** How many they are; undefined while that is being found out. */
    listedCount: computed(() => {
      if (!isSearching()) return visibleCount.value;
      return matches.value && listed.value.length;
    }),
  };
}

/**
 * Puts the same papers in other topics under what is open: topics stay chosen under their new numbers.
 * @param topicNow the new number of a topic; undefined where it is gone
 */
export function regroup(
  now: MapState,
  change: Regrouping,
  topicNow: (topic: number) => number | undefined = () => undefined,
): void {
  const moved = (focus: Focus): Focus => {
    if (focus.kind === "topic") {
      const topic = topicNow(focus.topic);
      return topic === undefined ? NO_FOCUS : { kind: "topic", topic };
    }
    if (focus.kind !== "bridge") return focus;
    const [a, b] = [topicNow(focus.a), topicNow(focus.b)];
    return a === undefined || b === undefined ? NO_FOCUS : { kind: "bridge", a, b };
  };
  const { filters, focus, trail } = now;
  batch(() => {
    const { topics } = filters.peek();
    if (topics.size > 0)
      filters.value = { ...filters.peek(), topics: new Set([...topics].flatMap((id) => topicNow(id) ?? [])) };
    focus.value = moved(focus.peek());
    trail.value = trail
      .peek()
      .map(moved)
      .filter(({ kind }) => kind !== "none");
    now.preview.value = "made" in change ? undefined : change.preview;
    if (!("made" in change)) return;
    // What the page calls it, the worker need not know.
    const { title, subtitle = "" } = now.made.peek().map;
    now.made.value = createAtlas(named(change.made, title, subtitle));
    now.undone.value = change.undone ?? [];
    now.mix.value = { finer: 1, weights: change.made.parameters.weights };
  });
}

/** Gives the map another title, and a subtitle ("" for none): nothing else of it changes. */
export function retitle({ made }: MapState, title: string, subtitle: string): void {
  const atlas = made.peek();
  made.value = { ...atlas, map: named(atlas.map, title, subtitle) };
}

function named({ subtitle: _, ...map }: TopicMap, title: string, subtitle: string): TopicMap {
  return { ...map, title, ...(subtitle === "" ? {} : { subtitle }) };
}

/** What a part of the page keeps of its own for a map, made when first asked for: with another map it is at rest again. */
export function perMap<T extends object>(make: (now: MapState) => T): (now: MapState) => T {
  return oncePer(make);
}
