import type { Paper } from "../model/paper.ts";

/** The lists of a map of which each paper has an entry: what is read of their texts is put in place. */
export interface PaperLists {
  readonly papers: Paper[];
  readonly terms: (readonly string[])[];
  readonly concepts: (readonly string[])[];
}

const NONE: readonly string[] = [];
const NO_TEXTS = {
  id: "",
  title: "",
  abstract: "",
  authors: NONE,
  keywords: NONE,
  references: NONE,
  aliases: NONE,
};

/** What papers are before their texts are read: identity and year. */
export function withoutTexts(
  identities: readonly string[],
  yearOf: (paper: number) => number | undefined,
): PaperLists {
  const papers = identities.map((identity, p) => ({ ...NO_TEXTS, identity, ...yearPart(yearOf(p)) }));
  return { papers, terms: papers.map(() => NONE), concepts: papers.map(() => NONE) };
}

/** The year of a paper, absent where it has none. */
export function yearPart(year: number | undefined): Pick<Paper, "year"> {
  return year === undefined ? {} : { year };
}
