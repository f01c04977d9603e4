import type { SparseRows } from "../kernel/rows.ts";

/** A column that both rows hold, with the product of their values. */
export interface SharedColumn {
  readonly column: number;
  readonly product: number;
}

/** Merges two rows: columns ascend in both. */
export function sharedColumns({ start, column, value }: SparseRows, i: number, j: number): SharedColumn[] {
  const shared: SharedColumn[] = [];
  let a = start[i];
  let b = start[j];
  while (a < start[i + 1] && b < start[j + 1])
    if (column[a] < column[b]) a++;
    else if (column[a] > column[b]) b++;
    else shared.push({ column: column[a], product: value[a++] * value[b++] });
  return shared;
}

/** An order for what two texts share: what counts most first, words that are common in all of science last. */
export function tellingFirst(common: ArrayLike<number>): (a: SharedColumn, b: SharedColumn) => number {
  return (a, b) => common[a.column] - common[b.column] || b.product - a.product || a.column - b.column;
}
