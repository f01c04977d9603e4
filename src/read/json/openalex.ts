import { words } from "../columns/known.ts";
import type { RawField, RawRecord } from "../record.ts";
import { memberFields } from "./members.ts";
import { at, type JsonObject, member, text, texts } from "./value.ts";

/** Whether an item is an OpenAlex work (https://docs.openalex.org/api-entities/works/work-object). */
export function isOpenAlex(item: JsonObject): boolean {
  return (
    "abstract_inverted_index" in item ||
    "referenced_works" in item ||
    /^https:\/\/openalex\.org\/W/i.test(text(item.id) ?? "")
  );
}

export function openAlexRecord(item: JsonObject): RawRecord {
  const pubmed = /\d+/.exec(text(at(item, "ids", "pmid")) ?? "")?.[0];
  return {
    id: text(item.id),
    title: text(item.title) ?? text(item.display_name),
    abstract: text(item.abstract) ?? invertedAbstract(item.abstract_inverted_index),
    year: text(item.publication_year) ?? text(item.publication_date),
    authors: (Array.isArray(item.authorships) ? item.authorships : []).flatMap(
      (a) => text(at(a, "author", "display_name")) ?? text(member(a, "raw_author_name")) ?? [],
    ),
    venue:
      text(at(item, "primary_location", "source", "display_name")) ??
      text(at(item, "host_venue", "display_name")),
    doi: text(item.doi) ?? text(at(item, "ids", "doi")),
    url: text(at(item, "primary_location", "landing_page_url")) ?? text(item.id),
    keywords: texts(item.keywords),
    references: texts(item.referenced_works),
    aliases: [pubmed === undefined ? undefined : `pmid:${pubmed}`],
    citations: text(item.cited_by_count),
    language: text(item.language),
    volume: text(at(item, "biblio", "volume")),
    issue: text(at(item, "biblio", "issue")),
    pages: text(at(item, "biblio", "first_page")),
    fields: openAlexFields(item),
  };
}

const MEMBERS = {
  used: words(
    "id doi title display_name abstract publication_year publication_date authorships primary_location host_venue keywords referenced_works cited_by_count language biblio abstract_inverted_index type open_access.oa_status grants ids.openalex ids.doi ids.pmid",
  ),
  known: new Map<string, string>(),
  bookkeeping:
    /^(?:ids\.mag|counts_by_year|.*_date|related_works|locations|alternate_host_venues|best_oa_location|corresponding_.*|.*_url|has_.*|fulltext_origin|indexed_in|.*_count|primary_topic|abstract_.*|title_.*)$/,
};

/** What OpenAlex says of institutions, countries and the like, and all else that it says. */
function openAlexFields(item: JsonObject): RawField[] {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const each = (values: readonly unknown[], ...path: readonly string[]) => [
    ...new Set(values.flatMap((value) => text(at(value, ...path)) ?? [])),
  ];
  const authorships = list(item.authorships);
  const institutions = authorships.flatMap((one) => list(member(one, "institutions")));
  const countries = authorships
    .flatMap((one) => list(member(one, "countries")))
    .flatMap((code) => text(code) ?? []);
  const source = at(item, "primary_location", "source") ?? item.host_venue;
  const [first, last] = [text(at(item, "biblio", "first_page")), text(at(item, "biblio", "last_page"))];
  const fields: (readonly [string, string | readonly string[] | undefined])[] = [
    ["type", text(item.type)],
    ["pages", [first, last === first ? undefined : last].filter(Boolean).join("-")],
    ["affiliations", [...new Set(authorships.flatMap((one) => affiliationsOf(one)))]],
    ["institutions", each(institutions, "display_name")],
    ["ror", each(institutions, "ror")],
    ["countries", [...new Set([...countries, ...each(institutions, "country_code")])]],
    ["orcid", each(authorships, "author", "orcid")],
    ["publisher", text(member(source, "host_organization_name")) ?? text(member(source, "publisher"))],
    ["issn", list(member(source, "issn")).flatMap((one) => text(one) ?? [])],
    ["funders", each([...list(item.grants), ...list(item.funders)], "funder_display_name")],
    ["openAccess", text(at(item, "open_access", "oa_status"))],
    ["publication_date", text(item.publication_date)],
  ];
  return [
    ...fields.flatMap(([name, value]): RawField[] =>
      value === undefined || value.length === 0 ? [] : [[name, value]],
    ),
    ...memberFields(item, MEMBERS),
  ];
}

function affiliationsOf(authorship: unknown): string[] {
  const several = member(authorship, "raw_affiliation_strings");
  if (Array.isArray(several)) return several.flatMap((one) => text(one) ?? []);
  const one = text(member(authorship, "raw_affiliation_string"));
  return one === undefined ? [] : [one];
}

const LONGEST_GAP = 100_000;

/** The abstract of a word → positions table. Positions are only sorted, never used as array sizes. */
function invertedAbstract(index: unknown): string | undefined {
  if (typeof index !== "object" || index === null) return undefined;
  const words: [number, string][] = [];
  for (const [word, positions] of Object.entries(index))
    for (const position of Array.isArray(positions) ? positions : [])
      if (Number.isInteger(position) && position >= 0 && position < LONGEST_GAP * 10)
        words.push([position, word]);
  if (words.length === 0) return undefined;
  words.sort((a, b) => a[0] - b[0]);
  return words.map(([, word]) => word).join(" ");
}
