import type { SparseRows } from "../../kernel/rows.ts";

/** Sparse rows, filled row by row; columns of a row may come in any order, each once. */
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
      const columns = new Uint32Array(this.end * 2);
      const values = new Float32Array(this.end * 2);
      columns.set(this.column);
      values.set(this.value);
      this.column = columns;
      this.value = values;
    }
    this.column[this.end] = column;
    this.value[this.end++] = value;
  }

  /** Ends row `row`; rows end in order. */
  endRow(row: number): void {
    this.start[row + 1] = this.end;
  }

  /** The rows with their columns ascending. */
  finish(): SparseRows {
    const { start, width } = this;
    const rows = {
      start,
      column: this.column.subarray(0, this.end),
      value: this.value.subarray(0, this.end),
      width,
    };
    return transpose(transpose(rows));
  }
}

/** Columns as rows; entries of each in ascending order of the old row. Linear (counting sort). */
export function transpose({ start, column, value, width }: SparseRows): SparseRows {
  const rows = start.length - 1;
  const begin = new Uint32Array(width + 1);
  for (const c of column) begin[c + 1]++;
  for (let c = 0; c < width; c++) begin[c + 1] += begin[c];
  const next = begin.slice();
  const row = new Uint32Array(column.length);
  const out = new Float32Array(column.length);
  for (let r = 0; r < rows; r++)
    for (let e = start[r]; e < start[r + 1]; e++) {
      const at = next[column[e]]++;
      row[at] = r;
      out[at] = value[e];
    }
  return { start: begin, column: row, value: out, width: rows };
}
