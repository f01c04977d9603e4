import { NO_YEAR } from "../model/years.ts";
import type { Cells } from "./parquet-reader.ts";

/** The papers of a tile, by columns: row `first` + i is at place i. */
export interface TilePoints {
  readonly first: number;
  readonly count: number;
  /** Map units, y upwards. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius, in the same units. */
  readonly size: Float32Array;
  /** Ids of topics, −1 for none. */
  readonly topic: Int32Array;
  readonly subtopic: Int32Array;
  /** The deepest part that each paper is in; absent where sub-topics do not divide. */
  readonly leaf?: Int32Array;
  /** NO_YEAR where it is missing. */
  readonly year: Int32Array;
  /** The number of each paper in the JSON form: 11 is that of "p12"; −1 where there is none. */
  readonly paper: Int32Array;
}

/** The columns of `TilePoints`, which stand together: one request brings them. */
export const POINT_COLUMNS = ["x", "y", "size", "topic", "subtopic", "leaf", "year", "number"] as const;

/** The points of a tile out of its columns, which stand in the order of POINT_COLUMNS. */
export function pointsOf(
  first: number,
  [x, y, size, topic, subtopic, leaf, year, number]: readonly Cells[],
): TilePoints {
  return {
    first,
    count: x.length,
    x: floats(x),
    y: floats(y),
    size: floats(size),
    topic: wholes(topic, -1),
    subtopic: wholes(subtopic, -1),
    ...(leaf.length > 0 ? { leaf: wholes(leaf, -1) } : {}),
    year: wholes(year, NO_YEAR),
    paper: wholes(number, 0).map((n) => n - 1),
  };
}

/** Finite numbers, 0 where there is none. */
export function floats(cells: Cells): Float32Array {
  if (cells instanceof Float32Array && cells.every(Number.isFinite)) return cells;
  return Float32Array.from(cells, (cell) => (typeof cell === "number" && Number.isFinite(cell) ? cell : 0));
}

/** Whole numbers of 32 bits. @param none what stands for a missing one */
export function wholes(cells: Cells, none: number): Int32Array {
  return Int32Array.from(cells, (cell) => (typeof cell === "number" ? cell : none));
}

/** A text; undefined where there is none. */
export function textIn(cell: unknown): string | undefined {
  return typeof cell === "string" ? cell : undefined;
}

/** The texts of a list. */
export function textsIn(cell: unknown): readonly string[] {
  return Array.isArray(cell) ? cell.filter((item) => typeof item === "string") : [];
}
