import { blur2, contours, polygonArea } from "d3";
import { clamp } from "../kernel/numeric.ts";
import type { TopicMap } from "../model/map.ts";
import { type Frame, frameOf } from "./camera.ts";
import type { Ring } from "./rings.ts";

/** The area of a topic in map units: an outer border and a denser core, each as rings (holes are rings too; fill by even-odd). */
export interface Area {
  readonly topic: number;
  readonly border: readonly Ring[];
  readonly core: readonly Ring[];
}

/** Cells along the frame's side, and around it, where areas reach beyond the outermost papers. */
const CELLS = 176;
const MARGIN = 14;
const WIDTH = CELLS + 2 * MARGIN;
/** Fewer papers than this have no density: areas are drawn around them by the distance of neighbours. */
const HANDFUL = 8;
/** Share of a topic's largest piece below which another piece is not drawn, and cells below which none is. */
const LEAST_ISLAND = 0.09;
const LEAST_CELLS = 9;
/** How far a topic must be ahead of the next for the plane to be its own: a small gap keeps borders apart. */
const AHEAD = 1.12;
/** How many times denser than at its border a topic is in its core. */
const CORE = 3.6;

/**
 * Areas of the first-level topics. Each topic's density is blurred over a grid; a topic owns the plane where its density
 * is the largest and above a level, so that areas never overlap. O(topics · cells + papers).
 */
export function areasOf(map: TopicMap): Area[] {
  const count = map.topics.filter((t) => t.parent === undefined).length;
  if (count === 0 || map.x.length === 0) return [];
  const frame = frameOf(map.x, map.y);
  const fields = densities(map, frame, count);
  const best = new Float64Array(WIDTH * WIDTH);
  const second = new Float64Array(WIDTH * WIDTH);
  for (const [t, field] of fields.entries()) {
    const level = levelOf(map, field, frame, t);
    for (let c = 0; c < field.length; c++) {
      field[c] /= level;
      if (field[c] > best[c]) {
        second[c] = best[c];
        best[c] = field[c];
      } else if (field[c] > second[c]) second[c] = field[c];
    }
  }
  const contour = (field: Float64Array) =>
    contours()
      .size([WIDTH, WIDTH])
      .contour(field as unknown as number[], 0).coordinates;
  const areas: Area[] = [];
  for (const [t, field] of fields.entries()) {
    // Positive where the topic is dense enough and ahead of every other.
    const owned = field.map((f, c) =>
      Math.min(f - 1, (f - (f === best[c] ? second[c] : best[c]) * AHEAD) * 2),
    );
    const border = rings(contour(owned), frame);
    if (border.length === 0) continue;
    const core = owned.map((o, c) => Math.min(o, field[c] - CORE));
    areas.push({ topic: t, border, core: rings(contour(core), frame) });
  }
  return areas;
}

/** Papers of each topic, counted per cell and blurred. */
function densities(map: TopicMap, frame: Frame, count: number): Float64Array[] {
  const fields = Array.from({ length: count }, () => new Float64Array(WIDTH * WIDTH));
  for (let i = 0; i < map.x.length; i++) {
    const t = map.topic[i];
    if (t < 0 || t >= count) continue;
    // Bilinear: a paper counts in the four cells around it, so that areas do not jump with the grid.
    const [gx, gy] = [cellOf(map.x[i], frame.x, frame), cellOf(map.y[i], frame.y, frame)];
    const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
    const [fx, fy] = [gx - cx, gy - cy];
    const at = cy * WIDTH + cx;
    fields[t][at] += (1 - fx) * (1 - fy);
    fields[t][at + 1] += fx * (1 - fy);
    fields[t][at + WIDTH] += (1 - fx) * fy;
    fields[t][at + WIDTH + 1] += fx * fy;
  }
  const spacing = CELLS / Math.sqrt(Math.max(4, map.x.length));
  // A handful of papers stand alone: their areas reach nearly to the next one's, so that they meet.
  const most = map.x.length < HANDFUL ? Math.round((0.85 * CELLS) / frame.side) : 5;
  const radius = clamp(Math.round(spacing * 0.42), 2, Math.max(5, most));
  for (const field of fields) blur2({ data: field, width: WIDTH }, radius);
  return fields;
}

function cellOf(at: number, low: number, { side }: Frame): number {
  return ((at - low) / side) * (CELLS - 1) + MARGIN;
}

/** A level that nearly all the topic's papers stand above: low beside the density under its median paper and its sparse ones. */
function levelOf(map: TopicMap, field: Float64Array, frame: Frame, topic: number): number {
  const found: number[] = [];
  for (let i = 0; i < map.x.length; i++) {
    if (map.topic[i] !== topic) continue;
    const column = Math.round(cellOf(map.x[i], frame.x, frame));
    const row = Math.round(cellOf(map.y[i], frame.y, frame));
    found.push(field[row * WIDTH + column]);
  }
  found.sort((a, b) => a - b);
  const median = found[found.length >> 1] ?? 1;
  // In large maps topics run into each other: their areas follow the dense parts and leave single papers outside.
  const many = clamp((map.x.length - 400) / 4000, 0, 1);
  const sparse = found[Math.floor(found.length * (0.06 + 0.16 * many))] ?? 1;
  return Math.max(Math.min(median * (0.26 + 0.12 * many), sparse * 0.7), median * 0.04, 1e-9);
}

/**
 * Contour polygons in map units; specks and islands that are small beside the largest piece are left out. Every second
 * point is kept, as the mean of it and its neighbours: the curve through them hides the grid.
 */
function rings(polygons: number[][][][], frame: Frame): Ring[] {
  const sizeOf = (line: number[][] = []) => Math.abs(polygonArea(line as [number, number][]));
  const most = polygons.reduce((most, [outer]) => Math.max(most, sizeOf(outer)), 0);
  const unit = frame.side / (CELLS - 1);
  return polygons
    .filter(([outer]) => sizeOf(outer) >= most * LEAST_ISLAND)
    .flat()
    .filter((line) => sizeOf(line) >= LEAST_CELLS)
    .map((line) => {
      // d3 repeats the first point at the end.
      const n = line.length - 1;
      const ring = new Float32Array(2 * Math.ceil(n / 2));
      for (let k = 0; k < n; k += 2)
        for (const [d, low] of [frame.x, frame.y].entries()) {
          const middle = (line[(k + n - 1) % n][d] + 2 * line[k][d] + line[(k + 1) % n][d]) / 4;
          ring[k + d] = low + (middle - 0.5 - MARGIN) * unit;
        }
      return ring;
    });
}
