import { FIELDS, type Field, foldName } from "../fields.ts";

/** Fields that have one name in all formats. */
export type KnownField =
  | "affiliations"
  | "institutions"
  | "countries"
  | "type"
  | "pages"
  | "publisher"
  | "issn"
  | "isbn"
  | "funders"
  | "openAccess"
  | "collections"
  | "tags";

/** Of these a paper may have several. */
export const LIST_FIELDS: ReadonlySet<string> = new Set([
  "affiliations",
  "institutions",
  "countries",
  "issn",
  "isbn",
  "funders",
  "collections",
  "tags",
]);

/** Numbers in these name something. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
  "type",
  "pages",
  "publisher",
  "openAccess",
  "source",
  "group",
  "eprint",
  "version",
]);

/** Names of columns and members, folded, best first. */
const NAMES: Readonly<Record<KnownField, string>> = {
  affiliations:
    "affiliations authorswithaffiliations authoraffiliations authoraffiliation affiliation addresses authoraddress authoraddresses",
  institutions: "institutions institutionnames",
  countries: "countries",
  type: "documenttype itemtype publicationtype referencetype typeofreference contenttype documentidentifier type",
  pages: "pages page",
  publisher: "publisher",
  issn: "issn issns printissn",
  isbn: "isbn isbns",
  funders: "funders fundingdetails funder funding fundinginformation",
  openAccess: "openaccess openaccessstatus openaccesscolour oastatus",
  collections: "collections",
  tags: "manualtags tags",
};

/** Which of some names is which known field: for each the best of its names. */
export function knownFields(names: readonly string[]): ReadonlyMap<number, KnownField> {
  const folded = names.map(foldName);
  const found = new Map<number, KnownField>();
  for (const [field, list] of Object.entries(NAMES) as [KnownField, string][])
    for (const name of list.split(" ")) {
      const at = folded.indexOf(name);
      if (at < 0) continue;
      found.set(at, field);
      break;
    }
  return found;
}

/** Fields of a paper to which all columns of the name give. */
const SHARED: ReadonlySet<Field> = new Set(["authors", "fullAuthors", "keywords", "moreKeywords", "alias"]);
/** Those that a paper has as fields only. */
const APART: ReadonlySet<Field> = new Set(["pages", "type"]);

/** Which columns a paper is made of; where only one gives, a second of them is a field of its own. */
export function usedColumns(columns: ReadonlyMap<Field, readonly number[]>): Set<number> {
  const used = FIELDS.filter((field) => !APART.has(field)).flatMap((field) => {
    const own = columns.get(field) ?? [];
    return SHARED.has(field) ? own : own.slice(0, 1);
  });
  return new Set(used);
}

/** Paths or names out of one text, for tables. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Columns and attributes of our own tables and graphs that are found anew, or stand in another one. */
export const OWN_COLUMNS = words(
  "Id Label label topic topic_name subtopic subtopic_name confidence identity terms concepts x y size r g b color degree weightedDegree betweenness clustering component pageRank",
);
