import type { Paper } from "../model/paper.ts";
import type { Cells } from "./parquet-reader.ts";
import { textIn, textsIn } from "./points.ts";
import { restOf } from "./rest.ts";

/** What `texts` has of a paper: all but abstract and year, with its terms and concepts. */
export interface PaperTexts extends Omit<Paper, "abstract" | "year"> {
  readonly terms: readonly string[];
  readonly concepts: readonly string[];
}

/** The columns that `paperTexts` reads, and the one that says where links are: they come by one request. */
export const TEXT_COLUMNS = [
  "row",
  "identity",
  "id",
  "title",
  "authors",
  "venue",
  "doi",
  "url",
  "keywords",
  "terms",
  "concepts",
  "language",
  "citations",
  "references",
  "aliases",
  "names",
  "rest",
  "edgeGroups",
] as const;

/** Those of them that lists show: of a row group less than half of what all are. */
export const BRIEF_COLUMNS = [
  "identity",
  "id",
  "title",
  "authors",
  "venue",
  "doi",
  "citations",
  "rest",
] as const;

/** One paper out of columns, by their names. A folder may come from anywhere: addresses are http or https. */
export function paperTexts(
  columns: readonly Cells[],
  row: number,
  order: readonly string[] = TEXT_COLUMNS,
): PaperTexts {
  const cells = new Map<string, unknown>(order.map((name, k) => [name, columns[k]?.[row]]));
  for (const [name, value] of restOf(cells.get("rest")).values) cells.set(name, value);
  const text = (name: string) => textIn(cells.get(name)) ?? "";
  const texts = (name: string) => textsIn(cells.get(name));
  const optional = (name: "venue" | "doi" | "url" | "language") => (text(name) ? { [name]: text(name) } : {});
  const [authors, names] = [texts("authors"), texts("names")];
  const citations = cells.get("citations");
  return {
    identity: text("identity"),
    id: text("id"),
    title: text("title"),
    authors,
    ...(names.length > 0 && names.length === authors.length ? { names } : {}),
    ...optional("venue"),
    ...optional("doi"),
    ...(/^https?:\/\//i.test(text("url")) ? optional("url") : {}),
    ...optional("language"),
    ...(typeof citations === "number" ? { citations } : {}),
    keywords: texts("keywords"),
    references: texts("references"),
    aliases: texts("aliases"),
    terms: texts("terms"),
    concepts: texts("concepts"),
  };
}
