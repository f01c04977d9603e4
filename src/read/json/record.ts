import { decodeNames, namesOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { RawField, RawRecord } from "../record.ts";
import { cslRecord, isCrossref, isCsl } from "./csl.ts";
import { dataCiteRecord, isDataCite } from "./datacite.ts";
import { memberFields } from "./members.ts";
import { isOpenAlex, openAlexRecord } from "./openalex.ts";
import { plainRecord } from "./plain.ts";
import { isSemanticScholar, semanticScholarRecord } from "./semantic-scholar.ts";
import { isObject, type JsonObject, nameOf, text, texts } from "./value.ts";

/** Kinds of JSON records that are told apart, one by one: a file may mix them. */
export type Dialect =
  | "openalex"
  | "semantic-scholar"
  | "crossref"
  | "datacite"
  | "csl"
  | "zotero-api"
  | "map"
  | "json";

/** Which service wrote this item. */
export function dialectOf(item: JsonObject): Dialect {
  if (isDataCite(item)) return "datacite";
  if (isObject(item.attributes) && "key" in item) return "map";
  if (isObject(item.data) && "key" in item && "title" in item.data) return "zotero-api";
  if (isOpenAlex(item)) return "openalex";
  if (isCrossref(item)) return "crossref";
  if (isSemanticScholar(item)) return "semantic-scholar";
  return isCsl(item) ? "csl" : "json";
}

/** The record in a JSON item; undefined where nothing in it looks like a title. */
export function jsonRecord(item: JsonObject, columns: ReadonlyMap<string, string>): RawRecord | undefined {
  switch (dialectOf(item)) {
    case "openalex":
      return openAlexRecord(item);
    case "semantic-scholar":
      return semanticScholarRecord(item);
    case "crossref":
    case "csl":
      return cslRecord(item);
    case "datacite":
      return dataCiteRecord(item);
    case "zotero-api":
      return zoteroRecord(item.data as JsonObject);
    case "map":
      return mapNode(item.attributes as JsonObject);
    case "json": {
      const inner = wrapped(item);
      return inner === undefined ? plainRecord(item, columns) : jsonRecord(inner, columns);
    }
  }
}

/** Elasticsearch hits, lists of recommendations or citations, and answers for one work wrap the record in one member. */
export function wrapped(item: JsonObject): JsonObject | undefined {
  if ("title" in item || "Title" in item) return undefined;
  for (const name of [
    "_source",
    "paper",
    "citedPaper",
    "citingPaper",
    "work",
    "document",
    "item",
    "message",
    "data",
  ]) {
    const inner = item[name];
    if (isObject(inner) && Object.hasOwn(item, name)) return inner;
  }
  return undefined;
}

function zoteroRecord(data: JsonObject): RawRecord {
  const tags = (Array.isArray(data.tags) ? data.tags : []).flatMap(
    (tag) => text(isObject(tag) ? tag.tag : tag) ?? [],
  );
  return {
    id: text(data.key),
    title: text(data.title),
    abstract: text(data.abstractNote),
    year: text(data.date),
    authors: (Array.isArray(data.creators) ? data.creators : []).flatMap((creator) => nameOf(creator) ?? []),
    venue: text(data.publicationTitle) || text(data.proceedingsTitle) || text(data.bookTitle),
    doi: text(data.DOI),
    url: text(data.url),
    keywords: tags,
    language: text(data.language),
    volume: text(data.volume),
    issue: text(data.issue),
    pages: text(data.pages),
    type: text(data.itemType),
    fields: memberFields({ ...data, tags }, ZOTERO),
  };
}

const ZOTERO = {
  used: words(
    "key title abstractNote creators publicationTitle proceedingsTitle bookTitle DOI url language volume issue",
  ),
  known: new Map([
    ["itemType", "type"],
    ["ISSN", "issn"],
    ["ISBN", "isbn"],
  ]),
  bookkeeping: /^(?:version|relations|dateModified|accessDate|libraryCatalog)$/,
};

function mapNames(node: JsonObject): { authors: readonly string[]; names?: readonly string[] } {
  const authors = texts(node.authors);
  const names = Array.isArray(node.names) ? decodeNames(node.names.filter(isObject), authors) : undefined;
  return { authors, ...(names ? { names } : {}) };
}

/** A node of a saved map, or of any graphology graph of papers. */
function mapNode(node: JsonObject): RawRecord {
  return {
    id: text(node.id),
    // Beside a title the label is another name for the paper.
    title: text(node.title) ?? text(node.label),
    abstract: text(node.abstract),
    year: text(node.year),
    authors: namesOf(mapNames(node)),
    venue: text(node.venue),
    doi: text(node.doi),
    url: text(node.url),
    keywords: texts(node.keywords),
    references: texts(node.references),
    aliases: texts(node.aliases),
    citations: text(node.citations),
    language: text(node.language),
    fields: mapFields(node),
  };
}

const MAP = {
  used: words(
    "id identity label title abstract year authors names venue doi url keywords references aliases citations language topic subtopic leaf runnerUp confidence x y size color terms concepts degree weightedDegree betweenness clustering component pageRank fields",
  ),
  known: new Map([["source", "source"]]),
};

/** The fields of a saved map's paper, and attributes that other programs gave it. */
function mapFields(node: JsonObject): RawField[] {
  const own = isObject(node.fields) ? memberFields(node.fields, { used: new Set(), known: MAP.known }) : [];
  return [...own, ...memberFields(node, MAP)];
}
