import { type Size, frameOf as squareOf, viewOf } from "../../scene/camera.ts";
import * as state from "../page/state.ts";
import type { Frame } from "./frame.ts";
import type { CitationModel } from "./model.ts";
import type { Places } from "./paint.ts";

/** Where each paper is drawn, t of the way from its place on the map to that in the lanes. */
export function placesAt({ map, lanes }: CitationModel, frame: Frame, size: Size, t: number): Places {
  const n = map.x.length;
  const places = { x: new Float32Array(n), y: new Float32Array(n) };
  const camera = t < 1 ? state.mapView.peek()?.camera : undefined;
  const view = camera && viewOf(squareOf(map.x, map.y), camera, size);
  for (let i = 0; i < n; i++) {
    const [x, y] = [lanes.x[i] * frame.sx + frame.dx, lanes.y[i] * frame.sy + frame.dy];
    if (!view) {
      places.x[i] = x;
      places.y[i] = y;
      continue;
    }
    const [mx, my] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
    places.x[i] = mx + (x - mx) * t;
    places.y[i] = my + (y - my) * t;
  }
  return places;
}
