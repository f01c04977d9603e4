import { median } from "../kernel/columns.ts";
import type { EdgeList } from "../model/edges.ts";
import type { Paper } from "../model/paper.ts";

/** Which years the papers cite, and which stand out. */
export interface CitedYears {
  /** The year of place 0. */
  readonly first: number;
  /** References to works of each year. */
  readonly references: Uint32Array;
  /** How far each year lies from the median of itself, the two before and the two after. */
  readonly deviation: Float64Array;
  /** Places of years that stand out, most first. */
  readonly peaks: readonly number[];
  /** Of the references themselves, or, where they say no year, of the papers of the collection that they lead to. */
  readonly from: "references" | "links";
  /** References without a year. */
  readonly undated: number;
}

/** A reference without a space is a DOI or an id, and its digits no year. */
const YEAR = /(?:^|[^\d])(1[5-9]\d\d|20\d\d)(?=[a-z]?(?:[^\d]|$))/g;
const PARENTHESES = /\((1[5-9]\d\d|20\d\d)[a-z]?\)/;
/** "SMITH J, 1999, NATURE": what Web of Science writes. */
const AFTER_AUTHOR = /^[^,]+, (1[5-9]\d\d|20\d\d),/;
const WINDOW = 2;
/** A year stands out from this share of the median of its neighbourhood on, and this many references. */
const [LEAST_SHARE, LEAST] = [0.5, 3];

/** The year of publication that a cited reference says, none after `latest`: after the author, in parentheses, else the last one. */
export function referenceYear(reference: string, latest: number): number | undefined {
  const text = reference.trim();
  if (!text.includes(" ")) return undefined;
  const sure = AFTER_AUTHOR.exec(text)?.[1] ?? PARENTHESES.exec(text)?.[1];
  const years = sure === undefined ? [...text.matchAll(YEAR)].map((found) => found[1]) : [sure];
  return years.map(Number).findLast((year) => year <= latest);
}

/**
 * Reference publication year spectroscopy (Marx et al. 2014, doi 10.1002/asi.23089): references by the year of what they
 * cite, and their deviation from the median of five years. Undefined where no year is known. O(references).
 */
export function citedYears(
  papers: readonly Pick<Paper, "year" | "references">[],
  lists: readonly EdgeList[],
): CitedYears | undefined {
  const latest = papers.reduce((most, { year }) => Math.max(most, year ?? 0), 0) || 2099;
  let undated = 0;
  const found: number[] = [];
  for (const { references, year = latest } of papers)
    for (const reference of references) {
      const cited = referenceYear(reference, year + 1);
      if (cited === undefined) undated++;
      else found.push(cited);
    }
  if (found.length > 0) return { ...spectrum(found), from: "references", undated };
  const list = lists.find(({ kind }) => kind === "citation");
  const linked = Array.from(list?.target ?? [], (to) => papers[to].year).filter((year) => year !== undefined);
  return linked.length === 0 ? undefined : { ...spectrum(linked), from: "links", undated };
}

function spectrum(
  years: readonly number[],
): Pick<CitedYears, "first" | "references" | "deviation" | "peaks"> {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const references = new Uint32Array(last - first + 1);
  for (const year of years) references[year - first]++;
  const deviation = Float64Array.from(references, (n, c) => n - middle(references, c));
  const peaks = Array.from(references.keys())
    .filter(
      (c) =>
        deviation[c] >= LEAST_SHARE * middle(references, c) && references[c] >= LEAST && deviation[c] > 0,
    )
    .sort((a, b) => deviation[b] - deviation[a] || a - b);
  return { first, references, deviation, peaks };
}

/** The median of a year, the two before and the two after; years beyond the ends have no references. */
function middle(references: Uint32Array, c: number): number {
  return median(Array.from({ length: 2 * WINDOW + 1 }, (_, k) => references[c + k - WINDOW] ?? 0));
}
