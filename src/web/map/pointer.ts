import { dotRadius } from "../../scene/dots.ts";
import { distanceToSegment, visitBox } from "../../scene/grid.ts";
import { HIDDEN, type SceneModel } from "./model.ts";

/** The paper under a point (pixels), within `reach` pixels of its rim: the nearest rim wins; null for none. */
export function paperAt(model: SceneModel, px: number, py: number, reach: number): number | null {
  const { map, view, grid, state, dots } = model;
  const far = (dots.most + reach) / view.scale;
  const x = (px - view.dx) / view.scale;
  const y = (view.dy - py) / view.scale;
  let best: number | null = null;
  let least = reach;
  visitBox(grid, x - far, y - far, x + far, y + far, (i) => {
    if ((state[i] & HIDDEN) !== 0) return;
    const distance = Math.hypot(map.x[i] - x, map.y[i] - y) * view.scale;
    const rim = distance - dotRadius(model.sizes[i], dots);
    if (rim < least) {
      least = rim;
      best = i;
    }
  });
  return best;
}

/** The lit link under a point, within 6 pixels; undefined for none. */
export function linkAt(model: SceneModel, px: number, py: number): number | undefined {
  const { map, view, links } = model;
  let best: number | undefined;
  let least = 6;
  for (const e of model.litLinks) {
    const [i, j] = [links.source[e], links.target[e]];
    const distance = distanceToSegment(
      px,
      py,
      map.x[i] * view.scale + view.dx,
      view.dy - map.y[i] * view.scale,
      map.x[j] * view.scale + view.dx,
      view.dy - map.y[j] * view.scale,
    );
    if (distance < least) {
      least = distance;
      best = e;
    }
  }
  return best;
}

/** The topic whose name is under a point. */
export function topicAt(model: SceneModel, px: number, py: number): number | undefined {
  return model.labels.find(
    ({ kind, box }) =>
      kind !== "paper" && px >= box.left && px <= box.right && py >= box.top && py <= box.bottom,
  )?.id;
}

/** Tells clicks and taps from drags, and follows the pointer; coordinates are the container's. Returns a function that ends it. */
export function watchPointer(
  container: HTMLElement,
  on: {
    move(x: number, y: number): void;
    leave(): void;
    click(x: number, y: number, event: PointerEvent): void;
  },
): () => void {
  let down: { x: number; y: number; time: number } | undefined;
  const at = (event: PointerEvent) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent) => {
    down = event.isPrimary && event.button === 0 ? { ...at(event), time: event.timeStamp } : undefined;
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    const { x, y } = at(event);
    on.move(x, y);
  };
  const onUp = (event: PointerEvent) => {
    const from = down;
    down = undefined;
    if (from === undefined) return;
    const { x, y } = at(event);
    if (Math.hypot(x - from.x, y - from.y) < 6 && event.timeStamp - from.time < 700) on.click(x, y, event);
  };
  container.addEventListener("pointerdown", onDown, true);
  container.addEventListener("pointermove", onMove, true);
  container.addEventListener("pointerup", onUp, true);
  container.addEventListener("pointerleave", on.leave);
  return () => {
    container.removeEventListener("pointerdown", onDown, true);
    container.removeEventListener("pointermove", onMove, true);
    container.removeEventListener("pointerup", onUp, true);
    container.removeEventListener("pointerleave", on.leave);
  };
}
