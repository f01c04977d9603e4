import { batch } from "@preact/signals-core";
import type { EdgeKind } from "../../model/edges.ts";
import { texts } from "../texts/texts.ts";
import { topicOf } from "./atlas.ts";
import { NO_FILTERS } from "./filters.ts";
import * as state from "./state.ts";

/** What the map must do beside showing the state: fly somewhere. Set by whoever owns the map view. */
export interface Flight {
  toPapers(papers: readonly number[]): void;
  home(): void;
}

let flight: Flight = { toPapers: () => {}, home: () => {} };

/** Hands over who flies the map; gives back who did. */
export function setFlight(given: Flight): Flight {
  const before = flight;
  flight = given;
  return before;
}

/** Says something to screen readers. */
export function announce(message: string): void {
  state.announcement.value = message;
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows a short message that goes away by itself, and says it. */
export function tell(message: string): void {
  clearTimeout(toastTimer);
  state.toast.value = message;
  announce(message);
  toastTimer = setTimeout(() => {
    state.toast.value = "";
  }, 4000);
}

function show(focus: state.Focus, remember: boolean): void {
  const current = state.focus.peek();
  if (remember && current.kind !== "none") state.trail.value = [...state.trail.peek(), current].slice(-50);
  if (!remember) state.trail.value = [];
  state.focus.value = focus;
  if (state.sheet.peek() === "peek") state.sheet.value = "half";
}

/** Opens the card of a paper; `fly` moves the map there. */
export function openPaper(paper: number, { fly = false, remember = false } = {}): void {
  const atlas = state.atlas.peek();
  if (!atlas || paper < 0 || paper >= atlas.count) return;
  batch(() => show({ kind: "paper", paper }, remember));
  const { start } = atlas.links();
  announce(
    texts.live.paper(
      atlas.map.papers[paper].title || texts.papers.untitled,
      topicOf(atlas, paper)?.name ?? texts.noTopic,
      start[paper + 1] - start[paper],
    ),
  );
  if (fly) flight.toPapers([paper]);
}

/** Opens the evidence for the link of two papers. */
export function openLink(from: number, to: number, { fly = false } = {}): void {
  const atlas = state.atlas.peek();
  if (!atlas) return;
  batch(() => show({ kind: "link", from, to }, true));
  const { papers } = atlas.map;
  announce(texts.live.link(papers[from].title, papers[to].title));
  if (fly) flight.toPapers([from, to]);
}

/** Opens the card of a topic. */
export function openTopic(topic: number, { remember = false, fly = true } = {}): void {
  const atlas = state.atlas.peek();
  const found = atlas?.map.topics[topic];
  if (!atlas || !found) return;
  batch(() => show({ kind: "topic", topic }, remember));
  announce(texts.live.topic(found.name, found.size));
  if (fly) flight.toPapers(papersOfTopic(topic));
}

/** Opens what ties two topics together. */
export function openBridge(a: number, b: number): void {
  const atlas = state.atlas.peek();
  if (!atlas?.map.topics[a] || !atlas.map.topics[b]) return;
  const { kind } = state.focus.peek();
  batch(() => {
    // Choosing another topic on the card is no step that "Back" undoes.
    if (kind === "bridge") state.focus.value = { kind: "bridge", a, b };
    else show({ kind: "bridge", a, b }, true);
  });
  if (a !== b) flight.toPapers([...papersOfTopic(a), ...papersOfTopic(b)]);
}

/** The papers of a topic or sub-topic. */
export function papersOfTopic(topic: number): number[] {
  const atlas = state.atlas.peek();
  const found: number[] = [];
  if (atlas)
    for (let i = 0; i < atlas.count; i++)
      if (atlas.map.topic[i] === topic || atlas.map.subtopic[i] === topic) found.push(i);
  return found;
}

/** Steps back to the card before, else closes the card. */
export function back(): void {
  const trail = state.trail.peek();
  batch(() => {
    state.focus.value = trail[trail.length - 1] ?? { kind: "none" };
    state.trail.value = trail.slice(0, -1);
  });
}

/** Closes the card. */
export function closeCard(): void {
  batch(() => {
    state.focus.value = { kind: "none" };
    state.trail.value = [];
  });
}

/** Shows only this topic, adds it to the topics shown, or takes it away; flies to what is shown then. */
export function toggleTopic(topic: number): void {
  const topics = flipped(state.filters.peek().topics, topic);
  state.filters.value = { ...state.filters.peek(), topics };
  if (topics.has(topic)) flight.toPapers(papersOfTopic(topic));
  else if (topics.size === 0) flight.home();
  sayVisible();
}

/** Shows the papers of all topics again. */
export function showAllTopics(): void {
  state.filters.value = { ...state.filters.peek(), topics: new Set() };
  flight.home();
  sayVisible();
}

/** Changes some filters and says what is left. */
export function setFilters(change: Partial<import("./filters.ts").Filters>): void {
  state.filters.value = { ...state.filters.peek(), ...change };
  sayVisible();
}

/** Takes filters away that are values which may be absent. */
export function dropFilter(name: "years" | "around"): void {
  const { [name]: _dropped, ...rest } = state.filters.peek();
  state.filters.value = rest;
  sayVisible();
}

export function toggleKind(kind: EdgeKind): void {
  setFilters({ hiddenKinds: flipped(state.filters.peek().hiddenKinds, kind) });
}

export function toggleConcept(name: string): void {
  setFilters({ concepts: flipped(state.filters.peek().concepts, name) });
}

export function toggleVenue(name: string): void {
  setFilters({ venues: flipped(state.filters.peek().venues, name) });
}

/** Clears all filters. */
export function clearFilters(): void {
  state.filters.value = NO_FILTERS;
  announce(texts.live.cleared);
}

function sayVisible(): void {
  const atlas = state.atlas.peek();
  if (atlas) announce(texts.visibleOf(state.visibleCount.value, atlas.count));
}

/** A copy of the set in which the value is where it was not. */
export function flipped<T>(set: ReadonlySet<T>, value: T): Set<T> {
  const copy = new Set(set);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

/** Adds papers to the selection or takes one away. */
export function toggleSelected(paper: number): void {
  state.selection.value = flipped(state.selection.peek(), paper);
}

/** Replaces the selection; an empty one also lifts "only my selection". */
export function select(papers: Iterable<number>): void {
  batch(() => {
    const chosen = new Set(papers);
    state.selection.value = chosen;
    if (chosen.size === 0 && state.filters.peek().selection) setFilters({ selection: false });
    if (chosen.size > 0) state.tab.value = "papers";
  });
}

/** Whole map. */
export function home(): void {
  flight.home();
}

/** Closes or clears the innermost thing that is open. */
export function stepOut(): void {
  batch(() => {
    if (state.extra.peek()) state.extra.value = undefined;
    else if (state.dialog.peek() !== "none") state.dialog.value = "none";
    else if (state.lassoing.peek()) state.lassoing.value = false;
    else if (state.focus.peek().kind !== "none") closeCard();
    else if (state.query.peek() !== "") state.query.value = "";
    else if (state.selection.peek().size > 0) select([]);
    else if (state.filterCount.peek() > 0) clearFilters();
  });
}
