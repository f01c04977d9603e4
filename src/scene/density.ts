import { blur2 } from "d3";
import type { TopicMap } from "../model/map.ts";
import { frameOf } from "./camera.ts";

/** Cells along the frame's side, and around it, where areas reach beyond the outermost papers. */
export const CELLS = 176;
export const MARGIN = 14;
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
  for (let i = 0; i < topic.length; i++) if (topic[i] >= 0 && topic[i] < count) papers[topic[i]]++;
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

/** The part of the grid in which a field is not 0, with a rim where it is: its cells by rows. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
}

/**
 * Papers of each of `count` topics, counted per cell and blurred by so many cells: each topic where it is, which is an
 * eighth of the grid in large maps; and the cell that each paper of them is in. O(papers + cells of patches)
 */
export function densities(
  { x, y, topic }: Points,
  count: number,
  radius: number,
): { readonly fields: Patch[]; readonly cells: Uint32Array } {
  const frame = frameOf(x, y);
  const placeX = (i: number) => gridPlace(x[i], frame.x, frame.side);
  const placeY = (i: number) => gridPlace(y[i], frame.y, frame.side);
  const cells = new Uint32Array(x.length);
  const bounds = Array.from({ length: count }, () => ({ left: WIDTH, top: WIDTH, right: 0, bottom: 0 }));
  for (let i = 0; i < x.length; i++) {
    const own = bounds[topic[i]];
    if (!own) continue;
    const gx = placeX(i);
    const gy = placeY(i);
    cells[i] = Math.round(gy) * WIDTH + Math.round(gx);
    if (gx < own.left) own.left = Math.floor(gx);
    if (gx > own.right) own.right = gx;
    if (gy < own.top) own.top = Math.floor(gy);
    if (gy > own.bottom) own.bottom = gy;
  }
  // The blur is three of boxes.
  const fields = bounds.map((own) => patchAround(own, 3 * radius + 1));
  for (let i = 0; i < x.length; i++) {
    const field = fields[topic[i]];
    if (!field) continue;
    // Bilinear: a paper counts in the four cells around it, so that areas do not jump with the grid.
    const gx = placeX(i);
    const gy = placeY(i);
    const cx = Math.floor(gx);
    const cy = Math.floor(gy);
    const fx = gx - cx;
    const fy = gy - cy;
    const { values, width } = field;
    const at = (cy - field.top) * width + cx - field.left;
    values[at] += (1 - fx) * (1 - fy);
    values[at + 1] += fx * (1 - fy);
    values[at + width] += (1 - fx) * fy;
    values[at + width + 1] += fx * fy;
  }
  for (const { values, width, height } of fields) blur2({ data: values, width, height }, radius);
  return { fields, cells };
}

/** An empty patch around cells and those right and above of them, with a rim. */
function patchAround(
  own: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  rim: number,
): Patch {
  const [left, top] = [Math.max(0, own.left - rim), Math.max(0, own.top - rim)];
  const width = Math.max(0, Math.min(WIDTH, Math.floor(own.right) + 2 + rim) - left);
  const height = Math.max(0, Math.min(WIDTH, Math.floor(own.bottom) + 2 + rim) - top);
  return { left, top, width, height, values: new Float64Array(width * height) };
}

/** Where a paper is in the grid, along one side of it. */
function gridPlace(at: number, low: number, side: number): number {
  return ((at - low) / side) * (CELLS - 1) + MARGIN;
}

/** Calls back for each cell of a patch, with its place in the patch and in the whole grid. */
export function eachCell(
  { left, top, width, height }: Patch,
  visit: (at: number, cell: number) => void,
): void {
  for (let row = 0, at = 0; row < height; row++) {
    let cell = (top + row) * WIDTH + left;
    for (let column = 0; column < width; column++) visit(at++, cell++);
  }
}

/** The largest and the second largest of fields in each cell of the grid. O(cells of patches) */
export function twoLargest(fields: readonly Patch[]): {
  readonly best: Float64Array;
  readonly second: Float64Array;
} {
  const [best, second] = [new Float64Array(WIDTH * WIDTH), new Float64Array(WIDTH * WIDTH)];
  for (const field of fields)
    eachCell(field, (at, c) => {
      const value = field.values[at];
      if (value > best[c]) {
        second[c] = best[c];
        best[c] = value;
      } else if (value > second[c]) second[c] = value;
    });
  return { best, second };
}

/** The sum of fields, over the whole grid. */
export function sumOf(fields: readonly Patch[]): Patch {
  const values = new Float64Array(WIDTH * WIDTH);
  for (const field of fields)
    eachCell(field, (at, c) => {
      values[c] += field.values[at];
    });
  return { left: 0, top: 0, width: WIDTH, height: WIDTH, values };
}

/** What a field is under papers: a value a cell that any of them is in, and how many are. */
export interface Under {
  readonly values: Float64Array;
  readonly papers: Uint32Array;
}

/**
 * What a field is under some papers, all of which it is made of, or under all. O(papers + cells)
 * @param cells from `densities`
 */
export function under(field: Patch, cells: Uint32Array, some?: Uint32Array): Under {
  const count = new Uint32Array(field.values.length);
  const add = (cell: number) => {
    const row = Math.floor(cell / WIDTH);
    count[(row - field.top) * field.width + cell - row * WIDTH - field.left]++;
  };
  if (some) for (let k = 0; k < some.length; k++) add(cells[some[k]]);
  else for (let i = 0; i < cells.length; i++) add(cells[i]);
  let met = 0;
  for (let c = 0; c < count.length; c++) if (count[c] > 0) met++;
  const [values, papers] = [new Float64Array(met), new Uint32Array(met)];
  for (let c = 0, k = 0; c < count.length; c++)
    if (count[c] > 0) {
      values[k] = field.values[c];
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
