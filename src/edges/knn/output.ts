import type { TopK } from "../../kernel/topk.ts";

/** Rows and their inverted index: what every block of an exact search reads. */
export interface KnnInput {
  /** L2-normalised rows, values above 0; columns in descending frequency, so that the frequent ones are a prefix of each row. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  /** The inverted index: rows that hold each column. */
  readonly listStart: Uint32Array;
  readonly listRow: Uint32Array;
  readonly listValue: Float32Array;
  readonly k: number;
}

export interface KnnBlock {
  readonly from: number;
  readonly to: number;
}

/** The neighbours of rows from … to−1, k slots each, best first; NO_NEIGHBOUR fills the rest. */
export interface KnnOutput {
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
}

export const NO_NEIGHBOUR = 0xffffffff;

/** k empty slots for each of some rows. */
export function emptyOutput(rows: number, k: number): KnnOutput {
  return {
    neighbour: new Uint32Array(rows * k).fill(NO_NEIGHBOUR),
    weight: new Float32Array(rows * k),
  };
}

/** Writes what was found into the slots of one row of a block. */
export function keep({ neighbour, weight }: KnnOutput, row: number, best: TopK): void {
  const first = row * best.row.length;
  for (let s = 0; s < best.size(); s++) {
    neighbour[first + s] = best.row[s];
    weight[first + s] = best.score[s];
  }
}
