/** Points of the same papers in two drawings, one column each. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Points as they stand on the map; 1 where they stand elsewhere than there. */
export interface Fitted {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly moved: Uint8Array;
}

/** Directions and lengths agree within this, as shares: files hold six digits, other programs 24 bits. */
const SAME_DIRECTION = 1e-6;
const SAME_LENGTH = 1e-3;
/** A point is where it was within this share of the drawing's width. */
const NEAR = 1e-4;
/** Below this share of points that did not move, all are taken for laid out anew. */
const LEAST_LEFT = 0.1;
/** How far apart in the list the pairs are that are measured; their ratio should be that of no regular list. */
const STEPS = [1, 2, 3, 7, 19, 53, 151, 449];

/**
 * Points of a drawing in the units of the map. Where some of them stand to each other as they do on the map, the scale and
 * shift of these hold for all, and these have not moved. Else the drawing is a layout of its own: it is brought to the
 * middle and the spread (root mean square) of the map's points.
 * @returns undefined where the drawing has no extent
 */
export function fitPoints(map: Points, drawn: Points): Fitted | undefined {
  const width = widthOf(drawn);
  if (!(width > 0)) return undefined;
  const frame = keptFrame(map, drawn, width) ?? spreadFrame(map, drawn);
  const n = drawn.x.length;
  const fitted = { x: new Float64Array(n), y: new Float64Array(n), moved: new Uint8Array(n) };
  for (let k = 0; k < n; k++) {
    const isLeft = frame.isKept && isNear(map, drawn, frame, k, width);
    fitted.x[k] = isLeft ? map.x[k] : (drawn.x[k] - frame.dx) / frame.scale;
    fitted.y[k] = isLeft ? map.y[k] : (drawn.y[k] - frame.dy) / frame.scale;
    fitted.moved[k] = isLeft ? 0 : 1;
  }
  return fitted;
}

/** drawn = scale × map + (dx, dy). */
interface Frame {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  /** Whether points were found that have not moved. */
  readonly isKept: boolean;
}

function widthOf({ x, y }: Points): number {
  const extent = (column: ArrayLike<number>) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < column.length; k++)
      [low, high] = [Math.min(low, column[k]), Math.max(high, column[k])];
    return high - low;
  };
  return Math.max(extent(x), extent(y));
}

function isNear(map: Points, drawn: Points, { scale, dx, dy }: Frame, k: number, width: number): boolean {
  const [ex, ey] = [drawn.x[k] - scale * map.x[k] - dx, drawn.y[k] - scale * map.y[k] - dy];
  return Math.max(Math.abs(ex), Math.abs(ey)) <= NEAR * width;
}

/** The scale and shift that most pairs of points agree on. */
function keptFrame(map: Points, drawn: Points, width: number): Frame | undefined {
  const n = drawn.x.length;
  const pairs: { readonly ratio: number; readonly k: number }[] = [];
  for (const step of STEPS) {
    if (step >= n) break;
    for (let k = 0; k < n; k++) {
      const ratio = ratioOf(map, drawn, k, (k + step) % n);
      if (ratio !== undefined) pairs.push({ ratio, k });
    }
  }
  if (pairs.length === 0) return undefined;
  pairs.sort((a, b) => a.ratio - b.ratio || a.k - b.k);
  const run = longestRun(pairs.map(({ ratio }) => ratio));
  const agreed = pairs.slice(run.from, run.to);
  const scale = agreed[agreed.length >> 1].ratio;
  const middle = (axis: "x" | "y") => {
    const shifts = agreed.map(({ k }) => drawn[axis][k] - scale * map[axis][k]).sort((a, b) => a - b);
    return shifts[shifts.length >> 1];
  };
  const frame: Frame = { scale, dx: middle("x"), dy: middle("y"), isKept: true };
  let left = 0;
  for (let k = 0; k < n; k++) if (isNear(map, drawn, frame, k, width)) left++;
  return left >= Math.max(Math.min(3, n), LEAST_LEFT * n) ? frame : undefined;
}

/** How many times as far apart two points are drawn; undefined where they lie in another direction from each other. */
function ratioOf(map: Points, drawn: Points, a: number, b: number): number | undefined {
  const [mx, my] = [map.x[b] - map.x[a], map.y[b] - map.y[a]];
  const [fx, fy] = [drawn.x[b] - drawn.x[a], drawn.y[b] - drawn.y[a]];
  const [m, f] = [Math.hypot(mx, my), Math.hypot(fx, fy)];
  if (!(m > 0 && f > 0)) return undefined;
  return (mx * fx + my * fy) / (m * f) > 1 - SAME_DIRECTION ? f / m : undefined;
}

/** The most numbers of a sorted list that agree. */
function longestRun(sorted: readonly number[]): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 1 };
  let from = 0;
  for (let to = 1; to <= sorted.length; to++) {
    while (sorted[to - 1] > sorted[from] * (1 + SAME_LENGTH)) from++;
    if (to - from > best.to - best.from) best = { from, to };
  }
  return best;
}

function spreadFrame(map: Points, drawn: Points): Frame {
  const [mx, my, fx, fy] = [mean(map.x), mean(map.y), mean(drawn.x), mean(drawn.y)];
  const spread = ({ x, y }: Points, cx: number, cy: number) => {
    let sum = 0;
    for (let k = 0; k < x.length; k++) sum += (x[k] - cx) * (x[k] - cx) + (y[k] - cy) * (y[k] - cy);
    return Math.sqrt(sum / x.length);
  };
  const scale = spread(drawn, fx, fy) / (spread(map, mx, my) || 1);
  return { scale, dx: fx - scale * mx, dy: fy - scale * my, isKept: false };
}

function mean(column: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < column.length; k++) sum += column[k];
  return sum / column.length;
}
