import { isVerbatim } from "../../model/entry-types.ts";
import { latexToText } from "../../prose/latex.ts";
import { withFunders } from "../columns/funders.ts";
import type { RawField } from "../record.ts";

const KNOWN: ReadonlyMap<string, string> = new Map([
  ["pages", "pages"],
  ["publisher", "publisher"],
  ["issn", "issn"],
  ["isbn", "isbn"],
  ["affiliation", "affiliations"],
  // Web of Science.
  ["oa", "openAccess"],
  // The entry's own type has the name.
  ["type", "type (2)"],
  // So has the file that a paper is from.
  ["source", "source (2)"],
]);
const LISTS = /^(?:issn|isbn)$/;

/** The type of an entry, and those of its fields that are not used: as text, by their names or the known ones. */
export function entryFields(
  type: string,
  fields: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): RawField[] {
  const rest: RawField[] = [["type", type]];
  for (const [name, raw] of fields) {
    if (used.has(name)) continue;
    const value = (isVerbatim(name) ? raw : latexToText(raw)).trim();
    if (value === "") continue;
    rest.push([
      KNOWN.get(name) ?? name,
      LISTS.test(name) ? value.split(/[;,]/) : name === "affiliation" ? value.split("\n") : value,
      `bibtex:${name}`,
    ]);
  }
  return withFunders(rest, "brackets", "funding-acknowledgement");
}
