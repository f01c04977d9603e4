import type { GapField } from "../../model/gaps.ts";
import { count, percent } from "../../view/numbers.ts";

/** The words on what the papers of a reading lack. */
export const gapTexts = {
  gaps: {
    title: "What is missing",
    line: "Line",
    record: "Record",
    what: "Found, expected, done",
    count: (n: number, all: number, field: string) =>
      `${count(n)} of ${count(all)} (${percent(n / all)}) without ${field}`,
    field: {
      abstract: "abstract",
      year: "year",
      references: "references",
      authors: "authors",
      venue: "venue",
      doi: "DOI",
      keywords: "keywords",
    } satisfies Record<GapField, string>,
    /** What it means for the map. */
    cost: {
      abstract: "placed by their titles alone",
      year: "not on the time axis",
      references: "cite nothing in this map",
      authors: "not found by author",
      venue: "not found by venue",
      doi: "known again by title, year and first author",
      keywords: "not found by keyword",
    } satisfies Record<GapField, string>,
  },
} as const;
