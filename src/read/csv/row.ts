import { splitAuthors } from "../clean/names.ts";
import type { Field } from "../fields.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";
import { wosRecord } from "../wos.ts";
import { cellFields } from "./cells.ts";
import type { Columns } from "./header.ts";

/** Makes a record of the cells of a row. */
export type RowReader = (cells: readonly string[], line: number, record: string) => RawRecord;

/** The reader of the rows under one header: which column holds what is settled once. */
export function rowReader(columns: Columns): RowReader {
  const { tags, fields, service } = columns;
  if (tags !== undefined)
    return (cells, line, record) =>
      wosRecord(
        (tag) => {
          const value = cells[tags.get(tag) ?? -1]?.trim() ?? "";
          if (value === "") return [];
          return /^(?:AU|AF|CA|CR|BE)$/.test(tag) ? value.split(/;\s+/) : [value];
        },
        { line, record },
        tags.keys(),
      );
  const at = (field: Field) => fields.get(field) ?? [];
  const [ids, titles, abstracts, years, venues, dois] = [
    at("id"),
    at("title"),
    at("abstract"),
    at("year"),
    at("venue"),
    at("doi"),
  ];
  const [urls, citations, languages, references] = [
    at("url"),
    at("citations"),
    at("language"),
    at("references"),
  ];
  const [volumes, issues, pages, types] = [at("volume"), at("issue"), at("pages"), at("type")];
  const people =
    service === "scopus-csv"
      ? [...at("fullAuthors"), ...at("authors")]
      : [...at("authors"), ...at("fullAuthors")];
  const words = [...at("keywords"), ...at("moreKeywords")];
  const others = at("alias");
  const rest = cellFields(columns);
  return (cells, line, record) => {
    const doi = firstOf(cells, dois);
    const venue = firstOf(cells, venues);
    const cited = firstOf(cells, references) ?? "";
    return {
      line,
      record,
      id: firstOf(cells, ids) ?? doi,
      title: firstOf(cells, titles),
      abstract: firstOf(cells, abstracts),
      year:
        firstOf(cells, years) ??
        (service === "embase-csv" ? /\((\d{4})\)/.exec(venue ?? "")?.[1] : undefined),
      authors: authorsOf(firstOf(cells, people) ?? "", service),
      venue: service === "embase-csv" ? (venue ?? "").split(/\s\((?:19|20)\d\d\)/, 1)[0] : venue,
      doi,
      url: firstOf(cells, urls),
      keywords: keywordsOf(cells, words),
      references: cited === "" || /^\s*\d+\s*$/.test(cited) ? [] : referencesOf(cited),
      aliases: others.length === 0 ? [] : aliasesOf(cells, others),
      citations: firstOf(cells, citations),
      language: firstOf(cells, languages),
      volume: firstOf(cells, volumes),
      issue: firstOf(cells, issues),
      pages: firstOf(cells, pages),
      type: firstOf(cells, types),
      fields: rest(cells),
    };
  };
}

/** The first cell of these columns that is not blank. */
function firstOf(cells: readonly string[], columns: readonly number[]): string | undefined {
  for (const i of columns) {
    const cell = cells[i];
    if (cell !== undefined && cell !== "" && cell.trim() !== "") return cell;
  }
  return undefined;
}

function keywordsOf(cells: readonly string[], columns: readonly number[]): string[] {
  const words: string[] = [];
  for (const i of columns) {
    const list = cells[i];
    if (list !== undefined && list !== "") words.push(...(pythonList(list) ?? splitList(list)));
  }
  return words;
}

/** Bare numbers among the ids are PubMed's. */
function aliasesOf(cells: readonly string[], columns: readonly number[]): string[] {
  return columns
    .map((i) => cells[i]?.trim() ?? "")
    .filter((id) => id !== "")
    .flatMap((ids) => ids.split(/;\s*/))
    .map((id) => (/^\d{4,9}$/.test(id) ? `pmid:${id}` : id));
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
      .replace(/^null\s+|,\s?null$/g, ""),
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
