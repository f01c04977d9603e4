import type { Share } from "../../kernel/executor.ts";
import { byFrequency, rowCount, type SparseRows } from "../../kernel/rows.ts";

/** Rows in four bytes an entry: what a search for candidates reads by the million, and waits for. */
export interface PackedRows {
  /** The inverted index: of each column the rows that hold it, as row × 2^valueBits + value. */
  readonly listStart: Uint32Array;
  readonly posting: Uint32Array;
  readonly valueBits: number;
  /** The front of each row, its frequent columns: value × 65,536 + column. */
  readonly frontStart: Uint32Array;
  readonly front: Uint32Array;
}

/** Rows and their packed twins, as a search for candidates reads them. */
export interface CandidateInput extends PackedRows {
  /** L2-normalised rows, values above 0; columns in descending frequency, so that the frequent ones are a prefix of each row. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  readonly k: number;
  /** Postings that are summed per row, ≥ 1. */
  readonly budget: number;
  /** Rows per row that are completed to the cosine, ≥ k. */
  readonly candidates: number;
}

/** Columns that fit a front. */
export const FRONT_COLUMNS = 1 << 16;
/** A value of 1 in a front. */
export const FRONT_ONE = 1 << 16;
/** Entries behind the last front, so that one may look that far ahead. */
export const LOOK_AHEAD = 32;
const MOST_VALUE_BITS = 15;

/**
 * Packs rows whose values lie between 0 and 1, their columns renumbered by descending frequency. Values are rounded, none
 * to 0. What is packed is shared piece by piece: a large index would otherwise stand in memory twice.
 */
export function packRows(
  given: SparseRows,
  share: Share,
): Omit<CandidateInput, "k" | "budget" | "candidates"> {
  const { rows, lists } = packLists(given, share);
  const { start, column, value } = rows;
  return { start, column, value, ...lists, ...share(packFronts(rows)) };
}

/** The rows by frequency and their inverted index. */
function packLists(
  given: SparseRows,
  share: Share,
): {
  readonly rows: SparseRows;
  readonly lists: Pick<PackedRows, "listStart" | "posting" | "valueBits">;
} {
  const { rows, lists } = byFrequency(given);
  const shared = share(rows);
  const { start: listStart, column: row, value } = lists;
  const valueBits = Math.min(MOST_VALUE_BITS, Math.clz32(Math.max(0, rowCount(given) - 1)));
  const most = (1 << valueBits) - 1;
  const posting = row;
  for (let p = 0; p < row.length; p++)
    posting[p] = row[p] * (1 << valueBits) + Math.max(1, Math.min(most, Math.round(value[p] * most)));
  return { rows: shared, lists: share({ listStart, posting, valueBits }) };
}

/** The frequent columns of each row. */
function packFronts(rows: SparseRows): Pick<PackedRows, "frontStart" | "front"> {
  const n = rowCount(rows);
  const frontStart = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) {
    let at = rows.start[i];
    while (at < rows.start[i + 1] && rows.column[at] < FRONT_COLUMNS) at++;
    frontStart[i + 1] = frontStart[i] + at - rows.start[i];
  }
  const front = new Uint32Array(frontStart[n] + LOOK_AHEAD + 1);
  for (let i = 0; i < n; i++)
    for (let to = frontStart[i], at = rows.start[i]; to < frontStart[i + 1]; to++, at++)
      front[to] =
        Math.min(FRONT_ONE - 1, Math.round(rows.value[at] * FRONT_ONE)) * FRONT_COLUMNS + rows.column[at];
  return { frontStart, front };
}
