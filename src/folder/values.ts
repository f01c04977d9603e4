/** A column of lists in one piece: those of row r are values[start[r] … start[r + 1]). A row with none is null. */
export interface Lists {
  readonly start: Uint32Array;
  readonly values: Int32Array | Float32Array | readonly string[];
}

/** The values of one column in one row group: a typed array, lists, or anything with null where there is none. */
export type Values = Float32Array | Float64Array | Int32Array | Lists | readonly unknown[];

/** Rows that are written together: every column of the shapes, in their order. */
export type RowGroup = readonly Values[];

export function isLists(values: Values): values is Lists {
  return "start" in values;
}

/** The lists of some rows, put together. @param of the list of a row; null for none */
export function textLists(rows: number, of: (row: number) => readonly string[] | null): Lists {
  const start = new Uint32Array(rows + 1);
  const values: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (const value of of(row) ?? []) values.push(value);
    start[row + 1] = values.length;
  }
  return { start, values };
}

/** The same of numbers. */
export function numberLists<T extends Int32Array | Float32Array>(
  Column: { from(values: Iterable<number>): T },
  rows: number,
  of: (row: number) => Iterable<number> | null,
): Lists {
  const start = new Uint32Array(rows + 1);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (const value of of(row) ?? []) values.push(value);
    start[row + 1] = values.length;
  }
  return { start, values: Column.from(values) };
}
