import type { Paper } from "./paper.ts";

/** A field of papers whose absence costs the map something. */
export type GapField = "abstract" | "year" | "authors" | "venue" | "doi" | "keywords" | "references";

/** Fields that may be missing, those that cost most first. */
export const GAP_FIELDS: readonly GapField[] = [
  "abstract",
  "year",
  "references",
  "authors",
  "venue",
  "doi",
  "keywords",
];

/** How many papers lack each field. */
export type Gaps = Readonly<Record<GapField, number>>;

/** What a gap may be seen in: a paper, or one that has no identity yet. */
type Described = Omit<Paper, "identity">;

/** How many of the papers so far lack each field. */
export interface GapCounter {
  /** @param times −1 takes a paper back */
  add(paper: Described, times?: number): void;
  readonly gaps: Gaps;
}

/** Counts gaps as papers come. */
export function gapCounter(): GapCounter {
  const gaps = { abstract: 0, year: 0, references: 0, authors: 0, venue: 0, doi: 0, keywords: 0 };
  return {
    gaps,
    // Written out: it is asked twice of every record.
    add(paper, times = 1) {
      if (paper.abstract === "") gaps.abstract += times;
      if (paper.year === undefined) gaps.year += times;
      if (paper.references.length === 0) gaps.references += times;
      if (paper.authors.length === 0) gaps.authors += times;
      if (paper.venue === undefined) gaps.venue += times;
      if (paper.doi === undefined) gaps.doi += times;
      if (paper.keywords.length === 0) gaps.keywords += times;
    },
  };
}

/** The gaps of a whole collection. */
export function countGaps(papers: readonly Described[]): Gaps {
  const counter = gapCounter();
  for (const paper of papers) counter.add(paper);
  return counter.gaps;
}
