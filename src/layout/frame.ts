import { extent } from "../kernel/columns.ts";

/** Width over height that a map should have: between a screen's and a page's. */
const ASPECT = 4 / 3;
/** Stretching more than this along one axis would distort neighbourhoods (by eye). */
const MOST_STRETCH = 1.3;

/** Turns the map so that it is widest from left to right and brings its aspect nearer to 4 : 3. In place. */
export function frameMap(x: Float32Array, y: Float32Array): void {
  turn(x, y);
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  if (!(right > left && bottom > top)) return;
  const stretch = ASPECT / ((right - left) / (bottom - top));
  const limited = Math.min(MOST_STRETCH, Math.max(1 / MOST_STRETCH, stretch));
  const half = Math.sqrt(limited);
  for (let i = 0; i < x.length; i++) {
    x[i] *= half;
    y[i] /= half;
  }
}

/** Centres the points and turns them to their principal axes (the eigenvectors of the 2 × 2 covariance). */
function turn(x: Float32Array, y: Float32Array): void {
  const n = x.length;
  if (n === 0) return;
  let [mx, my] = [0, 0];
  for (let i = 0; i < n; i++) {
    mx += x[i];
    my += y[i];
  }
  mx /= n;
  my /= n;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    x[i] -= mx;
    y[i] -= my;
    xx += x[i] * x[i];
    xy += x[i] * y[i];
    yy += y[i] * y[i];
  }
  const root = Math.sqrt(((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy);
  const largest = (xx + yy) / 2 + root;
  // Of the two equal forms of the eigenvector the longer one, which does not cancel.
  const [ax, ay] = xx > yy ? [largest - yy, xy] : [xy, largest - xx];
  const length = Math.sqrt(ax * ax + ay * ay);
  if (!(length > 1e-12 * largest)) return;
  const [c, s] = [ax / length, ay / length];
  for (let i = 0; i < n; i++) {
    const [px, py] = [x[i], y[i]];
    x[i] = c * px + s * py;
    y[i] = c * py - s * px;
  }
}
