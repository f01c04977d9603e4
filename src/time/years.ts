import { median } from "../kernel/columns.ts";
import { NO_YEAR as MISSING, yearColumn } from "../model/years.ts";

/** The years of a collection, without gaps. */
export interface Years {
  /** The year of column 0. */
  readonly first: number;
  /** Number of columns; 0 where no paper has a year. */
  readonly count: number;
  /** Column of each paper, or NO_YEAR. */
  readonly of: Int16Array;
  /** Papers of each column. */
  readonly papers: Uint32Array;
  /** Papers without a year. */
  readonly missing: number;
  /** Papers whose year is too far from all others to be drawn with them; theirs is NO_YEAR, too. */
  readonly stray: number;
  /** The first column that counts as complete, see `yearsOf`. */
  readonly complete: number;
  /** The last column, the running year; −1 where there are fewer than three. */
  readonly running: number;
}

export const NO_YEAR = -1;

/** A misprinted 1066 or 9999 must not stretch the axis: years farther than this from the middle one are left out. */
const FARTHEST = 150;
/** A year is complete where it has this share of the papers of a mean year of those behind it, */
const LEAST_SHARE = 0.5;
/** so many of them, */
const BEHIND = 3;
/** unless more than this share of all papers would stand before it. */
const MOST_BEFORE = 0.1;
/** With fewer years than this nothing can be said of the last one. */
const FEWEST = 3;

/**
 * The years of papers as columns. Two kinds of years are incomplete, and told by rule, without a clock: the last one
 * (the running year: the collection ends in it), and those before the first complete year, which is the first that has
 * at least half as many papers as the mean of the three years behind it, none of them empty, if at most a tenth of the
 * papers stand before it; else column 0. O(n).
 */
export function yearsOf(papers: readonly { readonly year?: number }[]): Years {
  const years = yearColumn(papers);
  const known = years.filter((year) => year !== MISSING);
  const middle = median(known);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const year of known)
    if (Math.abs(year - middle) <= FARTHEST) {
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  const count = last >= first ? last - first + 1 : 0;
  const of = new Int16Array(papers.length).fill(NO_YEAR);
  const sizes = new Uint32Array(count);
  let stray = 0;
  for (const [i, year] of years.entries()) {
    if (year === MISSING) continue;
    if (year < first || year > last) stray++;
    else {
      of[i] = year - first;
      sizes[of[i]]++;
    }
  }
  return {
    first: count > 0 ? first : 0,
    count,
    of,
    papers: sizes,
    missing: papers.length - known.length,
    stray,
    complete: firstComplete(sizes),
    running: count < FEWEST ? -1 : count - 1,
  };
}

function firstComplete(papers: Uint32Array): number {
  const all = papers.reduce((sum, n) => sum + n, 0);
  let before = 0;
  for (let c = 0; c + BEHIND < papers.length && before <= MOST_BEFORE * all; before += papers[c++]) {
    const next = papers.subarray(c + 1, c + 1 + BEHIND);
    const sum = next.reduce((a, b) => a + b, 0);
    if (next.every((n) => n > 0) && papers[c] > 0 && papers[c] * BEHIND >= LEAST_SHARE * sum) return c;
  }
  return 0;
}

/** Whether a column stands before the first complete year or is the running one. */
export function isIncomplete({ complete, running }: Years, column: number): boolean {
  return column < complete || column === running;
}
