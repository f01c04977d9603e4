import { curveBasisClosed, type Path } from "d3";
import type { View } from "./camera.ts";

/** One closed line, x, y, x, y …; the first point is not repeated. */
export type Ring = Float32Array;

/** What d3 draws curves with: a canvas, a `Path2D`, a path of SVG, or anything with these. */
export type Pen = Pick<Path, "moveTo" | "lineTo" | "bezierCurveTo" | "closePath">;

/** Draws rings as closed B-splines (cubic). */
export function drawRings(rings: readonly Ring[], pen: Pen): void {
  const curve = curveBasisClosed(pen as Path);
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
