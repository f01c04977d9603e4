import { type StopMarks, stopMarks } from "../../../view/stop-marks.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";

/** What draws the stops of a map with the sizes, look and stars of the page as they are now. */
export function drawStops(now: MapState, dark: boolean): StopMarks {
  const atlas = now.atlas.peek();
  const seen = state.mapView.peek()?.scene();
  return stopMarks(atlas, { ...(seen?.map === atlas.map ? seen : {}), dark, stars: state.stars.peek() });
}
