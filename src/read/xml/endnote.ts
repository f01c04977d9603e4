import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/** A record of EndNote's XML export; texts may stand in <style> elements. */
export function endnoteRecord(record: Element): RawRecord {
  const authors = [
    ...find(record, "contributors", "authors", "author"),
    ...find(record, "authors", "author"),
    ...find(record, "AUTHORS", "AUTHOR"),
  ].map(textOf);
  const editors = find(record, "contributors", "secondary-authors", "author").map(textOf);
  const urls = find(record, "urls", "related-urls", "url").map(textOf);
  return {
    id: textAt(record, "accession-num") ?? textAt(record, "rec-number") ?? textAt(record, "label"),
    title:
      textAt(record, "titles", "title") ??
      textAt(record, "title") ??
      textAt(record, "TITLE") ??
      textAt(record, "titles", "secondary-title"),
    abstract: textAt(record, "abstract") ?? textAt(record, "ABSTRACT"),
    year:
      textAt(record, "dates", "year") ??
      textAt(record, "dates", "pub-dates", "date") ??
      textAt(record, "YEAR"),
    authors: authors.length > 0 ? authors : editors,
    venue:
      textAt(record, "periodical", "full-title") ??
      textAt(record, "titles", "secondary-title") ??
      textAt(record, "publisher"),
    doi: textAt(record, "electronic-resource-num"),
    url: urls.find((url) => /^\s*https?:/i.test(url)),
    keywords: find(record, "keywords", "keyword").flatMap((keyword) => textOf(keyword).split(/[;\r\n]/)),
    aliases: [textAt(record, "accession-num")],
    language: textAt(record, "language"),
    volume: textAt(record, "volume"),
    issue: textAt(record, "number"),
    pages: textAt(record, "pages"),
    type: find(record, "ref-type")[0]?.attributes.name,
    fields: [["type", find(record, "ref-type")[0]?.attributes.name ?? ""], ...leafFields(record, LEAVES)],
  };
}

const LEAVES = {
  used: words(
    "accession-num ref-type titles.title title TITLE abstract ABSTRACT dates.year YEAR contributors.authors authors AUTHORS periodical.full-title electronic-resource-num keywords language volume number",
  ),
  known: new Map([
    ["pages", "pages"],
    ["isbn", "issn"],
    ["auth-address", "affiliations"],
  ]),
  bookkeeping:
    /^(?:database|source-app|urls\.pdf-urls\..*|rec-number|foreign-keys\..*|remote-database-name|remote-database-provider|modified-date|added-date)$/,
};
