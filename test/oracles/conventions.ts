import type { Paper } from "../../src/model/paper.ts";
import { bare, type FieldName } from "./compare.ts";
import type { Expected } from "./expected.ts";

export type Verdict = "ours is wrong" | "their convention" | "out of scope";

/** A stated rule by which a difference is no fault of the reader. Whatever no rule covers counts against us. */
export interface Convention {
  readonly name: string;
  readonly field: FieldName | "record";
  readonly verdict: Exclude<Verdict, "ours is wrong">;
  readonly holds: (
    expected: Expected,
    paper: Paper | undefined,
    file: Readonly<Record<"where" | "content", string>>,
  ) => boolean;
}

const one = (value: unknown) => bare(String(value ?? ""));
/** First letters of a name's words, of "KC" both, in any order. */
const initials = (name: string) =>
  name
    .split(/[\s,.-]+/)
    .map((word) => (/^\p{Lu}{2,3}$/u.test(word) ? bare(word) : bare(word).slice(0, 1)))
    .join("")
    .split("")
    .sort()
    .join("");
/** Whether two names have their initials and a whole word in common. */
const sameByInitials = (a: string, b = "") => {
  const words = new Set(b.split(/[\s,.]+/).map(bare));
  return (
    initials(a) === initials(b) && a.split(/[\s,.]+/).some((word) => word.length > 1 && words.has(bare(word)))
  );
};

const NOBODY = /^(?:others|et al\.?|anonymous(?: reviewer)?)$/i;
const words = (name: string) => name.split(/[\s,;.]+/).filter((word) => word !== "");
const DEGREE = /^(?:MD|PhD|MB|M|D|Jr)$/;
const withoutDegrees = (name: string) =>
  words(name)
    .filter((word) => !DEGREE.test(word))
    .join(" ");
const inOrder = (names: readonly string[]) => names.flatMap(words).map(bare).sort().join(" ");

export const CONVENTIONS: readonly Convention[] = [
  {
    name: "a format that is not read but refused by name: Biblioscape, Copac, MARC, Microsoft Office, RePEc NEP",
    field: "record",
    verdict: "out of scope",
    holds: (_, __, { where }) => /: (?:Biblioscape|Copac|Marc|MsBib|RepecNep)\w*\.(?:txt|xml)$/i.test(where),
  },
  {
    name: "a record of which a word with a digit in its title is nowhere in the file",
    field: "record",
    verdict: "out of scope",
    holds: ({ title = "" }, _, { content }) =>
      title.split(/[\s:]+/).some((word) => /^[\w-]*\d$/.test(word) && !content.includes(word)),
  },
  {
    name: "an addition to the title (titleaddon) put between title and subtitle",
    field: "title",
    verdict: "their convention",
    holds: ({ title = "" }, paper) => {
      const [head, ...tail] = (paper?.title ?? "").split(": ");
      return tail.length > 0 && one(title).startsWith(one(head)) && one(title).endsWith(one(tail.join(": ")));
    },
  },
  {
    name: "the title of the book where ours is that of its chapter, with the book as venue",
    field: "title",
    verdict: "their convention",
    holds: ({ title }, paper) => paper?.venue !== undefined && one(title) === one(paper.venue),
  },
  {
    name: "one group named twice, where the record names it once",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      new Set(authors.map(one)).size < authors.length &&
      [...new Set(authors.map(one))].join() === paper?.authors.map(one).join(),
  },
  {
    name: "names with semicolons between them taken for one name",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }) => authors.some((name) => name.includes(";")),
  },
  {
    name: 'two names taken for one, with the "and" between them inside, of the same words',
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.some((name) => / and /.test(name)) &&
      inOrder(authors.map((name) => name.replace(/ and /g, " "))) === inOrder(paper?.authors ?? []),
  },
  {
    name: "degrees (MD, PhD, MB) as parts of a name, or initials that are taken for degrees",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.length === paper?.authors.length &&
      authors.every((name, i) => {
        const [theirs, ours] = [withoutDegrees(name), withoutDegrees(paper.authors[i])];
        return inOrder([theirs]) === inOrder([ours]) || sameByInitials(theirs, ours);
      }),
  },
  {
    name: "secondary authors of RIS (A2: editors) counted as authors",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper, { content }) =>
      /^A2 {2}- /m.test(content) &&
      authors.length > (paper?.authors.length ?? 0) &&
      paper?.authors.every((name, i) => sameByInitials(name, authors[i])) === true,
  },
  {
    name: "the person whom an article is about (MEDLINE's PersonalNameSubject) counted as its author",
    field: "authors",
    verdict: "their convention",
    holds: (_, paper, { content }) =>
      paper?.authors.length === 0 && content.includes("<PersonalNameSubject>"),
  },
  {
    name: "what follows a percent sign on its line, a comment in TeX, left out of an abstract",
    field: "abstract",
    verdict: "their convention",
    holds: ({ abstract = "" }, paper) =>
      paper?.abstract.includes("%") === true &&
      one(abstract).length < one(paper.abstract).length &&
      one(abstract).startsWith(one(paper.abstract.split("%")[0])),
  },
  {
    name: "a title joined with a subtitle, a volume's title or a short title, or without it",
    field: "title",
    verdict: "their convention",
    holds: ({ title }, paper) => {
      const [theirs, ours] = [one(title), one(paper?.title)];
      return (
        Math.min(theirs.length, ours.length) >= 5 && (theirs.startsWith(ours) || ours.startsWith(theirs))
      );
    },
  },
  {
    name: "initials alone, of the same people in the same order",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.length === paper?.authors.length &&
      authors.every((name, i) => sameByInitials(name, paper.authors[i])),
  },
  {
    name: "editors counted as authors where a book has no authors, or only one side's list of people who are not authors",
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.length < (paper?.authors.length ?? 0) &&
      authors.every((name) => paper?.authors.some((ours) => sameByInitials(ours, name))),
  },
  {
    name: '"and others" and "Anonymous" are nobody\'s name',
    field: "authors",
    verdict: "their convention",
    holds: ({ authors = [] }, paper) =>
      authors.some((name) => NOBODY.test(name.trim())) &&
      authors
        .filter((name) => !NOBODY.test(name.trim()))
        .map(one)
        .join() === paper?.authors.map(one).join(),
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
    name: "a journal that they spell out: each word of ours abbreviates one of theirs, in order",
    field: "venue",
    verdict: "their convention",
    holds: ({ venue = "" }, paper) => {
      const theirs = words(venue.replace(/[:()-]/g, " ")).map(one);
      return words(paper?.venue ?? "")
        .map(one)
        .every((short) => {
          const at = theirs.findIndex((long) => long.startsWith(short));
          theirs.splice(0, at + 1);
          return at >= 0;
        });
    },
  },
  {
    name: 'an abstract that only says "Abstract", "No abstract" or "Not available", or repeats the title',
    field: "abstract",
    verdict: "their convention",
    holds: ({ abstract = "", title }, paper) =>
      paper?.abstract === "" &&
      (/^(?:(?:no )?abstract|not available)\W*$/i.test(abstract) || one(abstract) === one(title)),
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
