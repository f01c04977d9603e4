import { splitAuthors } from "../clean/names.ts";
import type { Field } from "../fields.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";
import { wosRecord } from "../wos.ts";
import type { Columns } from "./header.ts";

/** A row as a record, by the columns of its header. */
export function rowRecord(cells: readonly string[], columns: Columns): RawRecord {
  const { tags } = columns;
  if (tags !== undefined)
    return wosRecord((tag) => {
      const value = cells[tags.get(tag) ?? -1]?.trim() ?? "";
      if (value === "") return [];
      return /^(?:AU|AF|CR|BE)$/.test(tag) ? value.split(/;\s+/) : [value];
    }, {});
  const all = (field: Field) =>
    (columns.fields.get(field) ?? []).map((i) => cells[i] ?? "").filter((value) => value.trim() !== "");
  const first = (field: Field): string | undefined => all(field)[0];
  const people =
    columns.service === "scopus-csv"
      ? (first("fullAuthors") ?? first("authors"))
      : (first("authors") ?? first("fullAuthors"));
  const pubmed = (columns.fields.get("alias") ?? [])
    .map((i) => cells[i]?.trim() ?? "")
    .filter((id) => id !== "");
  const source = columns.service === "embase-csv" ? (first("venue") ?? "") : undefined;
  return {
    id: first("id") ?? first("doi"),
    title: first("title"),
    abstract: first("abstract"),
    year: first("year") ?? /\((\d{4})\)/.exec(source ?? "")?.[1],
    authors: authorsOf(people ?? "", columns.service),
    venue: source === undefined ? first("venue") : source.split(/\s\((?:19|20)\d\d\)/, 1)[0],
    doi: first("doi"),
    url: first("url"),
    keywords: [...all("keywords"), ...all("moreKeywords")].flatMap(
      (list) => pythonList(list) ?? splitList(list),
    ),
    references: /^\d+$/.test(first("references")?.trim() ?? "")
      ? []
      : referencesOf(first("references") ?? ""),
    aliases: pubmed
      .flatMap((ids) => ids.split(/;\s*/))
      .map((id) => (/^\d{4,9}$/.test(id) ? `pmid:${id}` : id)),
    citations: first("citations"),
    language: first("language"),
  };
}

function referencesOf(cell: string): string[] {
  return pythonList(cell) ?? splitReferences(cell);
}

function authorsOf(cell: string, service: string): string[] {
  const list = pythonList(cell);
  if (list !== undefined) return list;
  // Scopus puts the author's number after the name, IEEE and others use semicolons.
  if (service === "springer-csv") return splitJoined(cell);
  // Embase: "Liu R., Adler D.G.": surname and initials are one name, commas stand between names.
  if (service === "embase-csv") return cell.split(/,\s*/);
  if (service === "pop-csv") return cell.split(/,\s*/).filter((name) => name !== "..." && name !== "…");
  return splitAuthors(cell).map((name) =>
    name
      .trim()
      .slice(0, 1000)
      .replace(/\s?\(\d{6,}\)$/, "")
      .replace(/^null\s+/, ""),
  );
}

/** SpringerLink runs names together: "Vivek K. PallipuramMohammad Bhuiyan"; "McCoy" and "LeCun" stay whole. */
function splitJoined(cell: string): string[] {
  return cell
    .replace(/(\p{Ll}|\p{Ll}\.|\))(?=\p{Lu}\p{Ll}*)/gu, (all, _c, at: number) => {
      const word = /[\p{L}'’.-]*$/u.exec(cell.slice(0, at + all.length))?.[0] ?? "";
      return /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O'|D'|Fitz|St|El|Al|Ben)$/.test(word) || word.endsWith(".")
        ? all
        : `${all}\u0001`;
    })
    .split("\u0001");
}

/** A list as Python prints it: "['Marx, Karl', 'Lindgren, Astrid']"; undefined for other cells. */
function pythonList(cell: string): string[] | undefined {
  const trimmed = cell.trim();
  if (!/^\[\s{0,9}['"]/.test(trimmed) || !/['"]\s{0,9}\]$/.test(trimmed.slice(-20))) return undefined;
  return Array.from(
    trimmed.slice(1, -1).matchAll(/'((?:[^'\\]|\\.){0,2000})'|"((?:[^"\\]|\\.){0,2000})"/g),
    (match) => match[1] ?? match[2],
  );
}
