import { withFunders } from "./columns/funders.ts";
import { onOneLine } from "./columns/tags.ts";
import { BOOKKEEPING, type RawField, type RawRecord } from "./record.ts";

/**
 * A Web of Science record from its two-letter tags, whether they came as lines or as columns.
 * @param all the values of a tag, trimmed, without blank ones
 * @param tags those that there are
 */
export function wosRecord(
  all: (tag: string) => readonly string[],
  where: Pick<RawRecord, "line" | "record">,
  tags: Iterable<string>,
): RawRecord {
  const first = (...tags: readonly string[]) => tags.flatMap((tag) => all(tag))[0];
  const people = all("AF").length > 0 ? all("AF") : all("AU");
  const authors = [...people, ...all("CA").map((literal) => ({ literal }))];
  const year = first("PY", "EA", "PD", "CY");
  const keywords = [...all("DE"), ...all("ID")].flatMap((list) => list.split(";")).map((word) => word.trim());
  return {
    ...where,
    id: first("UT", "DI"),
    title: first("TI"),
    abstract: first("AB"),
    year,
    authors: authors.length > 0 ? authors : all("BE"),
    venue: first("SO", "SE", "J9", "CT"),
    // D2 is the DOI of the book that a chapter stands in.
    doi: first("DI") ?? (/^book$/i.test(first("DT") ?? "") ? first("D2") : undefined),
    keywords: keywords.map((word) => (/^[^a-z]{4,}$/.test(word) ? word.toLowerCase() : word)),
    references: all("CR"),
    aliases: [
      citedForm(all("AU")[0], year, first("J9", "JI", "SO"), first("VL"), first("BP"), first("AR")),
      pubmed(first("PM")),
    ],
    citations: first("TC", "Z9"),
    language: first("LA"),
    volume: first("VL"),
    issue: first("IS"),
    pages: first("BP", "AR"),
    type: first("PT") === "J" ? "journal-article" : first("DT"),
    fields: wosFields(all, tags),
  };
}

/** Tags that a paper is made of, in any record. */
const USED: ReadonlySet<string> = new Set(
  "PT AU AF CA TI SO AB DE ID DI CR TC LA VL IS PY BP EP AR UT PM ER EF FN VR".split(" "),
);
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["C1", "affiliations"],
  ["C3", "institutions"],
  ["DT", "type"],
  ["PU", "publisher"],
  ["SN", "issn"],
  ["EI", "issn"],
  ["BN", "isbn"],
  ["FO", "funders"],
  ["OA", "openAccess"],
]);
/** What stands between semicolons in one value. */
const JOINED = /^(?:WC|SC|FO|C3|BN|DT)$/;

/** The other tags, by their names or the known ones. A list of lines is one text in a tag of text. */
function wosFields(all: (tag: string) => readonly string[], tags: Iterable<string>): RawField[] {
  const pages = [all("BP")[0], all("EP")[0]].filter((page) => page !== undefined).join("-");
  const fields: RawField[] = [["pages", pages || (all("AR")[0] ?? "")]];
  const issn: string[] = [];
  for (const tag of tags) {
    if (USED.has(tag)) continue;
    const values = all(tag).map(onOneLine);
    const name = KNOWN.get(tag) ?? tag;
    if (name === "issn") issn.push(...values);
    else if (values.length > 0)
      fields.push([
        name,
        tag === "C1"
          ? values.flatMap(addresses)
          : JOINED.test(tag)
            ? values.join(" ").split(/;\s*/)
            : values.join(" "),
        tag === "GA" || tag === "DA" ? BOOKKEEPING : undefined,
      ]);
  }
  if (issn.length > 0) fields.push(["issn", issn]);
  return withFunders(fields, "brackets", "FU");
}

/** In tables all addresses stand in one cell: "[Doe, J; Roe, R] Univ A, Oslo, Norway; [Poe, P] Univ B, Rome, Italy". */
function addresses(value: string): string[] {
  return value.split(/;\s*(?=\[)/).flatMap((one) => (one.includes("[") ? [one] : one.split(/;\s*/)));
}

function pubmed(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `pmid:${id}`;
}

/** How other records of Web of Science cite this one: "Sun ZW, 2016, J POLYM SCI POL PHYS, V54, P980". */
function citedForm(
  author: string | undefined,
  year: string | undefined,
  source: string | undefined,
  volume: string | undefined,
  page: string | undefined,
  article: string | undefined,
): string | undefined {
  const date = year?.match(/\d{4}/)?.[0];
  if (author === undefined || date === undefined || source === undefined) return undefined;
  const parts = [author.replace(",", ""), date, source];
  if (volume !== undefined) parts.push(`V${volume}`);
  if (page !== undefined) parts.push(`P${page}`);
  else if (article !== undefined) parts.push(`ARTN ${article.replace(/^(?:UNSP|ARTN|e)\s*/i, "")}`);
  return parts.join(", ");
}
