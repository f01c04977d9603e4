import { clamp, pow } from "../kernel/numeric.ts";
import type { Frame, View } from "./camera.ts";
import { typeScale } from "./type.ts";

/** How radii in map units become pixels: r = clamp(size · scale, least, most). */
export interface DotScale {
  readonly scale: number;
  readonly least: number;
  readonly most: number;
}

/** The size (map units) the layout gives the most central papers. */
const FULL = 0.46;

/**
 * Radii at a camera. At home the most central papers have a radius of about 11 pixels among 150 papers, 7 among 1,000
 * and 3 among 100,000; nearer, dots grow with the square root of the zoom, so that they part and make room for titles.
 */
export function dotScale(frame: Frame, view: View, papers: number): DotScale {
  const home = Math.min(view.width, view.height) / frame.side;
  const zoom = Math.max(view.scale / home, 0.05);
  // Before an audience dots grow with the type: a projection of four times the pixels is no larger to look at.
  const most = Math.max(1.15, typeScale() * 0.66);
  const window = clamp(Math.min(view.width, view.height) / 800, 0.75, most);
  const hub = Math.min(11, 30 / pow(Math.max(2, papers), 0.2)) * window;
  const least = papers > 20_000 ? 0.9 : papers > 3000 ? 1.4 : 2.2;
  const grown = zoom < 1 ? zoom : Math.sqrt(zoom);
  return {
    scale: (hub / FULL) * grown,
    least: least * clamp(Math.sqrt(zoom), 0.84, 2.4),
    most: hub * clamp(grown, 1, 1.9),
  };
}

/** The radius in pixels of a dot of this size (map units). */
export function dotRadius(size: number, dots: DotScale): number {
  const r = size * dots.scale;
  return r < dots.least ? dots.least : Math.min(r, dots.most);
}

/**
 * Sizes in map units from one value ≥ 0 a paper: areas are proportional to the values (square root), and the whole
 * covers the share of the plane that the layout's own sizes cover.
 */
export function sizesBy(values: Float32Array, own: Float32Array): Float32Array {
  let [most, total, ownTotal] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const v = Math.max(values[i], 0);
    most = Math.max(most, v);
    total += v;
    ownTotal += own[i] * own[i];
  }
  const sizes = new Float32Array(values.length);
  const mean = ownTotal / Math.max(1, values.length);
  // A floor of 15 % of the mean area keeps papers without a value visible.
  const factor = total > 0 ? (0.85 * ownTotal) / total : 0;
  for (let i = 0; i < values.length; i++) {
    const area = 0.15 * mean + Math.max(0, values[i] || 0) * factor;
    sizes[i] = Math.sqrt(Math.min(area, mean * 16));
  }
  return sizes;
}
