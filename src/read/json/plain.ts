import type { Name } from "../../model/name.ts";
import { splitAuthors } from "../clean/names.ts";
import { knownFields, usedColumns } from "../columns/known.ts";
import { FIELDS, type Field, matchFields } from "../fields.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";
import { type Members, memberFields } from "./members.ts";
import { dateOf, type JsonObject, nameOf, text, texts } from "./value.ts";

/** Which members of an item stand for which field, best first. */
interface Plan {
  readonly fields: ReadonlyMap<Field, readonly number[]>;
  readonly names: Readonly<Record<Field, readonly string[]>>;
  /** Members whose name says what kind of id they hold. */
  readonly identifiers: readonly string[];
  readonly members: Members;
}

const IDENTIFIER = /^(?:pmid|pmcid|arxiv_?id|arxiv|mag|corpus_?id)$/i;
let last: Plan | undefined;

/** Items of one file have the same members, one after the other: what they mean is settled once. */
function planOf(item: JsonObject, columns: ReadonlyMap<string, string>): Plan {
  const names = Object.keys(item);
  const fields = matchFields(names, columns);
  if (last?.fields === fields) return last;
  const of = (field: Field) => (fields.get(field) ?? []).map((i) => names[i]);
  last = {
    fields,
    names: Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Record<Field, string[]>,
    identifiers: names.filter((name) => IDENTIFIER.test(name)),
    members: {
      used: new Set(Array.from(usedColumns(fields), (i) => names[i])),
      known: new Map([...knownFields(names)].map(([i, name]) => [names[i], name])),
    },
  };
  return last;
}

/** A record of no known service: members are recognised by their names, as columns are. */
export function plainRecord(item: JsonObject, columns: ReadonlyMap<string, string>): RawRecord | undefined {
  const { names, identifiers, members } = planOf(item, columns);
  if (names.title.length === 0) return undefined;
  const first = (field: Field) => firstText(item, names[field]);
  const authors = item[names.authors[0] ?? names.fullAuthors[0] ?? ""];
  return {
    id: first("id"),
    title: first("title"),
    abstract: first("abstract"),
    year: firstDate(item, names.year),
    authors: Array.isArray(authors) ? namesOf(authors) : texts(authors, splitAuthors),
    venue: first("venue"),
    doi: first("doi"),
    url: first("url"),
    keywords: [...names.keywords, ...names.moreKeywords].flatMap((name) => texts(item[name], splitList)),
    references: firstReferences(item, names.references),
    aliases:
      identifiers.length === 0 && names.alias.length === 0
        ? []
        : [...texts(item.aliases), ...identifiers.map((name) => identifier(name, item[name]))],
    citations: first("citations"),
    language: first("language"),
    volume: first("volume"),
    issue: first("issue"),
    pages: first("pages"),
    type: first("type"),
    fields: memberFields(item, members),
  };
}

function firstText(item: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = text(item[name]);
    if (found !== undefined && found !== "" && found.trim() !== "") return found;
  }
  return undefined;
}

function firstDate(item: JsonObject, names: readonly string[]): string | number | undefined {
  for (const name of names) {
    const found = dateOf(item[name]);
    if (found !== undefined && found !== "") return found;
  }
  return undefined;
}

function namesOf(people: readonly unknown[]): (string | Name)[] {
  const out: (string | Name)[] = [];
  for (const person of people) {
    const name = typeof person === "string" ? person : nameOf(person);
    if (name !== undefined) out.push(name);
  }
  return out;
}

function firstReferences(item: JsonObject, names: readonly string[]): string[] {
  for (const name of names) {
    const found = referenceValues(item[name]);
    if (found.length > 0) return found;
  }
  return [];
}

function identifier(name: string, value: unknown): string | undefined {
  const id = text(value);
  const kind = name.toLowerCase().replace("_", "");
  return id === undefined ? undefined : `${kind === "arxivid" ? "arxiv" : kind}:${id}`;
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
