import { curveBasisClosed, curveLinearClosed, type Path } from "d3";
import type { Box, View } from "./camera.ts";

/** One closed line, x, y, x, y …; the first point is not repeated. */
export type Ring = Float32Array;

/** What d3 draws curves with: a canvas, a `Path2D`, a path of SVG, or anything with these. */
export type Pen = Pick<Path, "moveTo" | "lineTo" | "bezierCurveTo" | "closePath">;

/** Draws rings as closed B-splines (cubic), or with straight sides. */
export function drawRings(rings: readonly Ring[], pen: Pen, straight = false): void {
  const curve = (straight ? curveLinearClosed : curveBasisClosed)(pen as Path);
  for (const ring of rings) {
    curve.lineStart();
    for (let k = 0; k < ring.length; k += 2) curve.point(ring[k], ring[k + 1]);
    curve.lineEnd();
  }
}

/** Rings of map units as a view shows them, moved by pixels. */
export function inPixels(rings: readonly Ring[], { scale, dx, dy }: View, down: number, right = 0): Ring[] {
  return rings.map((ring) =>
    ring.map((v, k) => (k % 2 === 0 ? v * scale + dx + right : dy + down - v * scale)),
  );
}

/** Whether a ring, with a pixel for its line, reaches into a box: a ring around the box does, too. The curve lies within the box of its points. */
export function isMet(ring: Ring, { left, top, right, bottom }: Box): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < ring.length; k += 2) {
    west = Math.min(west, ring[k]);
    east = Math.max(east, ring[k]);
    north = Math.min(north, ring[k + 1]);
    south = Math.max(south, ring[k + 1]);
  }
  return west <= right + 1 && east >= left - 1 && north <= bottom + 1 && south >= top - 1;
}
