/**
 * Sparse rows in compressed form: row i is [start[i], start[i+1]) of `column` and `value`.
 * Columns ascend within a row. `width` is the number of columns.
 */
export interface SparseRows {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  readonly width: number;
}

/** Number of rows. */
export function rowCount(rows: SparseRows): number {
  return rows.start.length - 1;
}
