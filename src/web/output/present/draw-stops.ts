import { type StopLook, type StopMarks, stopMarks } from "../../../view/stop-marks.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";

/** The sizes, look and stars of the page as they are now. */
export function lookOf(now: MapState, dark: boolean): StopLook {
  const seen = state.mapView.peek()?.scene();
  const { links, sizes, relief } = seen?.map === now.atlas.peek().map ? seen : {};
  return {
    dark,
    stars: state.stars.peek(),
    ...(links ? { links } : {}),
    ...(sizes ? { sizes } : {}),
    ...(relief ? { relief } : {}),
  };
}

/** What draws the stops of a map as the page shows it now. */
export function drawStops(now: MapState, dark: boolean): StopMarks {
  return stopMarks(now.atlas.peek(), lookOf(now, dark));
}
