import { groupBy } from "../../kernel/columns.ts";
import type { IdColumn } from "../../model/levels.ts";
import type { Box, View } from "../camera.ts";
import type { Cells, Cluster } from "./cells.ts";
import { clustersOf } from "./clusters.ts";
import type { LabelCandidates, LabelScene } from "./types.ts";

/** A cell has at least this many pixels along its side, and less than twice as many. */
const CELL = 18;
/** Papers so many pixels from a name, about a line's height, are what one takes it to name. */
const BESIDE = 24;

/** Whose papers stand where in the window. */
export interface TopicRaster {
  /** The topic that most papers around a point have; −1 where nobody is near. Pixels. */
  ownerAt(x: number, y: number): number;
  /** How crowded a box in pixels is: 0 = nobody there, 1 = as dense as the map on average. */
  crowding(box: Box): number;
  /**
   * Whether a name in a box (pixels) is taken to belong to a topic: of the papers under it and beside it, no topic has
   * more; where none is beside it, it has the nearest.
   */
  isNearest(topic: number, box: Box): boolean;
  /** By topic id: its papers where they are densest and ahead of the others; undefined where none is in the window. */
  readonly clusters: readonly (Cluster | undefined)[];
}

/**
 * Sorts papers in the window, those clear of its insets, into cells that are fixed to the map, so that nothing changes
 * while it is panned. O(papers + cells · topics).
 * @param column topic ids of all papers, −1 for none
 */
export function topicRaster(
  { x, y, frame, topics }: LabelCandidates,
  column: IdColumn,
  papers: readonly number[],
  { view, insets }: LabelScene,
): TopicRaster {
  // Sides that halve with the zoom: cells of one are cells of the next.
  let side = frame.side;
  while (side * view.scale >= 2 * CELL) side /= 2;
  const window = windowOf(view, insets);
  const [left, top] = [Math.floor(window.left / side), Math.floor(window.top / side)];
  const columns = Math.floor(window.right / side) - left + 1;
  const rows = Math.floor(window.bottom / side) - top + 1;
  const cellOf = new Int32Array(papers.length).fill(-1);
  for (let k = 0; k < papers.length; k++) {
    const px = x[papers[k]];
    const py = y[papers[k]];
    if (px < window.left || px > window.right || py < window.top || py > window.bottom) continue;
    cellOf[k] = (Math.floor(py / side) - top) * columns + Math.floor(px / side) - left;
  }
  const local = localIds(papers, cellOf, column, topics.length);
  const cells = sorted(papers, cellOf, { columns, rows, ...local }, column);
  const { start, item } = cells;
  let owner: Int32Array | undefined;
  const step = side * view.scale;
  // Pixels of the left and lower edge of the first cell.
  const [zeroX, zeroY] = [left * step + view.dx, view.dy - top * step];
  const columnAt = (px: number) => Math.floor((px - zeroX) / step);
  const rowAt = (py: number) => Math.floor((zeroY - py) / step);
  const clamped = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
  /** First and last column and row that a box touches. */
  const reach = (box: Box, by: number) =>
    [
      clamped(columnAt(box.left - by), columns),
      clamped(columnAt(box.right + by), columns),
      clamped(rowAt(box.bottom + by), rows),
      clamped(rowAt(box.top - by), rows),
    ] as const;
  const mean = (x.length * side * side) / (frame.side * frame.side);
  return {
    ownerAt(px, py) {
      const [c, r] = [columnAt(px), rowAt(py)];
      if (c < 0 || r < 0 || c >= columns || r >= rows) return -1;
      owner ??= owners(cells, column);
      return owner[r * columns + c];
    },
    crowding(box) {
      const [c0, c1, r0, r1] = reach(box, 0);
      let papers = 0;
      for (let r = r0; r <= r1; r++) papers += start[r * columns + c1 + 1] - start[r * columns + c0];
      return papers / ((c1 - c0 + 1) * (r1 - r0 + 1)) / mean;
    },
    isNearest(topic, box) {
      const farthest = view.width + view.height;
      for (let by = BESIDE; by < 3 * farthest; by *= 3) {
        let [own, least] = [0, Number.POSITIVE_INFINITY];
        const others = new Map<number, number>();
        const [c0, c1, r0, r1] = reach(box, by);
        for (let r = r0; r <= r1; r++)
          for (let k = start[r * columns + c0]; k < start[r * columns + c1 + 1]; k++) {
            const i = item[k];
            const px = x[i] * view.scale + view.dx;
            const py = view.dy - y[i] * view.scale;
            const dx = Math.max(0, box.left - px, px - box.right);
            const dy = Math.max(0, box.top - py, py - box.bottom);
            const far = Math.max(BESIDE, Math.sqrt(dx * dx + dy * dy));
            if (far > by || far > least) continue;
            if (far < least) {
              own = 0;
              others.clear();
              least = far;
            }
            if (column[i] === topic) own++;
            else others.set(column[i], (others.get(column[i]) ?? 0) + 1);
          }
        if (least === Number.POSITIVE_INFINITY) continue;
        return own > 0 && [...others.values()].every((count) => count <= own);
      }
      return false;
    },
    clusters: clustersOf(cells, { x, y, column, view }),
  };
}

/** The part of the map, in its units, that the window shows clear of the insets; empty where they are larger than it is. */
function windowOf(view: View, { left, right, top, bottom }: LabelScene["insets"]): Box {
  return {
    left: (left - view.dx) / view.scale,
    right: (Math.max(left, view.width - right) - view.dx) / view.scale,
    top: (view.dy - Math.max(top, view.height - bottom)) / view.scale,
    bottom: (view.dy - top) / view.scale,
  };
}

function sorted(
  papers: readonly number[],
  cellOf: Int32Array,
  { columns, rows, ids, of }: Pick<Cells, "columns" | "rows" | "ids" | "of">,
  column: IdColumn,
): Cells {
  const width = ids.length;
  const { start, item } = groupBy(cellOf, columns * rows);
  const counts = new Uint16Array(columns * rows * width);
  const sortedPapers = new Uint32Array(item.length);
  for (let k = 0; k < item.length; k++) sortedPapers[k] = papers[item[k]];
  for (let k = 0; k < papers.length; k++)
    if (cellOf[k] >= 0 && column[papers[k]] >= 0) counts[cellOf[k] * width + of[column[papers[k]]]]++;
  return { columns, rows, start, item: sortedPapers, counts, ids, of };
}

/** Topics of papers in the window are numbered there: of a million papers' thousands few are in it. */
function localIds(
  papers: readonly number[],
  cellOf: Int32Array,
  column: IdColumn,
  count: number,
): Pick<Cells, "ids" | "of"> {
  const of = new Int32Array(count).fill(-1);
  const found = new Uint8Array(count);
  for (let k = 0; k < papers.length; k++)
    if (cellOf[k] >= 0 && column[papers[k]] >= 0) found[column[papers[k]]] = 1;
  const ids: number[] = [];
  for (let id = 0; id < count; id++) if (found[id] === 1) of[id] = ids.push(id) - 1;
  return { ids, of };
}

/** The topic of most papers in each cell, the lower id of equals, and of a neighbour where a cell has none; else −1. */
function owners({ columns, rows, start, item, counts, ids, of }: Cells, column: IdColumn): Int32Array {
  const owner = new Int32Array(columns * rows).fill(-1);
  for (let cell = 0; cell < owner.length; cell++) {
    let most = 0;
    for (let k = start[cell]; k < start[cell + 1]; k++) {
      const topic = column[item[k]];
      const count = topic < 0 ? 0 : counts[cell * ids.length + of[topic]];
      if (count < most || (count === most && topic >= owner[cell])) continue;
      most = count;
      owner[cell] = topic;
    }
  }
  const from = owner.slice();
  for (let c = 0; c < from.length; c++) {
    if (from[c] >= 0) continue;
    const left = c % columns > 0 ? from[c - 1] : -1;
    const right = c % columns < columns - 1 ? from[c + 1] : -1;
    owner[c] = Math.max(left, right, from[c - columns] ?? -1, from[c + columns] ?? -1);
  }
  return owner;
}
