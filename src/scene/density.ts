import { blur2, contours, polygonArea } from "d3";
import type { TopicMap } from "../model/map.ts";
import { type Frame, frameOf } from "./camera.ts";
import type { Ring } from "./rings.ts";

/** Cells along the frame's side, and around it, where areas reach beyond the outermost papers. */
export const CELLS = 176;
const MARGIN = 14;
const WIDTH = CELLS + 2 * MARGIN;

/** Where papers are, and the topic of each: a field is made of each topic from 0 up to the number of fields. */
export interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly topic: Int32Array;
}

/** A field takes a third of a megabyte: so many topics have one, the largest. Maps that are made here have fewer. */
const MOST_FIELDS = 300;

/**
 * The first-level topics that have a field.
 * @returns their ids, ascending, and of each paper the place of its topic among them, −1 for none
 */
export function topicsWithFields({ topic, topics }: TopicMap): { ids: number[]; column: Int32Array } {
  const count = topics.filter(({ parent }) => parent === undefined).length;
  const papers = new Uint32Array(count);
  for (const t of topic) if (t >= 0 && t < count) papers[t]++;
  const largest = Array.from(papers.keys())
    .filter((t) => papers[t] > 0)
    .sort((a, b) => papers[b] - papers[a] || a - b);
  const ids = largest.slice(0, MOST_FIELDS).sort((a, b) => a - b);
  const place = new Int32Array(count).fill(-1);
  for (const [k, id] of ids.entries()) place[id] = k;
  const column = new Int32Array(topic.length).fill(-1);
  for (let i = 0; i < topic.length; i++) if (topic[i] >= 0 && topic[i] < count) column[i] = place[topic[i]];
  return { ids, column };
}

/** Papers of each of `count` topics, counted per cell and blurred by so many cells; and the cell that each paper of them is in. O(papers + topics · cells) */
export function densities(
  { x, y, topic }: Points,
  count: number,
  radius: number,
): { readonly fields: Float64Array[]; readonly cells: Uint32Array } {
  const frame = frameOf(x, y);
  const fields = Array.from({ length: count }, () => new Float64Array(WIDTH * WIDTH));
  const cells = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const t = topic[i];
    if (t < 0 || t >= count) continue;
    // Bilinear: a paper counts in the four cells around it, so that areas do not jump with the grid.
    const [gx, gy] = [cellOf(x[i], frame.x, frame), cellOf(y[i], frame.y, frame)];
    const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
    const [fx, fy] = [gx - cx, gy - cy];
    const at = cy * WIDTH + cx;
    cells[i] = Math.round(gy) * WIDTH + Math.round(gx);
    fields[t][at] += (1 - fx) * (1 - fy);
    fields[t][at + 1] += fx * (1 - fy);
    fields[t][at + WIDTH] += (1 - fx) * fy;
    fields[t][at + WIDTH + 1] += fx * fy;
  }
  for (const field of fields) blur2({ data: field, width: WIDTH }, radius);
  return { fields, cells };
}

function cellOf(at: number, low: number, { side }: Frame): number {
  return ((at - low) / side) * (CELLS - 1) + MARGIN;
}

/** What a field is under papers: a value a cell that any of them is in, and how many are. */
export interface Under {
  readonly values: Float64Array;
  readonly papers: Uint32Array;
}

/**
 * What a field is under some papers, or under all. O(papers + cells)
 * @param cells from `densities`
 */
export function under(field: Float64Array, cells: Uint32Array, some?: Uint32Array): Under {
  const count = new Uint32Array(field.length);
  if (some) for (const i of some) count[cells[i]]++;
  else for (const cell of cells) count[cell]++;
  let met = 0;
  for (const papers of count) if (papers > 0) met++;
  const [values, papers] = [new Float64Array(met), new Uint32Array(met)];
  for (let c = 0, k = 0; c < field.length; c++)
    if (count[c] > 0) {
      values[k] = field[c];
      papers[k++] = count[c];
    }
  return { values, papers };
}

/** What the field is under the paper at a place, counted from the least dense on; undefined where there is none. O(values) */
export function valueAtPlace({ values, papers }: Under, place: number): number | undefined {
  let left = place;
  let among = [...values.keys()];
  while (among.length > 0) {
    const pivot = values[among[among.length >> 1]];
    let [below, same] = [0, 0];
    for (const k of among)
      if (values[k] < pivot) below += papers[k];
      else if (values[k] === pivot) same += papers[k];
    if (left >= below && left < below + same) return pivot;
    const isLess = left < below;
    among = among.filter((k) => (isLess ? values[k] < pivot : values[k] > pivot));
    if (!isLess) left -= below + same;
  }
  return undefined;
}

/** What is left out of contours: pieces below a share of the largest, and rings of fewer cells. */
interface Least {
  readonly island: number;
  readonly cells: number;
}

/**
 * The border, in map units, of where a field is above a value; specks and islands that are small beside the largest piece
 * are left out. Every second point is kept, as the mean of it and its neighbours: the curve through them hides the grid.
 */
export function contourOf(field: Float64Array, above: number, frame: Frame, least: Least): Ring[] {
  const polygons = contours()
    .size([WIDTH, WIDTH])
    .contour(field as unknown as number[], above).coordinates;
  const sizeOf = (line: number[][] = []) => Math.abs(polygonArea(line as [number, number][]));
  const most = polygons.reduce((most, [outer]) => Math.max(most, sizeOf(outer)), 0);
  const unit = frame.side / (CELLS - 1);
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
          const middle = (line[(k + n - 1) % n][d] + 2 * line[k][d] + line[(k + 1) % n][d]) / 4;
          ring[k + d] = low + (middle - 0.5 - MARGIN) * unit;
        }
      return ring;
    });
}
