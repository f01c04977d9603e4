import { type Size, frameOf as squareOf, viewOf } from "../../scene/camera.ts";
import * as state from "../page/state.ts";
import type { Frame } from "./frame.ts";
import type { CitationModel } from "./model.ts";
import type { Places } from "./paint.ts";

/** Where each paper is drawn, t of the way from its place on the map to that in the lanes; papers without one stay. */
export function placesAt({ map, lanes }: CitationModel, frame: Frame, size: Size, t: number): Places {
  const camera = t < 1 ? state.mapView.peek()?.camera : undefined;
  const view = camera && viewOf(squareOf(map.x, map.y), camera, size);
  const between = (onMap: number | undefined, inLane: number, i: number) =>
    onMap === undefined ? inLane : lanes.shown[i] === 0 ? onMap : onMap + (inLane - onMap) * t;
  return {
    x: map.x.map((x, i) => between(view && x * view.scale + view.dx, lanes.x[i] * frame.sx + frame.dx, i)),
    y: map.y.map((y, i) => between(view && view.dy - y * view.scale, lanes.y[i] * frame.sy + frame.dy, i)),
  };
}
