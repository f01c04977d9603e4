import type { IdColumn } from "../../model/levels.ts";
import type { Box, View } from "../camera.ts";
import type { Cells, Cluster } from "./cells.ts";

/** Papers of a cluster that are looked at as places for its name and ends of its line, evenly picked. */
const SAMPLE = 48;

interface Papers {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly column: IdColumn;
  readonly view: View;
}

/** By topic: its papers in the cells around the one where it is densest and ahead of others. O(cells · topics). */
export function clustersOf(cells: Cells, papers: Papers): (Cluster | undefined)[] {
  const seen = new Int32Array(cells.columns * cells.rows).fill(-1);
  const clusters: (Cluster | undefined)[] = [];
  for (const [at, peak] of peaks(cells, papers.column).entries()) {
    const topic = cells.ids[at];
    if (peak >= 0) clusters[topic] = clusterOf(around(peak, at, cells, seen), topic, cells, papers);
  }
  return clusters;
}

/** By place of a topic in the window's list the cell around which it has most papers, as far as they are ahead of others; −1 where it has none. */
function peaks({ columns, rows, start, item, counts, ids, of }: Cells, column: IdColumn): Int32Array {
  const width = ids.length;
  const peak = new Int32Array(width).fill(-1);
  const last = new Int32Array(width).fill(-1);
  const most = new Float64Array(width);
  for (let cell = 0; cell < columns * rows; cell++) {
    if (start[cell + 1] === start[cell]) continue;
    const [row, at] = [Math.floor(cell / columns), cell % columns];
    const [top, bottom] = [Math.max(0, row - 1), Math.min(rows - 1, row + 1)];
    const [left, right] = [Math.max(0, at - 1), Math.min(columns - 1, at + 1)];
    let all = 0;
    for (let r = top; r <= bottom; r++) all += start[r * columns + right + 1] - start[r * columns + left];
    for (let k = start[cell]; k < start[cell + 1]; k++) {
      const topic = of[column[item[k]]] ?? -1;
      if (topic < 0 || last[topic] === cell) continue;
      last[topic] = cell;
      let own = 0;
      for (let r = top; r <= bottom; r++)
        for (let c = left; c <= right; c++) own += counts[(r * columns + c) * width + topic];
      const score = (own * own) / all;
      if (score <= most[topic]) continue;
      most[topic] = score;
      peak[topic] = cell;
    }
  }
  return peak;
}

/** The cell and those that follow from neighbour to neighbour where half of the papers or more are the topic's. */
function around(peak: number, topic: number, { columns, rows, start, counts, ids }: Cells, seen: Int32Array) {
  const found = [peak];
  seen[peak] = topic;
  for (const cell of found) {
    const [row, at] = [Math.floor(cell / columns), cell % columns];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
      for (let c = Math.max(0, at - 1); c <= Math.min(columns - 1, at + 1); c++) {
        const near = r * columns + c;
        const own = counts[near * ids.length + topic];
        if (seen[near] === topic || own === 0 || own * 2 < start[near + 1] - start[near]) continue;
        seen[near] = topic;
        found.push(near);
      }
  }
  return found;
}

function clusterOf(
  found: readonly number[],
  topic: number,
  { start, item }: Cells,
  { x, y, column, view }: Papers,
): Cluster {
  const own: number[] = [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const cell of found)
    for (let k = start[cell]; k < start[cell + 1]; k++) {
      const i = item[k];
      if (column[i] !== topic) continue;
      own.push(i);
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
  const box: Box = {
    left: left * view.scale + view.dx,
    right: right * view.scale + view.dx,
    top: view.dy - bottom * view.scale,
    bottom: view.dy - top * view.scale,
  };
  const step = Math.max(1, own.length / SAMPLE);
  const papers = Array.from({ length: Math.floor(own.length / step) }, (_, k) => own[Math.floor(k * step)]);
  return { box, size: own.length, papers };
}
