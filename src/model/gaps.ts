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

const HAS: Readonly<Record<GapField, (paper: Described) => boolean>> = {
  abstract: (paper) => paper.abstract !== "",
  year: (paper) => paper.year !== undefined,
  references: (paper) => paper.references.length > 0,
  authors: (paper) => paper.authors.length > 0,
  venue: (paper) => paper.venue !== undefined,
  doi: (paper) => paper.doi !== undefined,
  keywords: (paper) => paper.keywords.length > 0,
};

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
    add(paper, times = 1) {
      for (const field of GAP_FIELDS) if (!HAS[field](paper)) gaps[field] += times;
    },
  };
}

/** The gaps of a whole collection. */
export function countGaps(papers: readonly Described[]): Gaps {
  const counter = gapCounter();
  for (const paper of papers) counter.add(paper);
  return counter.gaps;
}
