import { contours, polygonArea } from "d3";
import type { Frame } from "./camera.ts";
import { CELLS, MARGIN, type Patch } from "./density.ts";
import type { Ring } from "./rings.ts";

/** What is left out of contours: pieces below a share of the largest, and rings of fewer cells. */
interface Least {
  readonly island: number;
  readonly cells: number;
}

/**
 * The border, in map units, of where a field is above a value; specks and islands that are small beside the largest piece
 * are left out. Every second point is kept, as the mean of it and its neighbours: the curve through them hides the grid.
 */
export function contourOf(field: Patch, above: number, frame: Frame, least: Least): Ring[] {
  const part = partAbove(field, above);
  if (!part) return [];
  const polygons = contours()
    .size([part.width, part.height])
    .contour(part.values as unknown as number[], above).coordinates;
  const sizeOf = (line: number[][] = []) => Math.abs(polygonArea(line as [number, number][]));
  const most = polygons.reduce((most, [outer]) => Math.max(most, sizeOf(outer)), 0);
  const unit = frame.side / (CELLS - 1);
  const from = [part.left, part.top];
  return polygons
    .filter(([outer]) => sizeOf(outer) >= most * least.island)
    .flat()
    .filter((line) => sizeOf(line) >= least.cells)
    .map((line) => {
      // d3 repeats the first point at the end.
      const n = line.length - 1;
      const ring = new Float32Array(2 * Math.ceil(n / 2));
      for (let k = 0; k < n; k += 2)
        for (const [d, low] of [frame.x, frame.y].entries()) {
          const middle = from[d] + (line[(k + n - 1) % n][d] + 2 * line[k][d] + line[(k + 1) % n][d]) / 4;
          ring[k + d] = low + (middle - 0.5 - MARGIN) * unit;
        }
      return ring;
    });
}

/** The part of a field in which it is above a value, with one cell around it: contours look at each cell of what they are given. */
function partAbove(field: Patch, above: number): Patch | undefined {
  let [left, top, right, bottom] = [field.width, field.height, -1, -1];
  for (let row = 0, at = 0; row < field.height; row++)
    for (let column = 0; column < field.width; column++, at++) {
      if (!(field.values[at] >= above)) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  if (right < 0) return undefined;
  [left, top] = [Math.max(0, left - 1), Math.max(0, top - 1)];
  const width = Math.min(field.width, right + 2) - left;
  const height = Math.min(field.height, bottom + 2) - top;
  const values = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    const begin = (top + row) * field.width + left;
    values.set(field.values.subarray(begin, begin + width), row * width);
  }
  return { left: field.left + left, top: field.top + top, width, height, values };
}
