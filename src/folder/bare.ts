import { leaveTexts } from "../model/own-fields.ts";
import type { Paper } from "../model/paper.ts";
import { giveYears, NO_YEAR } from "../model/years.ts";

/** The lists of a map of which each paper has an entry: what is read of their texts is put in place. */
export interface PaperLists {
  readonly papers: Paper[];
  readonly terms: (readonly string[])[];
  readonly concepts: (readonly string[])[];
}

const NONE: readonly string[] = [];
const NO_TEXTS: Paper = {
  id: "",
  identity: "",
  title: "",
  abstract: "",
  authors: NONE,
  keywords: NONE,
  references: NONE,
  aliases: NONE,
};

/** What papers are before their texts are read: their years. Papers of one year are one object, because there may be a million. */
export function withoutTexts(years: Int32Array): PaperLists {
  const ofYear = new Map<number, Paper>();
  // Made as long as it will be: one that grows is copied again and again.
  const papers = new Array<Paper>(years.length);
  for (let i = 0; i < papers.length; i++) {
    const year = years[i];
    let paper = ofYear.get(year);
    if (!paper) {
      paper = { ...NO_TEXTS, ...yearPart(year === NO_YEAR ? undefined : year) };
      ofYear.set(year, paper);
    }
    papers[i] = paper;
  }
  giveYears(papers, years);
  leaveTexts(papers);
  const none = () => new Array<readonly string[]>(years.length).fill(NONE);
  return { papers, terms: none(), concepts: none() };
}

/** Puts texts that were read into the lists of a map. @param paper whose they are */
export function putTexts(
  lists: PaperLists,
  paper: Uint32Array,
  { papers, terms, concepts }: { readonly [K in keyof PaperLists]: Readonly<PaperLists[K]> },
): void {
  for (const [k, p] of paper.entries()) {
    lists.papers[p] = papers[k];
    lists.terms[p] = terms[k];
    lists.concepts[p] = concepts[k];
  }
}

/** The year of a paper, absent where it has none. */
export function yearPart(year: number | undefined): Pick<Paper, "year"> {
  return year === undefined ? {} : { year };
}
