import { batch } from "@preact/signals-core";
import { currentView } from "../../map/mount.ts";
import { papersOfTopic } from "../../page/actions.ts";
import { decodeView, encodeView } from "../../page/hash.ts";
import * as state from "../../page/state.ts";
import type { Stop } from "../tour.ts";

/** Filters, selection and camera as they are now. */
export function viewNow(): string {
  const atlas = state.atlas.peek();
  const camera = currentView()?.camera;
  if (!atlas) return "";
  return encodeView(atlas, {
    ...(camera ? { camera } : {}),
    filters: state.filters.peek(),
    focus: { kind: "none" },
    selection: [...state.selection.peek()],
    query: "",
  });
}

/** Shows what a stop shows: its filters and papers at once, then a flight (or, where motion is not wanted, a cut). */
export function showStop(stop: Pick<Stop, "view" | "to">): void {
  const atlas = state.atlas.peek();
  const map = currentView();
  if (!atlas || !map) return;
  const view = decodeView(atlas, stop.view);
  batch(() => {
    state.focus.value = { kind: "none" };
    state.trail.value = [];
    state.query.value = "";
    state.matches.value = undefined;
    if (!view) return;
    state.filters.value = view.filters;
    state.selection.value = new Set(view.selection);
  });
  // The topic that is spoken of stands out.
  map.setTopics(typeof stop.to === "number" ? [stop.to] : null);
  if (stop.to === "home") map.flyTo({ home: true });
  else if (stop.to !== undefined) map.flyTo({ papers: papersOfTopic(stop.to) });
  else if (view?.camera) map.flyTo({ camera: view.camera });
}

/** The papers a stop names, as far as this map has them. */
export function papersOf(stop: Stop): number[] {
  return stop.papers.flatMap((identity) => state.atlas.peek()?.find(identity) ?? []);
}
