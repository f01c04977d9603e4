import { personOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/** An entry of arXiv's Atom feed (or any Atom feed of papers). */
export function atomRecord(entry: Element): RawRecord {
  const id = textAt(entry, "id")?.trim();
  const arxiv = /arxiv\.org\/abs\/([^\s?#]+?)(?:v\d+)?$/i.exec(id ?? "")?.[1];
  const link = find(entry, "link").find((l) => l.attributes.rel === "alternate")?.attributes.href;
  return {
    id: arxiv === undefined ? id : `arXiv:${arxiv}`,
    title: textAt(entry, "title"),
    abstract: textAt(entry, "summary") ?? textAt(entry, "content"),
    year: textAt(entry, "published") ?? textAt(entry, "updated"),
    authors: find(entry, "author").flatMap((author) => textAt(author, "name") ?? []),
    venue: textAt(entry, "journal_ref") ?? (arxiv === undefined ? undefined : "arXiv"),
    doi: textAt(entry, "doi"),
    url: link ?? id,
    keywords: find(entry, "category").flatMap((category) => category.attributes.term ?? []),
    aliases: [arxiv === undefined ? undefined : `arxiv:${arxiv}`],
    fields: [
      ["affiliations", find(entry, "author").flatMap((author) => find(author, "affiliation").map(textOf))],
      ...leafFields(entry, ENTRY),
    ],
  };
}

const ENTRY = {
  used: words("id title summary content author link category primary_category journal_ref doi"),
  known: new Map<string, string>(),
};
const METADATA = {
  used: words("id title abstract description authors creator journal-ref doi categories subject language"),
  known: new Map<string, string>(),
};

/** A record of arXiv's OAI-PMH answers, in any of its metadata forms (arXiv, arXivRaw, Dublin Core). */
export function arxivOaiRecord(record: Element): RawRecord | undefined {
  const metadata = find(record, "metadata")[0]?.children.find(
    (child): child is Element => typeof child !== "string",
  );
  if (metadata === undefined) return undefined;
  const id = textAt(metadata, "id")?.trim();
  const identifiers = find(metadata, "identifier").map(textOf);
  const people = find(metadata, "authors", "author").map((author) => {
    const given = textAt(author, "forenames");
    const family = textAt(author, "keyname") ?? textOf(author);
    return given === undefined ? family : personOf(family, given, "", textAt(author, "suffix"));
  });
  const listed = people.length > 0 ? people : find(metadata, "creator").map(textOf);
  const arxiv = id ?? /arxiv\.org\/abs\/(\S+)/i.exec(identifiers.join(" "))?.[1];
  return {
    id: arxiv === undefined ? textAt(record, "header", "identifier") : `arXiv:${arxiv}`,
    title: textAt(metadata, "title"),
    abstract: textAt(metadata, "abstract") ?? textAt(metadata, "description"),
    year: textAt(metadata, "created") ?? textAt(metadata, "date") ?? textAt(metadata, "version", "date"),
    authors: listed.length > 0 ? listed : (textAt(metadata, "authors") ?? "").split(/,\s*|\s+and\s+/),
    venue:
      textAt(metadata, "journal-ref") ??
      textAt(metadata, "source") ??
      (arxiv === undefined ? undefined : "arXiv"),
    doi: textAt(metadata, "doi") ?? identifiers.find((identifier) => /10\.\d{4,9}\//.test(identifier)),
    url:
      arxiv === undefined ? identifiers.find((i) => i.startsWith("http")) : `https://arxiv.org/abs/${arxiv}`,
    keywords: [
      ...(textAt(metadata, "categories")?.split(/\s+/) ?? []),
      ...find(metadata, "subject").map(textOf),
    ],
    aliases: [arxiv === undefined ? undefined : `arxiv:${arxiv}`],
    language: textAt(metadata, "language"),
    fields: leafFields(metadata, METADATA),
  };
}
