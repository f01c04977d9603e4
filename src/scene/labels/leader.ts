import type { Box } from "../camera.ts";
import type { Cluster } from "./cells.ts";
import type { LabelCandidates, LabelScene, Leader } from "./types.ts";

/** A name that stands less far from its topic needs no line. */
export const APART = 30;

/**
 * A line from a name's near side to the nearest paper of its topic's cluster; undefined where that is under the name or
 * less than `least` pixels away.
 */
export function leaderOf(
  box: Box,
  { papers }: Cluster,
  { x, y }: LabelCandidates,
  { view }: LabelScene,
  least: number,
): Leader | undefined {
  let [tx, ty, nearest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const i of papers) {
    const [px, py] = [x[i] * view.scale + view.dx, view.dy - y[i] * view.scale];
    const far = distance(box, { left: px, right: px, top: py, bottom: py });
    if (far < nearest) [tx, ty, nearest] = [px, py, far];
  }
  if (nearest < least || nearest === Number.POSITIVE_INFINITY) return undefined;
  const isBeside = ty >= box.top && ty <= box.bottom;
  const edge = tx < box.left ? box.left - 3 : box.right + 3;
  const under = Math.min(Math.max(tx, box.left + 4), box.right - 4);
  return isBeside ? [edge, ty, tx, ty] : [under, ty < box.top ? box.top - 2 : box.bottom + 2, tx, ty];
}

/** Pixels between two boxes, 0 where they touch. */
export function distance(a: Box, b: Box): number {
  const x = Math.max(0, b.left - a.right, a.left - b.right);
  const y = Math.max(0, b.top - a.bottom, a.top - b.bottom);
  return Math.sqrt(x * x + y * y);
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
