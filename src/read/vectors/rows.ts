import { grown } from "../../kernel/columns.ts";
import type { Warn } from "../record.ts";

/** Rows of numbers as they came, at unit length; a row that could not be used is zero. */
export interface VectorRows {
  readonly dims: number;
  readonly count: number;
  readonly value: Float32Array;
  /** What each row may be known by; empty where the file says nothing. */
  readonly keys: readonly (readonly string[])[];
}

/** Where a row stands, for messages. */
export interface RowPlace {
  readonly line?: number;
  readonly record?: string;
}

/** Gathers rows: the first says how many numbers each has. Rows that are not so, or hold none, are told of and zero. */
export function gatherRows(warn: Warn) {
  const keys: (readonly string[])[] = [];
  let dims = 0;
  let value = new Float32Array(1024);
  return {
    add(row: ArrayLike<number>, key: readonly string[], where?: RowPlace): void {
      if (keys.length === 0 || dims === 0) dims = row.length;
      const first = keys.length * dims;
      keys.push(key);
      if (first + dims > value.length) value = grown(value, first + dims);
      const place = where ?? { record: key[0] ?? `row ${keys.length}` };
      if (row.length !== dims) {
        warn(`found ${row.length} numbers, expected ${dims} as in the first row; left out`, place);
        return;
      }
      let squares = 0;
      for (let t = 0; t < dims; t++) squares += row[t] * row[t];
      if (!(squares > 0 && squares < Number.POSITIVE_INFINITY)) {
        warn(`${faultOf(row)}; left out`, place);
        return;
      }
      const norm = Math.sqrt(squares);
      for (let t = 0; t < dims; t++) value[first + t] = row[t] / norm;
    },
    rows: (): VectorRows => ({
      dims,
      count: keys.length,
      value: value.slice(0, keys.length * dims),
      keys,
    }),
  };
}

function faultOf(row: ArrayLike<number>): string {
  const at = Array.from(row).findIndex((v) => !Number.isFinite(v));
  if (at >= 0) return `number ${at + 1} is ${row[at]}, expected a finite one`;
  return "all numbers are 0 or too large to have a direction";
}
