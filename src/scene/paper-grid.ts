import { groupBy } from "../kernel/columns.ts";
import { type Box, boundsOf } from "./camera.ts";

/** Papers in square cells of the map: those of a cell are item[start[cell] … start[cell + 1]). */
export interface PaperGrid {
  /** The corner of the first cell, and the side of all, in map units. */
  readonly left: number;
  readonly low: number;
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Uint32Array;
  readonly item: Uint32Array;
}

/** Papers of a cell, if they stood evenly. */
const EACH = 4;
/** Cells along the longer side at most. */
const MOST = 1024;

/** Sorts papers into cells: two numbers of 32 bits a paper at most, where a tree has an object of each. O(n). */
export function paperGrid(x: Float32Array, y: Float32Array): PaperGrid {
  const box = boundsOf(x, y) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const even = Math.sqrt((width * height * EACH) / Math.max(1, x.length));
  const side = Math.max(even, Math.max(width, height) / MOST) || 1;
  const grid = { left: box.left, low: box.top, side };
  const columns = cellAt(box.right, grid.left, side) + 1;
  const rows = cellAt(box.bottom, grid.low, side) + 1;
  const cell = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++)
    cell[i] = cellAt(y[i], grid.low, side) * columns + cellAt(x[i], grid.left, side);
  return { ...grid, columns, rows, ...groupBy(cell, columns * rows) };
}

function cellAt(at: number, from: number, side: number): number {
  return Math.floor((at - from) / side);
}

/** Calls `visit` for the papers of a box (map units, y up, so that top ≤ bottom), and for some beside it, until it says so. */
export function visitBox(grid: PaperGrid, box: Box, visit: (paper: number) => boolean): void {
  const { start, item } = grid;
  visitRows(grid, box, (first, last) => {
    for (let k = start[first]; k < start[last + 1]; k++) if (visit(item[k])) return true;
    return false;
  });
}

/** How many papers `visitBox` would visit. */
export function countBox(grid: PaperGrid, box: Box): number {
  let count = 0;
  visitRows(grid, box, (first, last) => {
    count += grid.start[last + 1] - grid.start[first];
    return false;
  });
  return count;
}

/**
 * Papers among which all of a box are, the largest first.
 * @param ranked all papers, the largest first, and the place of each
 * @param few where there are more, it is all papers: to go through them is then quicker than to sort
 */
export function largestIn(
  {
    grid,
    order,
    rank,
  }: { readonly grid: PaperGrid; readonly order: Uint32Array; readonly rank: () => Uint32Array },
  box: Box,
  few: number,
): Uint32Array {
  const count = countBox(grid, box);
  if (count >= few) return order;
  const places = rank();
  const found = new Uint32Array(count);
  let k = 0;
  visitBox(grid, box, (i) => {
    found[k++] = places[i];
    return false;
  });
  return found.sort().map((place) => order[place]);
}

/** The first and the last cell of each row that a box reaches into. */
function visitRows(
  { left, low, side, columns, rows }: PaperGrid,
  box: Box,
  visit: (first: number, last: number) => boolean,
): void {
  const from = Math.max(0, cellAt(box.left, left, side));
  const to = Math.min(columns - 1, cellAt(box.right, left, side));
  if (from > to) return;
  const end = Math.min(rows - 1, cellAt(box.bottom, low, side));
  for (let row = Math.max(0, cellAt(box.top, low, side)); row <= end; row++)
    if (visit(row * columns + from, row * columns + to)) return;
}
