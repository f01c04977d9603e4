import type { SparseRows } from "../src/kernel/rows.ts";

/** Sparse L2-normalised rows from dense ones of entries ≥ 0. */
export function rowsOf(dense: readonly (readonly number[])[]): SparseRows {
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of dense) {
    const norm = Math.sqrt(row.reduce((sum, v) => sum + v * v, 0));
    for (const [c, v] of row.entries())
      if (v > 0) {
        column.push(c);
        value.push(v / norm);
      }
    start.push(column.length);
  }
  return {
    start: Uint32Array.from(start),
    column: Uint32Array.from(column),
    value: Float32Array.from(value),
    width: Math.max(1, ...dense.map((row) => row.length)),
  };
}
