import { grown, prefixSum } from "./columns.ts";
import { log } from "./numeric.ts";

/**
 * Sparse rows in compressed form (CSR): row i is [start[i], start[i+1]) of `column` and `value`.
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

/** Row i as a column of its own: a number for each of the `width` columns, 0 where it has none. */
export function denseRow({ start, column, value, width }: SparseRows, i: number): Float64Array {
  const dense = new Float64Array(width);
  for (let k = start[i]; k < start[i + 1]; k++) dense[column[k]] = value[k];
  return dense;
}

/**
 * Gives rows as columns of their own, one after the other in the same array: what is asked for several times in a row is
 * spread out once.
 * @param without 1 for columns that are left out, as if no row had them
 */
export function openRows(
  { start, column, value, width }: SparseRows,
  without?: Uint8Array,
): (i: number) => Float64Array {
  const dense = new Float64Array(width);
  let opened = -1;
  return (i) => {
    if (i === opened) return dense;
    if (opened >= 0) for (let k = start[opened]; k < start[opened + 1]; k++) dense[column[k]] = 0;
    for (let k = start[i]; k < start[i + 1]; k++) if (without?.[column[k]] !== 1) dense[column[k]] = value[k];
    opened = i;
    return dense;
  };
}

/** The product of row i with a number for each column: with another row of unit length, their cosine. */
export function productWith(dense: Float64Array, { start, column, value }: SparseRows, i: number): number {
  let sum = 0;
  for (let k = start[i]; k < start[i + 1]; k++) sum += dense[column[k]] * value[k];
  return sum;
}

/**
 * Columns become rows: row c lists the rows that hold column c, ascending. A stable counting sort, O(entries + width).
 * @param order the columns in the order in which they shall be rows; absent: their own
 */
export function transpose(rows: SparseRows, order?: Uint32Array): SparseRows {
  const n = rowCount(rows);
  const frequency = frequencies(rows);
  const start = new Uint32Array(rows.width + 1);
  /** Of each column where its next entry goes. */
  const next = new Uint32Array(rows.width);
  for (let r = 0; r < rows.width; r++) {
    const c = order ? order[r] : r;
    next[c] = start[r];
    start[r + 1] = start[r] + frequency[c];
  }
  const column = new Uint32Array(rows.column.length);
  const value = new Float32Array(rows.column.length);
  for (let i = 0; i < n; i++)
    for (let at = rows.start[i]; at < rows.start[i + 1]; at++) {
      const to = next[rows.column[at]]++;
      column[to] = i;
      value[to] = rows.value[at];
    }
  return { start, column, value, width: n };
}

/**
 * Rows from (row, column, value) triples in any order. Columns ascend; triples of one place stay apart, in their order.
 * O(triples + rows + width).
 */
export function rowsFromPairs(
  row: Uint32Array,
  column: Uint32Array,
  value: Float32Array,
  rows: number,
  width: number,
): SparseRows {
  // The transposed rows first, each in the order given: transposing them sorts the columns of each row.
  const start = startsOf(column, width);
  const next = start.slice();
  const turned = { row: new Uint32Array(row.length), value: new Float32Array(row.length) };
  for (let p = 0; p < row.length; p++) {
    const to = next[column[p]]++;
    turned.row[to] = row[p];
    turned.value[to] = value[p];
  }
  return transpose({ start, column: turned.row, value: turned.value, width: rows });
}

/**
 * The same rows with columns renumbered by descending frequency (ties: as before), so that frequent columns are a prefix;
 * and their transpose, the rows that hold each column, which sorting makes anyway.
 */
export function byFrequency(rows: SparseRows): { readonly rows: SparseRows; readonly lists: SparseRows } {
  const frequency = frequencies(rows);
  let sorted = true;
  for (let c = 1; c < rows.width && sorted; c++) sorted = frequency[c] <= frequency[c - 1];
  if (sorted) return { rows, lists: transpose(rows) };
  const order = Uint32Array.from(frequency, (_, c) => c).sort((a, b) => frequency[b] - frequency[a] || a - b);
  const lists = transpose(rows, order);
  return { rows: transpose(lists), lists };
}

/**
 * Which columns each row holds as rows of unit length (L2): rarer columns weigh more, ln((n + 1) / (frequency + 1)) + 1;
 * columns of one row only are left out, because they link nothing.
 */
export function normalisedRows(rows: Pick<SparseRows, "start" | "column" | "width">): SparseRows {
  const n = rows.start.length - 1;
  const frequency = frequencies(rows);
  const builder = new RowBuilder(n, rows.column.length, rows.width);
  for (let i = 0; i < n; i++) {
    const own = rows.column.subarray(rows.start[i], rows.start[i + 1]).filter((c) => frequency[c] > 1);
    const weight = Array.from(own, (c) => log((n + 1) / (frequency[c] + 1)) + 1);
    const norm = Math.sqrt(weight.reduce((sum, w) => sum + w * w, 0));
    for (const [k, c] of own.entries()) builder.push(c, weight[k] / norm);
    builder.endRow(i);
  }
  return builder.rows();
}

/** Sparse rows, filled row by row. */
export class RowBuilder {
  private readonly start: Uint32Array;
  private column: Uint32Array;
  private value: Float32Array;
  private readonly width: number;
  private end = 0;

  /** @param capacity entries to make room for at first */
  constructor(rows: number, capacity: number, width: number) {
    this.start = new Uint32Array(rows + 1);
    this.column = new Uint32Array(Math.max(16, capacity));
    this.value = new Float32Array(this.column.length);
    this.width = width;
  }

  push(column: number, value: number): void {
    if (this.end === this.column.length) {
      this.column = grown(this.column);
      this.value = grown(this.value);
    }
    this.column[this.end] = column;
    this.value[this.end++] = value;
  }

  /** Ends row `row`; rows end in order. */
  endRow(row: number): void {
    this.start[row + 1] = this.end;
  }

  /** The rows, where the columns of each were pushed in ascending order. */
  rows(): SparseRows {
    const { start, width } = this;
    return { start, column: this.column.slice(0, this.end), value: this.value.slice(0, this.end), width };
  }

  /** The rows, where the columns of each were pushed in any order, each once. */
  sorted(): SparseRows {
    return sortedColumns(this.rows());
  }
}

function startsOf(column: Uint32Array, width: number): Uint32Array<ArrayBuffer> {
  const start = new Uint32Array(width + 1);
  for (const c of column) start[c + 1]++;
  return prefixSum(start);
}

function frequencies({ column, width }: Pick<SparseRows, "column" | "width">): Uint32Array {
  const frequency = new Uint32Array(width);
  for (const c of column) frequency[c]++;
  return frequency;
}

/** Two transpositions sort the columns within each row. */
function sortedColumns(rows: SparseRows): SparseRows {
  return transpose(transpose(rows));
}
