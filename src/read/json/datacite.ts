import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { memberFields } from "./members.ts";
import { isObject, type JsonObject, member, nameOf, text } from "./value.ts";

/** The parts of a work, which the service's answers wrap in "attributes". */
function attributesOf(item: JsonObject): JsonObject {
  return isObject(item.attributes) ? item.attributes : item;
}

/** Whether an item is a DataCite work (https://schema.datacite.org, as JSON from api.datacite.org or content negotiation). */
export function isDataCite(item: JsonObject): boolean {
  const { titles, creators, doi } = attributesOf(item);
  return Array.isArray(titles) && isObject(titles[0]) && (Array.isArray(creators) || typeof doi === "string");
}

export function dataCiteRecord(item: JsonObject): RawRecord {
  const work = attributesOf(item);
  const objects = (name: string): readonly JsonObject[] => {
    const list = work[name];
    return Array.isArray(list) ? list.filter(isObject) : [];
  };
  const people = (name: string) =>
    objects(name).flatMap(
      ({ familyName: family, givenName: given, name, nameType }) =>
        nameOf({ family, given, [nameType === "Organizational" ? "literal" : "name"]: name }) ?? [],
    );
  const main = objects("titles").filter(({ titleType }) => !titleType || titleType === "Subtitle");
  const creators = people("creators");
  const dates = objects("dates");
  const whole = objects("relatedItems").find(({ relationType }) => relationType === "IsPublishedIn");
  const wholeTitles = isObject(whole?.titles) ? [whole.titles] : whole?.titles;
  return {
    id: text(item.id),
    title: (main.length > 0 ? main : objects("titles")).flatMap(({ title }) => text(title) ?? []).join(": "),
    abstract: objects("descriptions")
      .filter(({ descriptionType }) => descriptionType === "Abstract")
      .flatMap(({ description }) => text(description) ?? [])
      .join(" "),
    // Where a chapter was deposited later, the year of its book.
    year:
      text(whole?.publicationYear) ??
      text(work.publicationYear) ??
      text((dates.find(({ dateType }) => dateType === "Issued") ?? dates[0])?.date),
    authors: creators.length > 0 ? creators : people("contributors"),
    venue:
      text(member(work.container, "title")) ??
      text(member(Array.isArray(wholeTitles) ? wholeTitles[0] : undefined, "title")) ??
      text(work.publisher),
    doi: text(work.doi) ?? text(item.id),
    url: text(work.url),
    keywords: objects("subjects").flatMap(({ subject }) => text(subject) ?? []),
    references: objects("relatedIdentifiers")
      .filter(({ relationType }) => relationType === "References" || relationType === "Cites")
      .flatMap(({ relatedIdentifier }) => text(relatedIdentifier) ?? []),
    citations: text(work.citationCount),
    language: text(work.language),
    volume: text(member(work.container, "volume")) ?? text(whole?.volume),
    issue: text(member(work.container, "issue")) ?? text(whole?.issue),
    pages: text(member(work.container, "firstPage")) ?? text(whole?.firstPage),
    type: text(member(work.types, "resourceTypeGeneral")),
    fields: memberFields(work, MEMBERS),
  };
}

const MEMBERS = {
  used: words(
    "id doi titles creators contributors descriptions publicationYear subjects citationCount language url relatedIdentifiers relatedItems",
  ),
  known: new Map([["types.resourceTypeGeneral", "type"]]),
  bookkeeping:
    /^(?:types\..*|identifiers|alternateIdentifiers|prefix|suffix|xml|contentUrl|metadataVersion|schemaVersion|source|isActive|state|reason|.*(?:Count|OverTime)|created|registered|updated|schemaVersion|providerId|clientId|agency)$/,
};
