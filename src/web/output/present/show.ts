import { batch } from "@preact/signals-core";
import { decodeView, NO_FOCUS } from "../../../view/hash.ts";
import type { Stop } from "../../../view/tour.ts";
import { papersOfTopic } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { showTime } from "../../page/time.ts";

/** Shows what a stop shows: its filters and papers at once, then a flight (or, where motion is not wanted, a cut). */
export function showStop(stop: Pick<Stop, "view" | "to">): void {
  const now = state.current.peek();
  const map = state.mapView.peek();
  if (!now || !map) return;
  const view = decodeView(now.atlas.peek(), stop.view);
  batch(() => {
    now.focus.value = NO_FOCUS;
    now.trail.value = [];
    now.query.value = "";
    now.matches.value = undefined;
    if (!view) return;
    now.filters.value = view.filters;
    now.selection.value = new Set(view.selection);
    now.dots.value = view.dots ?? {};
  });
  if (view) showTime(view);
  // The topic that is spoken of stands out.
  map.setTopics(typeof stop.to === "number" ? [stop.to] : null);
  if (stop.to === "home") map.flyTo({ home: true });
  else if (stop.to !== undefined) map.flyTo({ papers: papersOfTopic(stop.to) });
  else if (view?.camera) map.flyTo({ camera: view.camera });
}
