import { batch, effect } from "@preact/signals-core";
import { search } from "../ask/work.ts";
import type { Stage } from "../map/mount.ts";
import { decodeView, encodeView } from "./hash.ts";
import * as state from "./state.ts";
import { view as shownView, showView } from "./view.ts";

let stage: Stage | undefined;

function currentHash(): string {
  const atlas = state.atlas.peek();
  if (!atlas || state.phase.peek().kind !== "map") return "";
  const camera = stage?.view()?.camera;
  return encodeView(atlas, {
    ...(camera ? { camera } : {}),
    filters: state.filters.peek(),
    focus: state.focus.peek(),
    selection: [...state.selection.peek()],
    query: state.query.peek(),
    dark: state.dark.peek(),
    citations: shownView.peek() === "citations",
  });
}

/** The address that opens this view of this map. */
export function linkToView(): string {
  return `${location.href.split("#")[0]}#${currentHash()}`;
}

/** Takes over the view in the page's address, for the map just opened. */
export function restoreView(): void {
  const atlas = state.atlas.peek();
  const view = atlas && decodeView(atlas, location.hash);
  if (!view) return;
  batch(() => {
    state.filters.value = view.filters;
    state.focus.value = view.focus;
    state.selection.value = new Set(view.selection);
    if (view.dark !== undefined) state.dark.value = view.dark;
  });
  void search(view.query);
  void showView(view.citations ? "citations" : "map");
  const map = stage?.view();
  if (view.camera && map) map.camera = view.camera;
}

/** Keeps the address in step with the view, a little behind it; typing a link to another view in goes there. */
export function followAddress(given: Stage): void {
  stage = given;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const hash = currentHash();
      if (hash === "") return;
      written = `#${hash}`;
      history.replaceState(null, "", written);
    }, 250);
  };
  given.onCamera(later);
  effect(() => {
    void [
      state.filters.value,
      state.focus.value,
      state.selection.value,
      state.query.value,
      state.dark.value,
      state.atlas.value,
      shownView.value,
    ];
    later();
  });
  addEventListener("hashchange", () => {
    if (location.hash !== written) restoreView();
  });
}
