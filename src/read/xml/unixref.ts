import { type Name, personOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/** Where the work itself stands, by what it is part of; the first that is there counts. */
const WORKS: readonly (readonly string[])[] = [
  ["journal", "journal_article"],
  ["conference", "conference_paper"],
  ["book", "content_item"],
  ["posted_content"],
  ["peer_review"],
  ["dissertation"],
  ["database", "dataset"],
  ["report-paper", "report-paper_metadata"],
  ["standard", "standard_metadata"],
  ["book", "book_metadata"],
  ["book", "book_series_metadata"],
  ["conference", "proceedings_metadata"],
  ["journal", "journal_metadata"],
];

/** A record of Crossref's XML (Unixref, https://www.crossref.org/schema/unixref1.1.xsd). */
export function unixrefRecord(record: Element): RawRecord | undefined {
  const crossref = find(record, "crossref")[0] ?? record;
  const path = WORKS.find((names) => find(crossref, ...names).length > 0);
  if (path === undefined) return undefined;
  const work = find(crossref, ...path)[0];
  const whole = find(crossref, path[0])[0];
  const issue = find(whole, "journal_issue")[0];
  const dates = [
    ...find(work, "publication_date"),
    ...find(issue, "publication_date"),
    ...["posted_date", "approval_date", "review_date"].flatMap((name) => find(work, name)),
  ];
  const title =
    textAt(work, "titles", "title") ?? textAt(work, "proceedings_title") ?? textAt(work, "full_title");
  const subtitle = textAt(work, "titles", "subtitle");
  return {
    id: textAt(work, "doi_data", "doi"),
    title: title === undefined || subtitle === undefined ? title : `${title.trim()}: ${subtitle.trim()}`,
    abstract: find(work, "abstract").map(textOf)[0],
    year: (dates.find((date) => date.attributes.media_type === "print") ?? dates[0])?.children
      .filter((child) => typeof child !== "string" && child.name === "year")
      .map(textOf)[0],
    authors: peopleOf(work),
    venue:
      textAt(whole, "journal_metadata", "full_title") ??
      textAt(whole, "proceedings_metadata", "proceedings_title") ??
      (path[1] === "content_item" ? textAt(whole, "book_metadata", "titles", "title") : undefined) ??
      textAt(work, "publisher", "publisher_name") ??
      textAt(work, "institution", "institution_name"),
    doi: textAt(work, "doi_data", "doi"),
    url: textAt(work, "doi_data", "resource"),
    references: find(work, "citation_list", "citation").flatMap((citation) => citationOf(citation) ?? []),
    language: work.attributes.language ?? textAt(whole, "journal_metadata", "language"),
    volume: textAt(issue, "journal_volume", "volume"),
    issue: textAt(issue, "issue"),
    pages: textAt(work, "pages", "first_page"),
    type: path[1] ?? path[0],
    fields: [
      ["type", path[1] ?? path[0]],
      [
        "pages",
        [textAt(work, "pages", "first_page"), textAt(work, "pages", "last_page")].filter(Boolean).join("-"),
      ],
      [
        "publisher",
        textAt(whole, "book_metadata", "publisher", "publisher_name") ??
          textAt(work, "publisher", "publisher_name") ??
          "",
      ],
      ["issn", find(whole, "journal_metadata", "issn").map(textOf)],
      [
        "isbn",
        [...find(whole, "book_metadata", "isbn"), ...find(whole, "proceedings_metadata", "isbn")].map(textOf),
      ],
      ...leafFields(work, LEAVES),
    ],
  };
}

const LEAVES = {
  used: words(
    "titles contributors person_name abstract citation_list doi_data pages publisher publication_date posted_date",
  ),
  known: new Map<string, string>(),
  bookkeeping: /^(?:crossmark|archive_locations|program|component_list|publisher_item)/,
};

/** Authors, else whoever contributed. */
function peopleOf(work: Element): Name[] {
  const all = find(work, "contributors")[0]?.children.filter(
    (child): child is Element => typeof child !== "string",
  );
  const authors =
    all?.filter((person) => (person.attributes.contributor_role ?? "author") === "author") ?? [];
  const named = authors.length > 0 ? authors : [...(all ?? []), ...find(work, "person_name")];
  return named.map((person) => {
    const family = textAt(person, "surname");
    const given = textAt(person, "given_name");
    return family === undefined
      ? { literal: textOf(person) }
      : personOf(family, given, "", textAt(person, "suffix"));
  });
}

/** A reference by its DOI, as it was printed, or by its parts in the order of a printed one. */
function citationOf(citation: Element): string | undefined {
  const parts = ["author", "article_title", "volume_title", "journal_title", "volume", "cYear"];
  const whole = textAt(citation, "doi") ?? textAt(citation, "unstructured_citation");
  return whole ?? (parts.flatMap((name) => textAt(citation, name) ?? []).join(", ") || undefined);
}
