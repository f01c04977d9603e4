import { dotRadius } from "../../scene/dots.ts";
import type { Label } from "../../scene/labels/types.ts";
import { passes } from "../../scene/links.ts";
import { linkCalm, linkLook, linkShare, singleShares } from "../../scene/look.ts";
import { HIDDEN, type SceneModel } from "../../scene/model.ts";
import { visitBox } from "../../scene/paper-grid.ts";
import { presenceOf } from "../../scene/passing.ts";

/** The paper under a point (pixels), within `reach` pixels of its rim: the nearest rim wins; null for none. */
export function paperAt(model: SceneModel, px: number, py: number, reach: number): number | null {
  const { map, view, candidates, state, dots } = model;
  const far = (dots.most + reach) / view.scale;
  const x = (px - view.dx) / view.scale;
  const y = (view.dy - py) / view.scale;
  let best: number | null = null;
  let least = reach;
  visitBox(candidates.grid, { left: x - far, top: y - far, right: x + far, bottom: y + far }, (i) => {
    if ((state[i] & HIDDEN) !== 0 || presenceOf(model.passing, i) < 0.5) return false;
    const distance = Math.hypot(map.x[i] - x, map.y[i] - y) * view.scale;
    const rim = distance - dotRadius(model.sizes[i], dots);
    if (rim < least || (rim === least && best !== null && i < best)) {
      least = rim;
      best = i;
    }
    return false;
  });
  return best;
}

/** How near to a lit link the pointer has to be, in pixels, and to one of the many others. */
const NEAR = { lit: 6, other: 3 } as const;
/** Links fainter than this cannot be told from the ground, so nobody points at them. */
const LEAST_ALPHA = 0.08;

/** The link under a point: the nearest of those that are lit; where none is, the plainest of all. */
export function linkAt(model: SceneModel, px: number, py: number): number | undefined {
  const { emphasis, links, linkCount, filter, state, theme } = model;
  const far = (e: number) => distanceTo(model, e, px, py);
  let best: number | undefined;
  if (emphasis.dims) {
    let least: number = NEAR.lit;
    for (const e of emphasis.links) {
      const distance = far(e);
      if (distance >= least) continue;
      least = distance;
      best = e;
    }
    return best;
  }
  const calm = linkCalm(linkCount);
  let most = LEAST_ALPHA / linkShare(theme.dark, false);
  for (let e = 0; e < linkCount; e++) {
    const [i, j] = [links.source[e], links.target[e]];
    if (!passes(links, e, filter) || ((state[i] | state[j]) & HIDDEN) !== 0) continue;
    if (Math.min(presenceOf(model.passing, i), presenceOf(model.passing, j)) < 0.5) continue;
    if (far(e) >= NEAR.other) continue;
    const alpha = alphaOf(model, e, calm);
    if (alpha <= most) continue;
    most = alpha;
    best = e;
  }
  return best;
}

function alphaOf({ map, links, view, bundled }: SceneModel, e: number, calm: number): number {
  const [i, j] = [links.source[e], links.target[e]];
  const isSame = map.topic[i] === map.topic[j];
  const { within, between } = singleShares(bundled, map.x.length);
  const length = Math.hypot(map.x[i] - map.x[j], map.y[i] - map.y[j]) * view.scale;
  return linkLook(links.strength[e], isSame, length, calm, isSame ? within : between).alpha;
}

/** Distance of a point from a link, in pixels. */
function distanceTo({ map, links, view }: SceneModel, e: number, px: number, py: number): number {
  const [i, j] = [links.source[e], links.target[e]];
  const [ax, ay] = [map.x[i] * view.scale + view.dx - px, view.dy - map.y[i] * view.scale - py];
  const [dx, dy] = [(map.x[j] - map.x[i]) * view.scale, (map.y[i] - map.y[j]) * view.scale];
  // How far along the link its nearest point is, 0 to 1.
  const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/** The label of an area or a topic that is under a point. */
export function nameAt(model: SceneModel, px: number, py: number): Label | undefined {
  return model.labels.find(
    ({ kind, box }) =>
      kind !== "paper" && px >= box.left && px <= box.right && py >= box.top && py <= box.bottom,
  );
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
