import type { EdgeList } from "../model/edges.ts";
import { type Burst, type BurstOptions, burstsOf } from "./bursts.ts";
import type { Years } from "./years.ts";

/** When each paper was cited within the collection: cell of paper i and column c at i · years.count + c. */
export interface CitationYears {
  readonly cited: Uint16Array;
  /** All citations of each column, by the year of the citing paper. */
  readonly all: Uint32Array;
}

/** Counts citations by the year of the citing paper; those to later papers and of undated ones are left out. Undefined where there are none. O(citations + papers · years). */
export function citationYears(lists: readonly EdgeList[], years: Years): CitationYears | undefined {
  const list = lists.find(({ kind }) => kind === "citation");
  if (!list || years.count === 0) return undefined;
  const cited = new Uint16Array(years.of.length * years.count);
  const all = new Uint32Array(years.count);
  for (let e = 0; e < list.source.length; e++) {
    const [from, to] = [years.of[list.source[e]], years.of[list.target[e]]];
    if (from < 0 || to < 0 || from < to) continue;
    cited[list.target[e] * years.count + from]++;
    all[from]++;
  }
  return { cited, all };
}

/** A paper and when it was cited far more than usual. */
export interface CitationBurst extends Burst {
  readonly paper: number;
  /** Citations in the burst, and in all years. */
  readonly citations: number;
  readonly all: number;
}

/** Papers cited less often have no bursts. */
const FEWEST = 5;

/** Kleinberg's bursts in how often papers are cited, of all citations of each year from that of the paper on; strongest first. */
export function citationBursts(
  { cited, all }: CitationYears,
  years: Years,
  options: BurstOptions = {},
): CitationBurst[] {
  const found: CitationBurst[] = [];
  for (const [paper, born] of years.of.entries()) {
    if (born < 0) continue;
    const row = cited.subarray(paper * years.count + born, (paper + 1) * years.count);
    const sum = row.reduce((a, b) => a + b, 0);
    if (sum < FEWEST) continue;
    for (const burst of burstsOf(row, all.subarray(born), options)) {
      const citations = row.subarray(burst.from, burst.to + 1).reduce((a, b) => a + b, 0);
      found.push({ ...burst, from: burst.from + born, to: burst.to + born, paper, citations, all: sum });
    }
  }
  return found.sort((a, b) => b.strength - a.strength || a.paper - b.paper || a.from - b.from);
}

/** A paper that was hardly cited for years, and then was. */
export interface SleepingBeauty {
  readonly paper: number;
  /** The beauty coefficient B. */
  readonly beauty: number;
  /** The column in which it woke, and that of most citations. */
  readonly awake: number;
  readonly peak: number;
  readonly citations: number;
}

/** Of fewer citations at the peak, a single one more would be an awakening. */
const LEAST_PEAK = 3;

/**
 * Sleeping beauties by the coefficient of Ke et al. 2015 (doi 10.1073/pnas.1424329112): with c(t) citations t years
 * after publication and their maximum at t = m, B = Σ over t = 0 … m of (ℓ(t) − c(t)) / max(1, c(t)), ℓ the straight
 * line from c(0) to c(m). It woke where c is farthest below ℓ. Within the collection; B > `least`, largest first.
 */
export function sleepingBeauties({ cited }: CitationYears, years: Years, least = 5): SleepingBeauty[] {
  const found: SleepingBeauty[] = [];
  for (const [paper, born] of years.of.entries()) {
    if (born < 0) continue;
    const row = cited.subarray(paper * years.count + born, (paper + 1) * years.count);
    const { beauty, awake, peak } = beautyOf(row);
    if (row[peak] < LEAST_PEAK || !(beauty > least)) continue;
    const citations = row.reduce((a, b) => a + b, 0);
    found.push({ paper, beauty, awake: born + awake, peak: born + peak, citations });
  }
  return found.sort((a, b) => b.beauty - a.beauty || a.paper - b.paper);
}

/** B of citations per year since publication, with the years (from 0) of the awakening and of the peak, the first of equals. */
export function beautyOf(citations: ArrayLike<number>): { beauty: number; awake: number; peak: number } {
  let peak = 0;
  for (let t = 1; t < citations.length; t++) if (citations[t] > citations[peak]) peak = t;
  let [beauty, awake, farthest] = [0, 0, 0];
  for (let t = 0; t <= peak && peak > 0; t++) {
    // The distance from the line is proportional to how far c(t) lies below it.
    const below = ((citations[peak] - citations[0]) * t) / peak + citations[0] - citations[t];
    beauty += below / Math.max(1, citations[t]);
    if (below > farthest) [awake, farthest] = [t, below];
  }
  return { beauty, awake, peak };
}

/** A recent paper that is cited far more than others of its year. */
export interface HotPaper {
  readonly paper: number;
  /** Citations in the last two columns, and the mean of the papers of its year. */
  readonly citations: number;
  readonly usual: number;
}

const [HOT_AGE, HOT_SPAN, LEAST_HOT, TIMES_USUAL] = [4, 2, 3, 3];

/** Papers of the last four columns that papers of the last two cite at least three times, and thrice as often as the mean paper of their year; by that ratio, highest first. */
export function hotPapers({ cited }: CitationYears, years: Years): HotPaper[] {
  const now = Float64Array.from(years.of, (_, i) => {
    let sum = 0;
    for (let c = Math.max(0, years.count - HOT_SPAN); c < years.count; c++) sum += cited[i * years.count + c];
    return sum;
  });
  const sums = new Float64Array(years.count);
  for (const [i, c] of years.of.entries()) if (c >= 0) sums[c] += now[i];
  const found: HotPaper[] = [];
  for (const [paper, c] of years.of.entries()) {
    if (c < Math.max(0, years.count - HOT_AGE)) continue;
    const usual = sums[c] / years.papers[c];
    if (now[paper] >= LEAST_HOT && now[paper] >= TIMES_USUAL * usual)
      found.push({ paper, citations: now[paper], usual });
  }
  return found.sort((a, b) => b.citations * a.usual - a.citations * b.usual || a.paper - b.paper);
}
