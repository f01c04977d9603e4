import { grown } from "../kernel/columns.ts";

/** Boxes in pixels, found through buckets; all storage is reused from frame to frame. */
export interface Boxes {
  clear(width: number, height: number): void;
  add(left: number, top: number, right: number, bottom: number): void;
  /** How many boxes overlap this one, counted up to `most`. */
  count(left: number, top: number, right: number, bottom: number, most: number): number;
}

const BUCKET = 64;

/** An empty index. Adding and counting take time in proportion to the buckets a box touches. */
export function createBoxes(): Boxes {
  let columns = 1;
  let rows = 1;
  let head = new Int32Array(1);
  let n = 0;
  let entries = 0;
  let box = new Float32Array(1024);
  let next = new Int32Array(1024);
  let owner = new Int32Array(1024);
  let seen = new Int32Array(256);
  let query = 0;
  const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor(x / BUCKET)));
  const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor(y / BUCKET)));
  return {
    clear(width, height) {
      columns = Math.max(1, Math.ceil(width / BUCKET));
      rows = Math.max(1, Math.ceil(height / BUCKET));
      if (head.length < columns * rows) head = new Int32Array(columns * rows);
      head.fill(-1);
      n = 0;
      entries = 0;
      seen.fill(0);
      query = 0;
    },
    add(left, top, right, bottom) {
      if (4 * n + 4 > box.length) box = grown(box);
      if (n >= seen.length) seen = grown(seen);
      box.set([left, top, right, bottom], 4 * n);
      const [c1, r1] = [column(right), row(bottom)];
      for (let r = row(top); r <= r1; r++)
        for (let c = column(left); c <= c1; c++) {
          if (entries >= next.length) {
            next = grown(next);
            owner = grown(owner);
          }
          owner[entries] = n;
          next[entries] = head[r * columns + c];
          head[r * columns + c] = entries++;
        }
      n++;
    },
    count(left, top, right, bottom, most) {
      let found = 0;
      query++;
      const [c1, r1] = [column(right), row(bottom)];
      for (let r = row(top); r <= r1; r++)
        for (let c = column(left); c <= c1; c++)
          for (let k = head[r * columns + c]; k !== -1; k = next[k]) {
            const o = owner[k];
            if (seen[o] === query) continue;
            seen[o] = query;
            const b = 4 * o;
            if (box[b] < right && box[b + 2] > left && box[b + 1] < bottom && box[b + 3] > top)
              if (++found >= most) return found;
          }
      return found;
    },
  };
}
