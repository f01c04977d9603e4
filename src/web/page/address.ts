import { batch, effect, untracked } from "@preact/signals-core";
import { decodeView, encodeView, type Moment, NO_FOCUS, papersIn, VERSION } from "../../view/hash.ts";
import { search } from "../ask/answers.ts";
import { toggleCompare } from "../compare/later.ts";
import { afterPause } from "./after-pause.ts";
import { comingOf } from "./coming.ts";
import type { MapState } from "./map-state.ts";
import * as state from "./state.ts";
import { showTime } from "./time.ts";
import { showView } from "./view.ts";

/** Filters, selection and camera as they are now: what a stop of a tour shows. */
export function viewNow({ filters, selection, dots, moment }: MapState) {
  const camera = state.mapView.peek()?.camera;
  return {
    ...(camera ? { camera } : {}),
    filters: filters.peek(),
    focus: NO_FOCUS,
    selection: [...selection.peek()],
    query: "",
    dots: dots.peek(),
    ...(state.below.peek()?.name === "time" ? { time: state.timeLook.peek() } : {}),
    ...(moment.peek() && { moment: moment.peek() as Moment }),
  };
}

function currentHash(): string {
  const now = state.current.peek();
  if (!now || state.phase.peek().kind !== "map") return "";
  return encodeView(now.atlas.peek(), {
    ...viewNow(now),
    focus: now.focus.peek(),
    query: now.query.peek(),
    dark: state.dark.peek(),
    look: state.look.peek(),
    citations: now.view.peek() === "citations",
    areas: [...now.openAreas.peek()],
    comparison: state.below.peek()?.name === "compare" ? now.comparison.peek() : undefined,
  });
}

/** The address that opens this view of this map. */
export function linkToView(): string {
  return `${location.href.split("#")[0]}#${currentHash()}`;
}

/** Takes over the view in the page's address; one without a view, as the map was opened, is the view at rest. */
async function restoreView(now: MapState): Promise<void> {
  const given = document.getElementById("topograph-map")?.dataset.view;
  const hash = location.hash || given || `v=${VERSION}`;
  await comingOf(now)?.find(papersIn(hash));
  const view = decodeView(now.atlas.peek(), hash);
  if (!view) return;
  batch(() => {
    now.filters.value = view.filters;
    now.focus.value = view.focus;
    now.trail.value = [];
    now.selection.value = new Set(view.selection);
    now.dots.value = view.dots ?? {};
    now.comparison.value = view.comparison;
    now.openAreas.value = new Set(view.areas);
    if (view.dark !== undefined) state.dark.value = view.dark;
    state.look.value = view.look ?? "flat";
  });
  void search(view.query);
  showTime(view);
  await showView(view.citations ? "citations" : "map");
  const isComparing = state.below.peek()?.name === "compare";
  if (isComparing !== (view.comparison !== undefined)) toggleCompare?.();
  const map = state.mapView.peek();
  if (view.camera && map) map.camera = view.camera;
}

/** What is a step of its own for the browser's Back: the card, the topics chosen, and map or citations. */
function stepOf({ focus, filters, view }: MapState): string {
  return JSON.stringify([focus.value, [...filters.value.topics], view.value]);
}

/** Milliseconds by which the address follows what is no step. */
const BEHIND = 250;

/**
 * Keeps the address in step with the view; the browser's Back, or a link to another view typed in, goes there.
 * @param waits whether a map is being opened: until it is there and gone to, the address is left as it is, however long
 * that takes
 * @returns goes to the view in the address, for the map just opened
 */
export function followAddress(waits: boolean): () => Promise<void> {
  let written = location.hash;
  let last: { readonly now: MapState; readonly step: string } | undefined;
  let isGoing = waits;
  const write = (isStep: boolean) => {
    const hash = currentHash();
    if (hash === "" || isGoing) return;
    written = `#${hash}`;
    if (isStep) history.pushState(null, "", written);
    else history.replaceState(null, "", written);
  };
  const writeLater = afterPause(BEHIND, () => write(false));
  const restore = async () => {
    const now = state.current.peek();
    written = location.hash;
    isGoing = true;
    try {
      if (now) await restoreView(now);
    } finally {
      isGoing = false;
    }
    if (!now) return;
    last = { now, step: stepOf(now) };
    writeLater();
  };
  effect(() => {
    const now = state.current.value;
    if (!now) return;
    void [state.camera.value, state.dark.value, now.atlas.value, now.filters.value];
    void [now.selection.value, now.query.value, state.look.value, now.dots.value];
    void [
      state.below.value?.name,
      state.timeLook.value,
      now.moment.value,
      now.comparison.value,
      now.openAreas.value,
    ];
    const step = stepOf(now);
    const isStep = last?.now === now && last.step !== step;
    last = { now, step };
    if (isStep) untracked(() => write(true));
    else writeLater();
  });
  addEventListener("hashchange", () => {
    if (location.hash !== written) void restore();
  });
  return restore;
}
