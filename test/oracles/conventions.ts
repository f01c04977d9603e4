import type { Paper } from "../../src/model/paper.ts";
import { bare, type FieldName } from "./compare.ts";
import type { Expected } from "./expected.ts";

export type Verdict = "ours is wrong" | "their convention" | "out of scope";

/** A stated rule by which a difference is no fault of the reader. Whatever no rule covers counts against us. */
export interface Convention {
  readonly name: string;
  readonly field: FieldName | "record";
  readonly verdict: Exclude<Verdict, "ours is wrong">;
  readonly holds: (expected: Expected, paper: Paper | undefined) => boolean;
}

const one = (value: unknown) => bare(String(value ?? ""));
const initials = (name: string) =>
  name
    .split(/[\s,.-]+/)
    .map((word) => bare(word).slice(0, 1))
    .sort()
    .join("");

export const CONVENTIONS: readonly Convention[] = [
  {
    name: "a title joined with a subtitle, a volume's title or a short title, or without it",
    field: "title",
    verdict: "their convention",
    holds: ({ title }, paper) => {
      const [theirs, ours] = [one(title), one(paper?.title)];
      return (
        Math.min(theirs.length, ours.length) >= 8 && (theirs.startsWith(ours) || ours.startsWith(theirs))
      );
    },
  },
  {
    name: "initials alone, of the same people in the same order",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.length === paper?.authors.length &&
      authors.every((name, i) => initials(name) === initials(paper.authors[i])),
  },
  {
    name: "editors counted as authors where a book has no authors, or only one side's list of people who are not authors",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.length < (paper?.authors.length ?? 0) &&
      authors.every((name) => paper?.authors.some((ours) => initials(ours) === initials(name))),
  },
  {
    name: '"and others" is nobody\'s name',
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.filter((name) => !/^(?:others|et al\.?)$/i.test(name)).length ===
        (paper?.authors.length ?? 0) && authors.some((name) => /^(?:others|et al\.?)$/i.test(name)),
  },
  {
    name: "no DOI by the DOI Handbook (2.2): 10., a registrant of digits, a slash, a suffix",
    field: "doi",
    verdict: "out of scope",
    holds: ({ doi = "" }) =>
      !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi.replace(/^(?:https?:\/\/[^/]*\/|doi:\s*)/i, "")),
  },
  {
    name: "the same DOI behind a resolver, or escaped",
    field: "doi",
    verdict: "their convention",
    holds: ({ doi = "" }, paper) =>
      paper?.doi !== undefined &&
      one(doi.replace(/^(?:https?:\/\/[^/]*\/|doi:\s*)/i, "").replace(/\\/g, "")) === one(paper.doi),
  },
  {
    name: "a journal by its abbreviation or by one of two names, or with its series",
    field: "venue",
    verdict: "their convention",
    holds: ({ venue = "" }, paper) => {
      const [theirs, ours] = [one(venue), one(paper?.venue)];
      const letters = (name: string) =>
        name
          .split(/[\s.]+/)
          .filter((word) => !/^(?:of|and|the|for|in|on|de|&)$/i.test(word))
          .map((word) => one(word).slice(0, 1))
          .join("");
      return (
        ours !== "" &&
        (theirs.includes(ours) || ours.includes(theirs) || letters(venue) === letters(paper?.venue ?? ""))
      );
    },
  },
  {
    name: 'an abstract that only says "Abstract" or "Not available", or repeats the title',
    field: "abstract",
    verdict: "their convention",
    holds: ({ abstract = "", title }, paper) =>
      paper?.abstract === "" &&
      (/^(?:abstract|not available)\W*$/i.test(abstract) || one(abstract) === one(title)),
  },
  {
    name: "an abstract without its heading or the publisher's line at its end",
    field: "abstract",
    verdict: "their convention",
    holds: ({ abstract = "" }, paper) => {
      const [theirs, ours] = [one(abstract), one(paper?.abstract)];
      return (
        ours.length >= 0.5 * theirs.length && ours !== "" && (theirs.includes(ours) || ours.includes(theirs))
      );
    },
  },
  {
    name: "the conference that a journal's special issue belongs to, or the journal that prints a conference",
    field: "venue",
    verdict: "their convention",
    holds: ({ venue = "" }, paper) =>
      paper?.venue !== undefined &&
      /conference|congress|workshop|symposium|meeting|proceedings|selected papers/i.test(
        `${venue} ${paper.venue}`,
      ),
  },
  {
    name: "a number that dblp tells namesakes apart by",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.some((name) => / \d{4}$/.test(name)) &&
      authors.map((name) => one(name.replace(/ \d{4}$/, ""))).join() === paper?.authors.map(one).join(),
  },
  {
    name: "a year of another date of the record (in press, accessed, reprinted), where both are years",
    field: "year",
    verdict: "their convention",
    holds: ({ year }, paper) =>
      year !== undefined && paper?.year !== undefined && Math.abs(year - paper.year) <= 1,
  },
];
