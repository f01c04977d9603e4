import type { Box, Frame, View } from "./camera.ts";

const CELLS = 256;

/** How many papers stand in any box of the plane, in four look-ups (a summed-area table). */
export interface Crowd {
  readonly frame: Frame;
  readonly sums: Uint32Array;
  readonly papers: number;
}

/** Counts papers per cell and sums them up. O(n + cells). */
export function crowdOf(x: Float32Array, y: Float32Array, frame: Frame): Crowd {
  const side = CELLS + 1;
  const sums = new Uint32Array(side * side);
  for (let i = 0; i < x.length; i++) {
    const c = Math.min(CELLS - 1, Math.floor(((x[i] - frame.x) / frame.side) * CELLS));
    const r = Math.min(CELLS - 1, Math.floor(((y[i] - frame.y) / frame.side) * CELLS));
    sums[(r + 1) * side + c + 1]++;
  }
  for (let r = 1; r < side; r++)
    for (let c = 1; c < side; c++)
      sums[r * side + c] += sums[(r - 1) * side + c] + sums[r * side + c - 1] - sums[(r - 1) * side + c - 1];
  return { frame, sums, papers: x.length };
}

/** How crowded a box in pixels is: 0 = nobody there, 1 = as dense as the map on average. */
export function crowding(crowd: Crowd, view: View, box: Box): number {
  const { frame, sums } = crowd;
  const unit = CELLS / frame.side;
  const at = (map: number, low: number) => Math.max(0, Math.min(CELLS, (map - low) * unit));
  const c0 = Math.round(at((box.left - view.dx) / view.scale, frame.x));
  const c1 = Math.round(at((box.right - view.dx) / view.scale, frame.x));
  const r0 = Math.round(at((view.dy - box.bottom) / view.scale, frame.y));
  const r1 = Math.round(at((view.dy - box.top) / view.scale, frame.y));
  const side = CELLS + 1;
  const papers = sums[r1 * side + c1] - sums[r0 * side + c1] - sums[r1 * side + c0] + sums[r0 * side + c0];
  const area = (box.right - box.left) * (box.bottom - box.top);
  const map = frame.side * frame.side * view.scale * view.scale;
  return (papers * map) / (Math.max(1, crowd.papers) * Math.max(1, area));
}
