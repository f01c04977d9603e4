import { effect } from "@preact/signals-core";
import type { Scene } from "../../scene/scene.ts";
import { linksInParts } from "../page/coming.ts";
import * as state from "../page/state.ts";
import type { MapView } from "./view.ts";

/** Links are read between so many papers: they are in a few dozen row groups, and drawn singly. */
const MOST = 300;

/** Where links stay in the folder of a map, asks for those between the papers that are selected, else between those in the window, where they are some hundred. */
export function followSight(made: MapView): void {
  effect(() => {
    const now = state.current.value;
    const want = now && linksInParts(now);
    if (!want) return;
    // Whenever the camera came to rest, or a filter was set.
    void state.camera.value;
    const selected = [...now.selection.value];
    const mask = now.mask.value;
    want(selected.length > 1 && selected.length <= MOST ? selected : inSight(made.scene(), mask));
  });
}

/** The papers in the window that pass the filters; none where they are more than are asked for. */
function inSight({ map, view }: Scene, mask: Uint8Array): number[] {
  const [left, right] = [-view.dx / view.scale, (view.width - view.dx) / view.scale];
  const [low, high] = [(view.dy - view.height) / view.scale, view.dy / view.scale];
  const found: number[] = [];
  for (let i = 0; i < mask.length && found.length <= MOST; i++) {
    const [x, y] = [map.x[i], map.y[i]];
    if (mask[i] === 1 && x >= left && x <= right && y >= low && y <= high) found.push(i);
  }
  return found.length > MOST ? [] : found;
}
