import { type Groups, groupBy } from "../kernel/columns.ts";

/** Papers by square cells of the plane, in rows: papers of cell c are item[start[c] … start[c+1]). */
export interface Grid extends Groups {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}

/** Sorts positions into cells of about four papers. O(n). */
export function gridOf(x: Float32Array, y: Float32Array): Grid {
  const n = x.length;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    top = Math.min(top, y[i]);
    bottom = Math.max(bottom, y[i]);
  }
  if (n === 0) [left, top, right, bottom] = [0, 0, 1, 1];
  const width = Math.max(right - left, 1e-6);
  const height = Math.max(bottom - top, 1e-6);
  const cell = Math.max(Math.sqrt((width * height * 4) / Math.max(n, 1)), Math.max(width, height) / 2048);
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const at = Uint32Array.from(
    x,
    (_, i) => Math.floor((y[i] - top) / cell) * columns + Math.floor((x[i] - left) / cell),
  );
  return { left, top, cell, columns, rows, ...groupBy(at, columns * rows) };
}

/** Calls `visit` for each paper whose cell touches the box (map units): a superset of the papers in it. */
export function visitBox(
  grid: Grid,
  left: number,
  top: number,
  right: number,
  bottom: number,
  visit: (paper: number) => void,
): void {
  const c0 = Math.max(0, Math.floor((left - grid.left) / grid.cell));
  const c1 = Math.min(grid.columns - 1, Math.floor((right - grid.left) / grid.cell));
  const r0 = Math.max(0, Math.floor((top - grid.top) / grid.cell));
  const r1 = Math.min(grid.rows - 1, Math.floor((bottom - grid.top) / grid.cell));
  for (let r = r0; r <= r1; r++) {
    if (c1 < c0) return;
    const end = grid.start[r * grid.columns + c1 + 1];
    for (let k = grid.start[r * grid.columns + c0]; k < end; k++) visit(grid.item[k]);
  }
}

/** Whether a point lies in a polygon given as x, y, x, y … (even-odd rule). */
export function insidePolygon(polygon: ArrayLike<number>, px: number, py: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [polygon[i], polygon[i + 1], polygon[j], polygon[j + 1]];
    if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Distance of a point from the segment a–b. */
export function distanceToSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  const [qx, qy] = [px - ax - t * dx, py - ay - t * dy];
  return Math.sqrt(qx * qx + qy * qy);
}
