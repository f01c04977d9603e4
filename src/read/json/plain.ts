import { splitAuthors } from "../clean/names.ts";
import { type Field, matchFields } from "../fields.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";
import { dateOf, type JsonObject, nameOf, text, texts } from "./value.ts";

/** A record of no known service: members are recognised by their names, as columns are. */
export function plainRecord(item: JsonObject, columns: ReadonlyMap<string, string>): RawRecord | undefined {
  const names = Object.keys(item);
  const fields = matchFields(names, columns);
  const values = (field: Field) => (fields.get(field) ?? []).map((i) => item[names[i]]);
  const first = (field: Field) => {
    for (const value of values(field)) {
      const found = text(value);
      if (found !== undefined && found.trim() !== "") return found;
    }
    return undefined;
  };
  if (!fields.has("title")) return undefined;
  const authors = values("authors")[0] ?? values("fullAuthors")[0];
  const identifiers = names.filter((name) => /^(?:pmid|pmcid|arxiv_?id|arxiv|mag|corpus_?id)$/i.test(name));
  return {
    id: first("id"),
    title: first("title"),
    abstract: first("abstract"),
    year: values("year")
      .map(dateOf)
      .find((year) => year !== undefined && year !== ""),
    authors: Array.isArray(authors)
      ? authors.flatMap((author) => nameOf(author) ?? [])
      : texts(authors, splitAuthors),
    venue: first("venue"),
    doi: first("doi"),
    url: first("url"),
    keywords: [...values("keywords"), ...values("moreKeywords")].flatMap((value) => texts(value, splitList)),
    references: texts(
      values("references")
        .map(referenceValues)
        .find((list) => list.length > 0) ?? [],
      splitReferences,
    ),
    aliases: [
      ...texts(item.aliases),
      ...identifiers.map((name) => {
        const id = text(item[name]);
        return id === undefined
          ? undefined
          : `${name.toLowerCase().replace(/_?id$/, "").replace(/^pm$/, "pmid")}:${id}`;
      }),
    ],
    citations: first("citations"),
    language: first("language"),
  };
}

/** References as strings, DOIs or objects that hold an id. */
function referenceValues(value: unknown): string[] {
  if (typeof value === "string") return splitReferences(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => referenceName(item) ?? []);
}

/** What an element of a reference list names its work by: DOI, id, or the reference as written. */
export function referenceName(item: unknown): string | undefined {
  if (typeof item === "string" || typeof item === "number") return String(item);
  if (typeof item !== "object" || item === null) return undefined;
  const members = item as JsonObject;
  for (const name of [
    "doi",
    "DOI",
    "paperId",
    "id",
    "key",
    "pmid",
    "unstructured",
    "raw",
    "citation",
    "title",
  ]) {
    const found = text(Object.hasOwn(members, name) ? members[name] : undefined);
    if (found !== undefined && found.trim() !== "") return found;
  }
  return undefined;
}
