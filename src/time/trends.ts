import { log, pow } from "../kernel/numeric.ts";
import type { Years } from "./years.ts";

/** How a share changed from the earlier to the recent years. */
export interface Trend {
  /** Papers in the earlier and in the recent years. */
  readonly before: number;
  readonly recent: number;
  /** Share in the recent years over share before, with its 95 % interval. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** The interval says it: above 1, below 1, or neither. */
  readonly kind: "emerging" | "fading" | "steady";
  /** Fewer than ten papers in all: to be said along. */
  readonly isSmall: boolean;
}

const RECENT_YEARS = 5;
/** Ninety-five per cent of a normal distribution. */
const Z = 1.96;
const SMALL = 10;

/** The first column of the recent years: the last five, or a third of all where there are fewer than fifteen; the running year is one of them, since shares are compared. */
export function recentFrom({ count }: Pick<Years, "count">): number {
  return count - Math.max(1, Math.min(RECENT_YEARS, Math.round(count / 3)));
}

/**
 * The ratio of two shares with the interval of its logarithm (Katz et al. 1978: the variance is 1/a − 1/n + 1/b − 1/m),
 * half a paper added to each count, so that nothing is divided by zero (Walter 1975). Every count is of papers.
 */
export function trendOf(before: number, allBefore: number, recent: number, allRecent: number): Trend {
  const [b, m, r, n] = [before, allBefore, recent, allRecent].map((papers) => papers + 0.5);
  const ratio = r / n / (b / m);
  const spread = Z * Math.sqrt(1 / r - 1 / n + 1 / b - 1 / m);
  const [low, high] = [ratio * pow(Math.E, -spread), ratio * pow(Math.E, spread)];
  const isKnown = allBefore > 0 && allRecent > 0;
  return {
    before,
    recent,
    ratio,
    low,
    high,
    kind: !isKnown ? "steady" : low > 1 ? "emerging" : high < 1 ? "fading" : "steady",
    isSmall: before + recent < SMALL,
  };
}

/** The trend of a row of papers per column, such as `topicRow` gives, beside all papers per column. */
export function rowTrend(row: ArrayLike<number>, all: ArrayLike<number>, from: number): Trend {
  const counts = [0, 0, 0, 0];
  for (let c = 0; c < all.length; c++) {
    const at = c < from ? 0 : 2;
    counts[at] += row[c];
    counts[at + 1] += all[c];
  }
  return trendOf(counts[0], counts[1], counts[2], counts[3]);
}

/** By how sure the change is: the end of the interval that is nearest to 1, as a distance on the scale of logarithms. */
export function sureness({ kind, low, high }: Trend): number {
  return kind === "emerging" ? log(low) : kind === "fading" ? -log(Math.max(high, Number.MIN_VALUE)) : 0;
}
