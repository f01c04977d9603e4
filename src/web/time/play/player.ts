import { batch, effect, signal, untracked } from "@preact/signals-core";
import { easeCubicInOut } from "d3";
import { announce, closeCard } from "../../page/actions.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { mapYears } from "../rows.ts";
import { said } from "./captions.ts";
import { playOf } from "./store.ts";

/** Milliseconds from a year to the next, and those of them in which its papers come. */
export const YEAR = { whole: 1600, coming: 800 } as const;

/** The map whose years go by; undefined while none do. */
export const playing = signal<MapState | undefined>(undefined);

const still = matchMedia("(prefers-reduced-motion: reduce)");
/** Where time stands, in columns. */
let time = 0;
let frame = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

function show(now: MapState, next: number): void {
  time = next;
  const { times, span } = playOf(now);
  state.mapView.peek()?.setPassing(times.peek().at(time, span.peek()));
}

/** Stops what moves. */
function halt(): void {
  cancelAnimationFrame(frame);
  clearTimeout(waiting);
}

/** Shows a column: its papers come where it is the next one or the one before, else it is cut to. */
export function goTo(now: MapState, column: number): void {
  const play = playOf(now);
  const [first, last] = play.range.peek();
  const to = Math.max(first, Math.min(last, column));
  halt();
  batch(() => {
    play.column.value = to;
    now.moment.value = momentOf(now, to);
  });
  if (!play.isRunning.peek()) announce(said(now, to));
  const from = time;
  const begun = performance.now();
  const isCut = still.matches || Math.abs(to - from) > 1;
  const draw = () => {
    const share = isCut ? 1 : Math.min(1, (performance.now() - begun) / YEAR.coming);
    show(now, from + (to - from) * easeCubicInOut(share));
    if (share < 1) frame = requestAnimationFrame(draw);
    else if (play.isRunning.peek()) goOn(now, isCut ? YEAR.whole : YEAR.whole - YEAR.coming);
  };
  draw();
}

function momentOf(now: MapState, column: number) {
  const span = playOf(now).span.peek();
  return { year: mapYears(now.atlas.peek().map).first + column, ...(span > 0 ? { span } : {}) };
}

/** The next year after a while; after the last one all stands still. */
function goOn(now: MapState, ms: number): void {
  const { column, isRunning, range } = playOf(now);
  waiting = setTimeout(() => {
    if (column.peek() < range.peek()[1]) goTo(now, column.peek() + 1);
    else isRunning.value = false;
  }, ms);
}

/** Lets the years go by, or stops them; from the end they begin anew. */
export function toggleRun(now: MapState): void {
  const { isRunning, column, range } = playOf(now);
  isRunning.value = !isRunning.peek();
  if (!isRunning.peek()) {
    halt();
    goTo(now, column.peek());
    return;
  }
  closeCard();
  const [first, last] = range.peek();
  if (column.peek() < last) goOn(now, 0);
  else {
    time = first - 1;
    goTo(now, first);
  }
}

/** A year on or back; the years no longer go by themselves. */
export function step(now: MapState, by: number): void {
  playOf(now).isRunning.value = false;
  goTo(now, playOf(now).column.peek() + by);
}

/** How many years a paper stays; 0 for good. */
export function setSpan(now: MapState, span: number): void {
  const play = playOf(now);
  play.span.value = span;
  goTo(now, play.column.peek());
}

/**
 * Begins to show the map year by year.
 * @param year where; the first one where absent
 */
export function begin(now: MapState, year?: number, span = 0): void {
  const play = playOf(now);
  const { first } = mapYears(now.atlas.peek().map);
  closeCard();
  play.span.value = span;
  playing.value = now;
  time = (year === undefined ? play.range.peek()[0] : year - first) - 1;
  goTo(now, time + 1);
}

/** All papers at once again. */
export function end(): void {
  const now = playing.peek();
  halt();
  playing.value = undefined;
  if (now) {
    playOf(now).isRunning.value = false;
    now.moment.value = undefined;
  }
  state.mapView.peek()?.setPassing(undefined);
}

/** Other topics, filters or another map: the moment is drawn of these. */
effect(() => {
  const now = playing.value;
  if (!now) return;
  void playOf(now).times.value;
  const isGone = state.current.value !== now || state.phase.value.kind !== "map" || now.view.value !== "map";
  untracked(() => {
    if (isGone) end();
    else show(now, time);
  });
});
