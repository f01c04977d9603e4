import { radiusOf } from "./frame.ts";
import { bend, type Picture } from "./paint.ts";

/** The paper under a point, within `reach` pixels of its rim; the nearest rim wins. O(papers). */
export function paperAt(
  { model, frame, places, mask }: Picture,
  px: number,
  py: number,
  reach: number,
): number | undefined {
  let best: number | undefined;
  let least = reach;
  for (let i = 0; i < mask.length; i++) {
    if (model.lanes.shown[i] === 0 || mask[i] === 0) continue;
    const [dx, dy] = [places.x[i] - px, places.y[i] - py];
    if (Math.abs(dx) > 40 || Math.abs(dy) > 40) continue;
    const rim = Math.hypot(dx, dy) - radiusOf(model, frame, i);
    if (rim < least) {
      least = rim;
      best = i;
    }
  }
  return best;
}

/** The lit arc that begins or ends at the paper whose card is open, within 6 pixels of a point. */
export function arcAt({ model, places, light }: Picture, px: number, py: number): number | undefined {
  const { from, to } = model.graph;
  let best: number | undefined;
  let least = 6;
  for (const a of [...light.past, ...light.future]) {
    if (from[a] !== light.center && to[a] !== light.center) continue;
    const [ax, ay, bx, by] = [places.x[from[a]], places.y[from[a]], places.x[to[a]], places.y[to[a]]];
    const [mx, my] = bend(ax, ay, bx, by);
    for (let k = 1; k < 24; k++) {
      const t = k / 24;
      const x = (1 - t) * (1 - t) * ax + 2 * t * (1 - t) * mx + t * t * bx;
      const y = (1 - t) * (1 - t) * ay + 2 * t * (1 - t) * my + t * t * by;
      const far = Math.hypot(x - px, y - py);
      if (far < least) {
        least = far;
        best = a;
      }
    }
  }
  return best;
}
