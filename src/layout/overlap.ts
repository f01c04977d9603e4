import { extent } from "../kernel/columns.ts";

/** Rounds until the last overlaps are given up: tens are enough where papers do not fill the plane. */
const MOST_ROUNDS = 60;
/** Papers are pushed a little farther than they must be, so that rounds converge in tens instead of hundreds. */
const BEYOND = 1.05;

/**
 * Pushes apart papers that are nearer than `distance`, half the gap each, round after round, until none are (or the
 * rounds are used up). A grid of cells of that width keeps a round near-linear, and after the first round only papers
 * that moved are looked at again. Coincident papers part along a fixed direction that depends on their numbers. Changes
 * x and y in place. @returns whether no two are too near
 */
export function removeOverlaps(
  x: Float32Array,
  y: Float32Array,
  distance: number,
  rounds = MOST_ROUNDS,
): boolean {
  const order = byCell(x, y, distance);
  const nextX = x.map((_, k) => x[order[k]]);
  const nextY = y.map((_, k) => y[order[k]]);
  const apart = pushApart(nextX, nextY, distance, rounds);
  for (const [k, i] of order.entries()) {
    x[i] = nextX[k];
    y[i] = nextY[k];
  }
  return apart;
}

/** Papers cell by cell: what is near in the plane is then near in memory, which makes the rounds several times faster. */
function byCell(x: Float32Array, y: Float32Array, cell: number): Int32Array {
  const next = new Int32Array(x.length);
  const order = new Int32Array(x.length);
  let to = 0;
  for (const first of gridOf(x, y, cell, next, new Int32Array(x.length)).head)
    for (let i = first; i >= 0; i = next[i]) order[to++] = i;
  return order;
}

function pushApart(x: Float32Array, y: Float32Array, distance: number, rounds: number): boolean {
  const n = x.length;
  const next = new Int32Array(n);
  const cellOf = new Int32Array(n);
  const aim = distance * BEYOND;
  let moved = new Uint8Array(n).fill(1);
  let moving = new Uint8Array(n);
  for (let round = 0; round < rounds; round++) {
    const { head, columns } = gridOf(x, y, aim, next, cellOf);
    let near = 0;
    for (let i = 0; i < n; i++) {
      if (moved[i] === 0 && moving[i] === 0) continue;
      const column = cellOf[i] % columns;
      const from = column > 0 ? -1 : 0;
      const to = column + 1 < columns ? 1 : 0;
      for (let dy = -columns; dy <= columns; dy += columns)
        for (let dx = from; dx <= to; dx++) {
          const cell = cellOf[i] + dy + dx;
          if (cell < 0 || cell >= head.length) continue;
          for (let j = head[cell]; j >= 0; j = next[j]) {
            // Of two that are both looked at, the higher one is left to the lower.
            if (j === i || (j < i && moved[j] === 1)) continue;
            const ex = x[j] - x[i];
            const ey = y[j] - y[i];
            if (ex * ex + ey * ey >= aim * aim) continue;
            if (part(x, y, i, j, aim, distance)) near++;
            moving[i] = 1;
            moving[j] = 1;
          }
        }
    }
    if (near === 0) return true;
    [moved, moving] = [moving, moved];
    moving.fill(0);
  }
  return false;
}

/** Moves two papers to `aim` apart if they are nearer. Says whether they were nearer than `distance`. */
function part(
  x: Float32Array,
  y: Float32Array,
  i: number,
  j: number,
  aim: number,
  distance: number,
): boolean {
  let dx = x[j] - x[i];
  let dy = y[j] - y[i];
  let d2 = dx * dx + dy * dy;
  if (d2 >= aim * aim) return false;
  const close = d2 < distance * distance;
  if (d2 < 1e-12 * aim * aim) {
    dx = (((i * 7 + j * 13) % 17) - 8.5) / 17;
    dy = (((i * 11 + j * 5) % 19) - 9.5) / 19;
    d2 = dx * dx + dy * dy;
    const unit = aim / 2 / Math.sqrt(d2);
    x[i] -= dx * unit;
    y[i] -= dy * unit;
    x[j] += dx * unit;
    y[j] += dy * unit;
    return true;
  }
  const d = Math.sqrt(d2);
  const half = (aim - d) / 2 / d;
  x[i] -= dx * half;
  y[i] -= dy * half;
  x[j] += dx * half;
  y[j] += dy * half;
  return close;
}

/** Linked lists of the papers in each cell; far-off papers share the border cells, so that the grid stays small. */
function gridOf(x: Float32Array, y: Float32Array, cell: number, next: Int32Array, cellOf: Int32Array) {
  const n = x.length;
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const most = 4 * Math.ceil(Math.sqrt(n)) + 64;
  const columns = Math.min(most, Math.floor((right - left) / cell) + 1);
  const lines = Math.min(most, Math.floor((bottom - top) / cell) + 1);
  // Cells may be larger than `cell`, never smaller.
  const width = Math.max(cell, (right - left) / columns + 1e-9);
  const height = Math.max(cell, (bottom - top) / lines + 1e-9);
  const head = new Int32Array(columns * lines).fill(-1);
  for (let i = n - 1; i >= 0; i--) {
    const cx = Math.min(columns - 1, Math.floor((x[i] - left) / width));
    const cy = Math.min(lines - 1, Math.floor((y[i] - top) / height));
    const c = cy * columns + cx;
    cellOf[i] = c;
    next[i] = head[c];
    head[c] = i;
  }
  return { head, columns };
}

/** Distance of each paper to its nearest other paper; 1 where there is only one. O(n) on average. */
export function nearestDistances(x: Float32Array, y: Float32Array): Float32Array {
  const n = x.length;
  const nearest = new Float32Array(n).fill(1);
  if (n < 2) return nearest;
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const area = Math.max(right - left, 1e-6) * Math.max(bottom - top, 1e-6);
  const cell = Math.max(Math.sqrt(area / n), (right - left) / (4 * Math.sqrt(n)), 1e-6);
  const next = new Int32Array(n);
  const cellOf = new Int32Array(n);
  const { head, columns } = gridOf(x, y, cell, next, cellOf);
  const lines = head.length / columns;
  for (let i = 0; i < n; i++) {
    const cx = cellOf[i] % columns;
    const cy = (cellOf[i] - cx) / columns;
    let best = Number.POSITIVE_INFINITY;
    for (let ring = 0; ring <= Math.max(columns, lines); ring++) {
      // Nothing in ring r + 1 is nearer than r cells.
      if (best <= (ring - 1) * cell * (ring - 1) * cell && ring > 0) break;
      for (let gy = Math.max(0, cy - ring); gy <= Math.min(lines - 1, cy + ring); gy++) {
        const edge = gy === cy - ring || gy === cy + ring;
        for (let gx = cx - ring; gx <= cx + ring; gx += edge || ring === 0 ? 1 : 2 * ring) {
          if (gx < 0 || gx >= columns) continue;
          for (let j = head[gy * columns + gx]; j >= 0; j = next[j]) {
            if (j === i) continue;
            const d2 = (x[j] - x[i]) * (x[j] - x[i]) + (y[j] - y[i]) * (y[j] - y[i]);
            if (d2 < best) best = d2;
          }
        }
      }
    }
    nearest[i] = Math.sqrt(best);
  }
  return nearest;
}
