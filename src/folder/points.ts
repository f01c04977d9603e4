import type { Cells } from "./parquet-reader.ts";

/** What stands for a missing year. */
export const NO_YEAR = -0x80000000;

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
  /** NO_YEAR where it is missing. */
  readonly year: Int32Array;
  /** 0 to 1; 0 where there is no topic. */
  readonly confidence: Float32Array;
}

/** The columns of `TilePoints`. */
export const POINT_COLUMNS = ["x", "y", "size", "topic", "subtopic", "year", "confidence"] as const;

/** The points of a tile out of its columns, which stand in the order of POINT_COLUMNS. */
export function pointsOf(
  first: number,
  [x, y, size, topic, subtopic, year, confidence]: readonly Cells[],
): TilePoints {
  return {
    first,
    count: x.length,
    x: floats(x),
    y: floats(y),
    size: floats(size),
    topic: wholes(topic, -1),
    subtopic: wholes(subtopic, -1),
    year: wholes(year, NO_YEAR),
    confidence: floats(confidence),
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
