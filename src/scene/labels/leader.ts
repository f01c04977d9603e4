import type { Box, View } from "../camera.ts";
import { type Ground, ownerAt } from "../ground.ts";

/** A line from a name to its topic: x1, y1, x2, y2 in pixels. */
export type Leader = readonly [number, number, number, number];

/** A name that stands less far from its topic needs no line. */
const APART = 30;
/** How far a line reaches into its topic's land. */
const INSIDE = 12;

/**
 * A line from a name's near side to the nearest of its topic's own land; undefined where the name stands on that land or
 * beside it.
 * @param area the visible part of the topic, in pixels
 */
export function leaderOf(box: Box, area: Box, topic: number, ground: Ground, view: View): Leader | undefined {
  if (
    Math.max(area.left - box.right, box.left - area.right, area.top - box.bottom, box.top - area.bottom) <
    APART
  )
    return undefined;
  const [nx, ny] = nearest(box, area, ground.places[topic] ?? new Float32Array(0), view);
  const [tx, ty] = further(nx, ny, area, (x, y) => ownerAt(ground, view, x, y) === topic);
  const sx = Math.min(Math.max(tx, box.left + 4), box.right - 4);
  const isBeside = ty >= box.top && ty <= box.bottom;
  const edge = tx < box.left ? box.left - 3 : box.right + 3;
  const [x, y] = isBeside ? [edge, ty] : [sx, ty < box.top ? box.top - 2 : box.bottom + 2];
  const length = Math.hypot(tx - x, ty - y);
  if (length < APART) return undefined;
  // Where it would start on the topic's own land, or a few pixels beside it, the name needs none.
  const start = Math.min(1, 18 / length);
  if (ownerAt(ground, view, x + (tx - x) * start, y + (ty - y) * start) === topic) return undefined;
  return [x, y, tx, ty];
}

/** A little further towards the topic's middle, as long as that is its land: a line that ends at a border belongs to either side. */
function further(
  x: number,
  y: number,
  area: Box,
  isOwn: (x: number, y: number) => boolean,
): readonly [number, number] {
  const [dx, dy] = [(area.left + area.right) / 2 - x, (area.top + area.bottom) / 2 - y];
  const step = Math.min(1, INSIDE / Math.max(1, Math.hypot(dx, dy)));
  return isOwn(x + dx * step, y + dy * step) ? [x + dx * step, y + dy * step] : [x, y];
}

/** The place of a topic's main land that lies nearest to a name. */
function nearest(box: Box, area: Box, places: Float32Array, view: View): readonly [number, number] {
  const far = (x: number, y: number) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  let best: readonly [number, number] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < places.length; k += 2) {
    const [x, y] = [places[k] * view.scale + view.dx, view.dy - places[k + 1] * view.scale];
    const isMain =
      x > area.left - INSIDE && x < area.right + INSIDE && y > area.top - INSIDE && y < area.bottom + INSIDE;
    const distance = far(x, y);
    if (!isMain || distance >= least) continue;
    least = distance;
    best = [x, y];
  }
  return best;
}

/** Whether a line runs through a box. */
export function crosses([x1, y1, x2, y2]: Leader, { left, top, right, bottom }: Box): boolean {
  // The part of the line within the box, as shares of its length (Liang & Barsky 1984).
  let [from, to] = [0, 1];
  for (const [d, low, high] of [
    [x2 - x1, left - x1, right - x1],
    [y2 - y1, top - y1, bottom - y1],
  ]) {
    if (d === 0) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    from = Math.max(from, Math.min(low / d, high / d));
    to = Math.min(to, Math.max(low / d, high / d));
  }
  return from < to;
}
