import type { RawRecord } from "../record.ts";
import { at, type JsonObject, member, text, texts } from "./value.ts";

/** Whether an item is an OpenAlex work (https://docs.openalex.org/api-entities/works/work-object). */
export function isOpenAlex(item: JsonObject): boolean {
  return (
    "abstract_inverted_index" in item ||
    "referenced_works" in item ||
    /^https:\/\/openalex\.org\/W/i.test(text(item.id) ?? "")
  );
}

export function openAlexRecord(item: JsonObject): RawRecord {
  const pubmed = /\d+/.exec(text(at(item, "ids", "pmid")) ?? "")?.[0];
  return {
    id: text(item.id),
    title: text(item.title) ?? text(item.display_name),
    abstract: text(item.abstract) ?? invertedAbstract(item.abstract_inverted_index),
    year: text(item.publication_year) ?? text(item.publication_date),
    authors: (Array.isArray(item.authorships) ? item.authorships : []).flatMap(
      (a) => text(at(a, "author", "display_name")) ?? text(member(a, "raw_author_name")) ?? [],
    ),
    venue:
      text(at(item, "primary_location", "source", "display_name")) ??
      text(at(item, "host_venue", "display_name")),
    doi: text(item.doi) ?? text(at(item, "ids", "doi")),
    url: text(at(item, "primary_location", "landing_page_url")) ?? text(item.id),
    keywords: texts(item.keywords),
    references: texts(item.referenced_works),
    aliases: [pubmed === undefined ? undefined : `pmid:${pubmed}`],
    citations: text(item.cited_by_count),
    language: text(item.language),
    volume: text(at(item, "biblio", "volume")),
    issue: text(at(item, "biblio", "issue")),
    pages: text(at(item, "biblio", "first_page")),
  };
}

const LONGEST_GAP = 100_000;

/** The abstract of a word → positions table. Positions are only sorted, never used as array sizes. */
function invertedAbstract(index: unknown): string | undefined {
  if (typeof index !== "object" || index === null) return undefined;
  const words: [number, string][] = [];
  for (const [word, positions] of Object.entries(index))
    for (const position of Array.isArray(positions) ? positions : [])
      if (Number.isInteger(position) && position >= 0 && position < LONGEST_GAP * 10)
        words.push([position, word]);
  if (words.length === 0) return undefined;
  words.sort((a, b) => a[0] - b[0]);
  return words.map(([, word]) => word).join(" ");
}
