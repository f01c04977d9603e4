import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { memberFields } from "./members.ts";
import { dateOf, isObject, type JsonObject, member, nameOf, text, texts } from "./value.ts";

/** Whether an item is a Crossref work: CSL with lists where CSL has texts. */
export function isCrossref(item: JsonObject): boolean {
  return (
    Array.isArray(item.title) &&
    ("DOI" in item || "container-title" in item || "is-referenced-by-count" in item)
  );
}

/** Whether an item is CSL-JSON (https://docs.citationstyles.org; Zotero, Mendeley, Better BibTeX). */
export function isCsl(item: JsonObject): boolean {
  if (ownOf(item) !== undefined) return true;
  const author = Array.isArray(item.author) ? item.author[0] : undefined;
  return (
    "container-title" in item ||
    "citation-key" in item ||
    (isObject(item.issued) && !("authors" in item)) ||
    (isObject(author) && ("family" in author || "literal" in author)) ||
    ("issued" in item && "type" in item)
  );
}

/** What an item of our own says beside what CSL has words for. */
function ownOf(item: JsonObject): JsonObject | undefined {
  const own = member(item.custom, "topograph");
  return isObject(own) ? own : undefined;
}

export function cslRecord(item: JsonObject): RawRecord {
  const record = plainCslRecord(item);
  const own = ownOf(item);
  if (own === undefined) return record;
  const { pages, type = record.type } = own.fields && isObject(own.fields) ? own.fields : {};
  return {
    ...record,
    id: text(own.id) ?? record.id,
    keywords: texts(own.keywords),
    references: texts(own.references),
    aliases: texts(own.aliases),
    citations: text(own.citations),
    pages: text(pages) ?? record.pages,
    type: text(type),
    // Volume and issue are the record's own.
    fields: isObject(own.fields)
      ? memberFields(own.fields, { used: words("volume issue"), known: new Map([["source", "source"]]) })
      : [],
  };
}

function plainCslRecord(item: JsonObject): RawRecord {
  const title = text(item.title);
  const subtitle = text(item.subtitle);
  const names = Array.isArray(item.author) ? item.author : Array.isArray(item.editor) ? item.editor : [];
  return {
    id: text(item.id) ?? text(item["citation-key"]) ?? text(item.DOI),
    title: title !== undefined && subtitle ? `${title}: ${subtitle}` : title,
    abstract: text(item.abstract),
    year: [
      item.issued,
      item["published-print"],
      item["published-online"],
      item.published,
      item.created,
      item["original-date"],
    ]
      .map(dateOf)
      .find((date) => date !== undefined && date !== ""),
    authors: names.flatMap((name) => nameOf(name) ?? []),
    venue: text(item["container-title"]) ?? text(item["event-title"]) ?? text(item["collection-title"]),
    doi: text(item.DOI),
    url: text(item.URL),
    keywords: [...texts(item.keyword, (all) => all.split(/[;,]/)), ...texts(item.subject)],
    references: (Array.isArray(item.reference) ? item.reference : []).flatMap(
      (r) => crossrefReference(r) ?? [],
    ),
    aliases: [prefixed("pmid", item.PMID), prefixed("pmcid", item.PMCID)],
    citations: text(item["is-referenced-by-count"]),
    language: text(item.language),
    volume: text(item.volume),
    issue: text(item.issue),
    pages: text(item.page) ?? text(item["article-number"]),
    type: text(item.type),
    fields: [
      ["affiliations", [...new Set(names.flatMap((name) => texts(member(name, "affiliation"))))]],
      ...memberFields(item, isCrossref(item) ? CROSSREF : CSL),
    ],
  };
}

const USED =
  "id citation-key title subtitle abstract author container-title DOI URL keyword subject reference PMID PMCID is-referenced-by-count language volume issue";
const KNOWN = new Map([
  ["page", "pages"],
  ["ISSN", "issn"],
  ["ISBN", "isbn"],
  ["funder", "funders"],
]);
const CSL = { used: words(USED), known: KNOWN };
const CROSSREF = {
  used: words(USED),
  known: KNOWN,
  bookkeeping:
    /^(?:indexed|created|deposited|published.*|prefix|member|content-domain|link|score|relation|references?-count|resource|issn-type|isbn-type|update-policy|license|assertion|source|short-container-title|original-title|short-title|alternative-id|archive|journal-issue)(?:\.|$)/,
};

function prefixed(prefix: string, value: unknown): string | undefined {
  const id = text(value);
  return id === undefined ? undefined : `${prefix}:${id}`;
}

/** A Crossref reference: its DOI, else as it was printed, else its parts in the order of a printed reference. */
function crossrefReference(reference: unknown): string | undefined {
  if (!isObject(reference)) return undefined;
  const doi = text(reference.DOI);
  if (doi !== undefined) return doi;
  const printed = text(reference.unstructured);
  if (printed !== undefined) return printed;
  const parts = [
    "author",
    "article-title",
    "volume-title",
    "series-title",
    "journal-title",
    "volume",
    "year",
  ].flatMap((name) => text(reference[name]) ?? []);
  return parts.length > 0 ? parts.join(", ") : undefined;
}
