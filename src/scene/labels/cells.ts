import type { Box } from "../camera.ts";

/** Papers in the window in square cells of the map: those of cell c are item[start[c] … start[c + 1]). */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly start: Uint32Array;
  readonly item: Uint32Array;
  /** The topics in the window, and the place of each topic in that list, −1 for others. */
  readonly ids: readonly number[];
  readonly of: Int32Array;
  /** Papers of a cell by topic: counts[cell · ids.length + place of the topic]. */
  readonly counts: Uint16Array;
}

/** Papers of one topic that stand together in the window. */
export interface Cluster {
  /** In pixels. */
  readonly box: Box;
  readonly size: number;
  /** Some of them where they are many. */
  readonly papers: readonly number[];
}
