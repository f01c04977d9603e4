import MiniSearch from "minisearch";
import type { TopicMap } from "../model/map.ts";

const MOST = 2000;

/** An index over titles, authors, terms, concepts and abstracts; accents and case do not matter. */
export function createSearch(map: TopicMap): (query: string) => number[] {
  const index = new MiniSearch<{
    id: number;
    title: string;
    authors: string;
    terms: string;
    abstract: string;
  }>({
    fields: ["title", "authors", "terms", "abstract"],
    tokenize: (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [],
    processTerm: foldWord,
    searchOptions: {
      boost: { title: 4, authors: 3, terms: 2 },
      prefix: true,
      // Short words are meant as written; longer ones forgive a slip.
      fuzzy: (word) => (word.length > 5 ? 1 : false),
      combineWith: "AND",
    },
  });
  index.addAll(
    map.papers.map((paper, id) => ({
      id,
      title: paper.title,
      authors: paper.authors.join(" "),
      terms: [
        ...map.terms[id],
        ...map.concepts[id],
        ...paper.keywords,
        paper.venue ?? "",
        paper.year ?? "",
      ].join(" "),
      abstract: paper.abstract,
    })),
  );
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ id }) => id as number);
}

function foldWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
