import { extent, prefixSum } from "./columns.ts";

/** Cells per paper, at least: most papers have one of their own where they are evenly spread. */
const CELLS_A_PAPER = 4;
/** At most 4¹¹ cells, four million: enough for a million papers. */
const MOST_LEVELS = 11;

/**
 * The place of each point in the order of a Hilbert curve (Hilbert 1891) over the square that they fill: points that
 * follow each other are near in the plane, and most of those near in the plane follow soon. Points of one cell stay in
 * their order. O(points).
 */
export function curveRank(x: Float32Array, y: Float32Array): Uint32Array {
  const n = x.length;
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const levels = levelsFor(n);
  const side = 1 << levels;
  const width = Math.max(right - left, bottom - top);
  const scale = width > 0 ? (side * 0.999999) / width : 0;
  const next = new Uint32Array(side * side + 1);
  const cell = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    cell[i] = alongCurve(((x[i] - left) * scale) | 0, ((y[i] - top) * scale) | 0, side);
    next[cell[i] + 1]++;
  }
  prefixSum(next);
  return cell.map((c) => next[c]++);
}

function levelsFor(points: number): number {
  let levels = 1;
  while (levels < MOST_LEVELS && 1 << (2 * levels) < CELLS_A_PAPER * points) levels++;
  return levels;
}

/** How many cells of a square of side² the curve passes before it comes to this one; side is a power of 2. */
function alongCurve(column: number, row: number, side: number): number {
  let [a, b] = [column, row];
  let passed = 0;
  for (let half = side >> 1; half > 0; half >>= 1) {
    const isRight = (a & half) !== 0;
    const isLower = (b & half) !== 0;
    passed += half * half * (isRight ? (isLower ? 2 : 3) : isLower ? 1 : 0);
    if (isLower) continue;
    // The curve within the two upper quarters is turned.
    if (isRight) {
      a = side - 1 - a;
      b = side - 1 - b;
    }
    const t = a;
    a = b;
    b = t;
  }
  return passed;
}
