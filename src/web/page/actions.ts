import { batch } from "@preact/signals-core";
import { papersOf } from "../../model/levels.ts";
import { topicOf } from "../../view/atlas.ts";
import { type Filters, NO_FILTERS } from "../../view/filters.ts";
import { type Focus, NO_FOCUS } from "../../view/hash.ts";
import { fieldsAfter } from "../../view/own-filters.ts";
import { texts } from "../texts/texts.ts";
import type { MapState } from "./map-state.ts";
import * as state from "./state.ts";

/** Says something to screen readers. */
export function announce(message: string): void {
  state.announcement.value = message;
}

/** Milliseconds a short message is shown; twice as long where something can be done about it. */
const SHOWN = 4000;
let shownTill: ReturnType<typeof setTimeout> | undefined;

/** Shows a short message that goes away by itself, and says it; perhaps with a button, to take back what was done. */
export function tell(message: string, act?: { readonly label: string; act(): void }): void {
  batch(() => {
    state.toast.value = message;
    state.toastAct.value = act;
  });
  announce(message);
  clearTimeout(shownTill);
  shownTill = setTimeout(
    () => {
      state.toast.value = "";
    },
    act ? 2 * SHOWN : SHOWN,
  );
}

/** An error in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function flyTo(papers: readonly number[]): void {
  if (papers.length > 0) state.mover()?.flyTo({ papers });
}

/** Whole map. */
export function home(): void {
  state.mover()?.flyTo({ home: true });
}

/** On small screens the map makes room for what is opened. */
export function raiseSheet(): void {
  if (state.sheet.peek() === "peek") state.sheet.value = "half";
}

function show({ focus, trail }: MapState, next: Focus, remember: boolean): void {
  batch(() => {
    const before = focus.peek();
    trail.value = remember ? [...trail.peek(), ...(before.kind === "none" ? [] : [before])].slice(-50) : [];
    focus.value = next;
    raiseSheet();
  });
}

/** Opens the card of a paper; `fly` moves the map there. */
export function openPaper(paper: number, { fly = false, remember = false } = {}): void {
  const now = state.current.peek();
  const atlas = now?.atlas.peek();
  if (!now || !atlas?.map.papers[paper]) return;
  show(now, { kind: "paper", paper }, remember);
  const { start } = atlas.links();
  announce(
    texts.live.paper(
      atlas.map.papers[paper].title || texts.papers.untitled,
      topicOf(atlas, paper)?.name ?? texts.noTopic,
      start[paper + 1] - start[paper],
    ),
  );
  if (fly) flyTo([paper]);
}

/** Opens the evidence for the link of two papers. */
export function openLink(from: number, to: number, { fly = false } = {}): void {
  const now = state.current.peek();
  if (!now) return;
  show(now, { kind: "link", from, to }, true);
  const { papers } = now.atlas.peek().map;
  announce(texts.live.link(papers[from].title, papers[to].title));
  if (fly) flyTo([from, to]);
}

/** Opens the card of a topic. */
export function openTopic(topic: number, { remember = false, fly = true } = {}): void {
  const now = state.current.peek();
  const found = now?.atlas.peek().map.topics[topic];
  if (!now || !found) return;
  show(now, { kind: "topic", topic }, remember);
  announce(texts.live.topic(found.name, found.size));
  if (fly) flyTo(papersOfTopic(topic));
}

/** Opens what ties two topics together. */
export function openBridge(a: number, b: number): void {
  const now = state.current.peek();
  const topics = now?.atlas.peek().map.topics;
  if (!now || !topics?.[a] || !topics[b]) return;
  // Choosing another topic on the card is no step that "Back" undoes.
  if (now.focus.peek().kind === "bridge") now.focus.value = { kind: "bridge", a, b };
  else show(now, { kind: "bridge", a, b }, true);
  if (a !== b) flyTo([...papersOfTopic(a), ...papersOfTopic(b)]);
}

/** The papers of a topic, on whatever level. */
export function papersOfTopic(id: number): number[] {
  const map = state.atlas.peek()?.map;
  return map ? papersOf(map, id) : [];
}

/** Steps back to the card before, else closes the card. */
export function back(): void {
  const now = state.current.peek();
  if (!now) return;
  const trail = now.trail.peek();
  batch(() => {
    now.focus.value = trail.at(-1) ?? NO_FOCUS;
    now.trail.value = trail.slice(0, -1);
  });
}

/** Closes the card. */
export function closeCard(): void {
  const now = state.current.peek();
  if (!now) return;
  batch(() => {
    now.focus.value = NO_FOCUS;
    now.trail.value = [];
  });
}

/** Shows only this topic, adds it to the topics shown, or takes it away; flies to what is shown then. */
export function toggleTopic(topic: number): void {
  toggleFilter("topics", topic);
  const topics = state.current.peek()?.filters.peek().topics;
  if (topics?.has(topic)) flyTo(papersOfTopic(topic));
  else if (topics?.size === 0) home();
}

/** Shows the papers of all topics again. */
export function showAllTopics(): void {
  setFilters({ topics: new Set() });
  home();
}

/** Changes some filters and says what is left; an absent part is taken away by undefined. */
export function setFilters(change: { readonly [K in keyof Filters]?: Filters[K] | undefined }): void {
  const now = state.current.peek();
  if (!now) return;
  const before = now.filters.peek();
  const { years, around, ...rest } = { ...before, ...change, fields: fieldsAfter(before, change) };
  now.filters.value = { ...rest, ...(years ? { years } : {}), ...(around ? { around } : {}) } as Filters;
  announce(texts.visibleOf(now.visibleCount.value, now.atlas.peek().count));
}

type Sets = Pick<Filters, "topics" | "concepts" | "venues" | "authors" | "hiddenKinds">;
type Member<S> = S extends ReadonlySet<infer T> ? T : never;

/** Adds a value to a filter, or takes it away. */
export function toggleFilter<K extends keyof Sets>(name: K, value: Member<Sets[K]>): void {
  const now = state.current.peek();
  if (now) setFilters({ [name]: flipped(now.filters.peek()[name] as ReadonlySet<Member<Sets[K]>>, value) });
}

/** Clears all filters. */
export function clearFilters(): void {
  const now = state.current.peek();
  if (now) now.filters.value = NO_FILTERS;
  announce(texts.live.cleared);
}

/** A copy of the set in which the value is where it was not. */
export function flipped<T>(set: ReadonlySet<T>, value: T): Set<T> {
  const copy = new Set(set);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

/** Adds papers to the selection or takes one away. */
export function toggleSelected(paper: number): void {
  const now = state.current.peek();
  if (now) now.selection.value = flipped(now.selection.peek(), paper);
}

/** Adds papers to the selection, or takes them away. */
export function addSelected(papers: readonly number[], isAdded = true): void {
  const now = state.current.peek();
  if (!now) return;
  const chosen = new Set(now.selection.peek());
  for (const i of papers)
    if (isAdded) chosen.add(i);
    else chosen.delete(i);
  now.selection.value = chosen;
  announce(texts.papers.selected(chosen.size));
}

/** Replaces the selection; an empty one also lifts "only my selection". */
export function select(papers: Iterable<number>): void {
  const now = state.current.peek();
  if (!now) return;
  batch(() => {
    const chosen = new Set(papers);
    now.selection.value = chosen;
    if (chosen.size > 0) now.tab.value = "papers";
    else if (now.filters.peek().selection) setFilters({ selection: false });
  });
}

/** Adds a paper to the starred ones or takes it away. */
export function toggleStar(paper: number): void {
  const identity = state.atlas.peek()?.map.papers[paper]?.identity;
  if (identity !== undefined) state.stars.value = flipped(state.stars.peek(), identity);
}

/** Stars all these papers, or none of them where all have one. */
export function starAll(papers: readonly number[]): void {
  const map = state.atlas.peek()?.map;
  if (!map) return;
  const starred = new Set(state.stars.peek());
  const names = papers.map((i) => map.papers[i].identity);
  const hasAll = names.every((name) => starred.has(name));
  for (const name of names)
    if (hasAll) starred.delete(name);
    else starred.add(name);
  state.stars.value = starred;
  tell(hasAll ? texts.papers.unstarred(names.length) : texts.papers.starred(names.length));
}

/** Closes or clears the innermost thing that is open. */
export function stepOut(): void {
  const now = state.current.peek();
  batch(() => {
    if (state.extra.peek()) state.extra.value = undefined;
    else if (state.dialog.peek() !== "none") state.dialog.value = "none";
    else if (state.lassoing.peek()) state.lassoing.value = false;
    else if (!now) return;
    else if (state.phase.peek().kind === "start") state.phase.value = { kind: "map" };
    else if (now.focus.peek().kind !== "none") closeCard();
    else if (now.query.peek() !== "") now.query.value = "";
    else if (now.selection.peek().size > 0) select([]);
    else if (now.filterCount.peek() > 0) clearFilters();
  });
}
