import { batch, effect } from "@preact/signals-core";
import { search } from "../ask/answers.ts";
import { afterPause } from "./after-pause.ts";
import { decodeView, encodeView } from "./hash.ts";
import { type MapState, NO_FOCUS } from "./map-state.ts";
import * as state from "./state.ts";
import { showView } from "./view.ts";

/** Filters, selection and camera as they are now: what a stop of a tour shows. */
export function viewNow({ filters, selection }: MapState) {
  const camera = state.mapView.peek()?.camera;
  return {
    ...(camera ? { camera } : {}),
    filters: filters.peek(),
    focus: NO_FOCUS,
    selection: [...selection.peek()],
    query: "",
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
    citations: now.view.peek() === "citations",
  });
}

/** The address that opens this view of this map. */
export function linkToView(): string {
  return `${location.href.split("#")[0]}#${currentHash()}`;
}

/** Takes over the view in the page's address, for the map just opened. */
export function restoreView(): void {
  const now = state.current.peek();
  const view = now && decodeView(now.atlas.peek(), location.hash);
  if (!view) return;
  batch(() => {
    now.filters.value = view.filters;
    now.focus.value = view.focus;
    now.selection.value = new Set(view.selection);
    if (view.dark !== undefined) state.dark.value = view.dark;
  });
  void search(view.query);
  void showView(view.citations ? "citations" : "map");
  const map = state.mapView.peek();
  if (view.camera && map) map.camera = view.camera;
}

/** Milliseconds by which the address follows the view. */
const BEHIND = 250;

/** Keeps the address in step with the view, a little behind it; typing a link to another view in goes there. */
export function followAddress(): void {
  let written = location.hash;
  const write = afterPause(BEHIND, () => {
    const hash = currentHash();
    if (hash === "") return;
    written = `#${hash}`;
    history.replaceState(null, "", written);
  });
  effect(() => {
    const now = state.current.value;
    void [state.camera.value, state.dark.value, now?.atlas.value, now?.filters.value, now?.focus.value];
    void [now?.selection.value, now?.query.value, now?.view.value];
    write();
  });
  addEventListener("hashchange", () => {
    if (location.hash !== written) restoreView();
  });
}
