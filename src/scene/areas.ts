import { clamp } from "../kernel/numeric.ts";
import type { TopicMap } from "../model/map.ts";
import { type Frame, frameOf } from "./camera.ts";

/** One closed line, x, y, x, y … in map units; the first point is not repeated. */
export type Ring = Float32Array;

/** The land of a topic: an outer border and a denser core, each as rings (holes are rings too; fill by even-odd). */
export interface Area {
  readonly topic: number;
  readonly border: readonly Ring[];
  readonly core: readonly Ring[];
}

/**
 * Lines along which a field takes the value `level`: what d3-contour's `contours().contour` gives (a MultiPolygon's
 * coordinates, in cells). Handed in, so that this module needs no library.
 */
export type Contour = (field: Float64Array, width: number, height: number, level: number) => number[][][][];

const CELLS = 176;
const MARGIN = 14;
/** Share of a topic's largest piece of land below which another piece is not drawn. */
const LEAST_ISLAND = 0.09;

/**
 * Areas of the first-level topics. Each topic's density is blurred over a grid; a topic owns the plane where its density
 * is the largest and above a level, so that areas never overlap. O(topics · cells + papers).
 */
export function areasOf(map: TopicMap, contour: Contour): Area[] {
  const count = map.topics.filter((t) => t.parent === undefined).length;
  if (count === 0 || map.x.length === 0) return [];
  const frame = frameOf(map.x, map.y);
  const width = CELLS + 2 * MARGIN;
  const fields = densities(map, frame, count, width);
  const levels = fields.map((field, t) => levelOf(map, field, frame, width, t));
  const best = new Float64Array(width * width);
  const second = new Float64Array(width * width);
  for (const [t, field] of fields.entries())
    for (let c = 0; c < field.length; c++) {
      const f = field[c] / levels[t];
      if (f > best[c]) {
        second[c] = best[c];
        best[c] = f;
      } else if (f > second[c]) second[c] = f;
    }
  const areas: Area[] = [];
  const owned = new Float64Array(width * width);
  for (const [t, field] of fields.entries()) {
    for (let c = 0; c < field.length; c++) {
      const f = field[c] / levels[t];
      const rival = f === best[c] ? second[c] : best[c];
      // Positive where the topic is dense enough and ahead of every other; the small gap keeps borders apart.
      owned[c] = Math.min(f - 1, (f - rival * 1.12) * 2);
    }
    const border = rings(contour(owned, width, width, 0), frame);
    if (border.length === 0) continue;
    for (let c = 0; c < field.length; c++) owned[c] = Math.min(owned[c], field[c] / levels[t] - 2.6);
    areas.push({ topic: t, border, core: rings(contour(owned, width, width, 0), frame) });
  }
  return areas;
}

/** Papers of each topic, counted per cell and blurred (three box blurs, near enough to a Gaussian). */
function densities(map: TopicMap, frame: Frame, count: number, width: number): Float64Array[] {
  const fields = Array.from({ length: count }, () => new Float64Array(width * width));
  for (let i = 0; i < map.x.length; i++) {
    const t = map.topic[i];
    if (t < 0 || t >= count) continue;
    // Bilinear: a paper counts in the four cells around it, so that areas do not jump with the grid.
    const gx = ((map.x[i] - frame.x) / frame.side) * (CELLS - 1) + MARGIN;
    const gy = ((map.y[i] - frame.y) / frame.side) * (CELLS - 1) + MARGIN;
    const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
    const [fx, fy] = [gx - cx, gy - cy];
    const at = cy * width + cx;
    fields[t][at] += (1 - fx) * (1 - fy);
    fields[t][at + 1] += fx * (1 - fy);
    fields[t][at + width] += (1 - fx) * fy;
    fields[t][at + width + 1] += fx * fy;
  }
  const spacing = CELLS / Math.sqrt(Math.max(4, map.x.length));
  const radius = Math.max(2, Math.min(5, Math.round(spacing * 0.42)));
  const scratch = new Float64Array(width * width);
  for (const field of fields)
    for (let pass = 0; pass < 3; pass++) {
      boxBlur(field, scratch, width, radius, 1, width);
      boxBlur(scratch, field, width, radius, width, 1);
    }
  return fields;
}

/** Mean over 2r+1 cells along `step`, for each line at `stride`. */
function boxBlur(from: Float64Array, to: Float64Array, n: number, r: number, step: number, stride: number) {
  for (let line = 0; line < n; line++) {
    let sum = 0;
    for (let k = -r; k < n + r; k++) {
      if (k + r < n && k + r >= 0) sum += from[line * stride + (k + r) * step];
      if (k - r - 1 >= 0) sum -= from[line * stride + (k - r - 1) * step];
      if (k >= 0 && k < n) to[line * stride + k * step] = sum / (2 * r + 1);
    }
  }
}

/** A level that nearly all the topic's papers stand above: low beside the density under its median paper and its sparse ones. */
function levelOf(map: TopicMap, field: Float64Array, frame: Frame, width: number, topic: number): number {
  const found: number[] = [];
  for (let i = 0; i < map.x.length; i++) {
    if (map.topic[i] !== topic) continue;
    const gx = Math.round(((map.x[i] - frame.x) / frame.side) * (CELLS - 1)) + MARGIN;
    const gy = Math.round(((map.y[i] - frame.y) / frame.side) * (CELLS - 1)) + MARGIN;
    found.push(field[gy * width + gx]);
  }
  found.sort((a, b) => a - b);
  const median = found[found.length >> 1] ?? 1;
  // In large maps topics run into each other: their areas follow the dense parts and leave single papers outside.
  const many = clamp((map.x.length - 400) / 4000, 0, 1);
  const sparse = found[Math.floor(found.length * (0.06 + 0.16 * many))] ?? 1;
  return Math.max(Math.min(median * (0.26 + 0.12 * many), sparse * 0.7), median * 0.04, 1e-9);
}

/** Contour polygons in map units, smoothed; specks and islands that are small beside the main land are left out. */
function rings(polygons: number[][][][], frame: Frame): Ring[] {
  const out: Ring[] = [];
  const unit = frame.side / (CELLS - 1);
  const main = polygons.reduce((most, polygon) => Math.max(most, Math.abs(shoelace(polygon[0] ?? []))), 0);
  for (const polygon of polygons) {
    if (Math.abs(shoelace(polygon[0] ?? [])) < main * LEAST_ISLAND) continue;
    for (const line of polygon) {
      if (Math.abs(shoelace(line)) < 9) continue;
      const smooth = smoothed(smoothed(line));
      const ring = new Float32Array((smooth.length - 1) * 2);
      for (let k = 0; k < smooth.length - 1; k++) {
        ring[2 * k] = frame.x + (smooth[k][0] - 0.5 - MARGIN) * unit;
        ring[2 * k + 1] = frame.y + (smooth[k][1] - 0.5 - MARGIN) * unit;
      }
      out.push(ring);
    }
  }
  return out;
}

/** A closed line (first point repeated) with each point moved towards its neighbours: (1 2 1) / 4. */
function smoothed(line: number[][]): number[][] {
  const n = line.length - 1;
  const points = Array.from({ length: n }, (_, k) => {
    const [before, at, after] = [line[(k + n - 1) % n], line[k], line[(k + 1) % n]];
    return [0, 1].map((d) => (before[d] + 2 * at[d] + after[d]) / 4);
  });
  return n > 0 ? [...points, points[0]] : line;
}

function shoelace(line: number[][]): number {
  let sum = 0;
  for (let k = 0; k + 1 < line.length; k++) sum += line[k][0] * line[k + 1][1] - line[k + 1][0] * line[k][1];
  return sum / 2;
}
