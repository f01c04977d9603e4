import { type Name, personOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { Emit, RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/**
 * Reads the elements of Zotero's RDF: works, and the journals and books that they are part of, which may stand on
 * their own before or after them. Attachments, notes and collections are no works.
 */
export function zoteroRdf(emit: Emit): { take(element: Element): void; end(): void } {
  const wholes = new Map<string, Element>();
  const waiting: { readonly work: Element; readonly whole: string }[] = [];
  return {
    take(element) {
      const type = textAt(element, "itemType")?.trim();
      if (type === "attachment" || type === "note") return;
      if (type === undefined) {
        if (element.name !== "Collection") wholes.set(element.attributes["rdf:about"] ?? "", element);
        return;
      }
      const part = find(element, "isPartOf").find((one) => one.attributes["rdf:resource"] !== undefined);
      const whole = part?.attributes["rdf:resource"];
      if (whole === undefined || wholes.has(whole)) emit(workRecord(element, wholes.get(whole ?? "")));
      else waiting.push({ work: element, whole });
    },
    end() {
      for (const { work, whole } of waiting) emit(workRecord(work, wholes.get(whole)));
    },
  };
}

function workRecord(work: Element, apart: Element | undefined): RawRecord {
  const inside = find(work, "isPartOf")[0]?.children.find(
    (child): child is Element => typeof child !== "string",
  );
  const whole = apart ?? inside;
  const identifiers = [...find(work, "identifier"), ...find(whole, "identifier")];
  const said = (pattern: RegExp) =>
    identifiers.map((id) => pattern.exec(textOf(id).trim())?.[1]).find(Boolean);
  const authors = people(work, "authors");
  return {
    line: work.line,
    id: work.attributes["rdf:about"],
    title: textAt(work, "title"),
    abstract: textAt(work, "abstract"),
    year: textAt(work, "date") ?? textAt(work, "issued"),
    authors: authors.length > 0 ? authors : people(work, "editors"),
    venue: textAt(whole, "title") ?? textAt(work, "presentedAt", "Conference", "title") ?? publisher(work),
    doi: said(/^DOI:? (\S+)/i) ?? said(/doi\.org\/(10\.\S+)/i),
    url: find(work, "identifier", "URI", "value").map(textOf)[0],
    keywords: find(work, "subject").map((subject) => textOf(subject).trim()),
    language: textAt(work, "language"),
    volume: textAt(work, "volume") ?? textAt(whole, "volume"),
    issue: textAt(work, "number") ?? textAt(whole, "number"),
    pages: textAt(work, "pages"),
    type: textAt(work, "itemType"),
    fields: [
      ["publisher", publisher(work) ?? ""],
      ["issn", identifiers.flatMap((id) => /^ISSN:?\s(.+)/i.exec(textOf(id).trim())?.[1] ?? [])],
      ["isbn", identifiers.flatMap((id) => /^ISBN:?\s(.+)/i.exec(textOf(id).trim())?.[1] ?? [])],
      ["tags", find(work, "subject").map((subject) => textOf(subject).trim())],
      ...leafFields(work, LEAVES),
    ],
  };
}

const LEAVES = {
  used: words("title abstract authors isPartOf identifier subject language volume number publisher link"),
  known: new Map([
    ["itemType", "type"],
    ["pages", "pages"],
  ]),
  bookkeeping: /^(?:dateSubmitted|libraryCatalog)/,
};

function publisher(work: Element): string | undefined {
  return textAt(work, "publisher", "Organization", "name");
}

function people(work: Element, role: "authors" | "editors"): Name[] {
  return find(work, role, "Seq", "li", "Person").map((person) => {
    const family = textAt(person, "surname")?.trim() ?? "";
    const given = (textAt(person, "givenName") ?? textAt(person, "givenname"))?.trim() ?? "";
    return personOf(family, given);
  });
}
