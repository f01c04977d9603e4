import MiniSearch from "minisearch";
import type { TopicMap } from "../model/map.ts";

/** Something with a name that has every word of a query. */
export interface FoundName {
  readonly kind: "topic" | "author" | "venue" | "term";
  readonly name: string;
  readonly papers: number;
  /** Of a topic: its number. */
  readonly id?: number;
}

/** What a query finds. */
export interface Found {
  /** Best first, at most 2,000. */
  readonly papers: readonly number[];
  /** Topics, then authors, venues and terms: at most three of each. */
  readonly names: readonly FoundName[];
  /** The words that the best papers were found by, folded: what is marked. */
  readonly words: readonly string[];
}

/** The search in one map. */
export interface Search {
  /** Settles when the index is made; other questions are heard meanwhile. */
  readonly ready: Promise<void>;
  find(query: string, topics: TopicMap["topics"]): Promise<Found>;
}

const MOST = 2000;
const NAMES = 3;
/** The results whose words are marked. */
const MARKED = 50;
/** In up to so many papers, some seconds of work, the index is waited for; beyond, texts are looked through until it is made. */
const WAITED = 20_000;
/** Papers put into the index between two looks at other questions. */
const BLOCK = 200;

/** Begins to make an index over titles, authors, terms, concepts and abstracts; accents and case do not matter. */
export function createSearch(map: TopicMap): Search {
  const index = new MiniSearch({
    fields: ["title", "authors", "terms", "abstract"],
    tokenize: wordsOf,
    processTerm: foldText,
    searchOptions: {
      boost: { title: 4, authors: 3, terms: 2 },
      prefix: true,
      // Short words are meant as written; longer ones forgive a slip.
      fuzzy: (word) => (word.length > 5 ? 1 : false),
      combineWith: "AND",
    },
  });
  const documents: Searched[] = map.papers.map((paper, id) => ({
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
  }));
  let names: readonly NameList[] | undefined;
  /** What is looked through until the index is made, and let go then. */
  let texts: readonly Searched[] | undefined = documents;
  const ready = index.addAllAsync(documents, { chunkSize: BLOCK }).then(() => {
    texts = undefined;
  });
  return {
    ready,
    async find(query, topics) {
      const asked = wordsOf(foldText(query));
      if (asked.length === 0) return { papers: [], names: [], words: [] };
      names ??= [
        nameList(
          "author",
          map.papers.map(({ authors }) => authors),
        ),
        nameList(
          "venue",
          map.papers.map(({ venue }) => (venue ? [venue] : [])),
        ),
        nameList(
          "term",
          map.papers.map((_, i) => [...new Set([...map.terms[i], ...map.concepts[i]])]),
        ),
      ];
      const ofTopics = topics
        .filter(({ parent }) => parent === undefined)
        .map(({ id, name, size }) => ({ kind: "topic" as const, name, papers: size, id }));
      const found = ofTopics.filter(({ name }) => hasWords(foldName(name), asked)).slice(0, NAMES);
      const common = { names: [...found, ...names.flatMap((list) => matching(list, asked))] };
      if (map.papers.length <= WAITED) await ready;
      if (texts) return { ...common, papers: scan(texts, asked), words: asked };
      const best = index.search(query).slice(0, MOST);
      const words = new Set(best.slice(0, MARKED).flatMap(({ match }) => Object.keys(match)));
      return { ...common, papers: best.map(({ id }) => id as number), words: [...words] };
    },
  };
}

/** What is searched of a paper. */
interface Searched {
  readonly id: number;
  readonly title: string;
  readonly authors: string;
  readonly terms: string;
  readonly abstract: string;
}

interface NameList {
  readonly items: readonly FoundName[];
  /** Of each its name, folded when it is first looked at: most never are. */
  readonly folded: string[];
}

/** The names that papers bear, in no order: of a million, sorting and folding all takes seconds. */
function nameList(kind: FoundName["kind"], given: readonly (readonly string[])[]): NameList {
  const counts = new Map<string, number>();
  for (const names of given) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const items = Array.from(counts, ([name, papers]) => ({ kind, name, papers }));
  return { items, folded: new Array<string>(items.length) };
}

/** The names that have every word, those of most papers first, equal ones by their letters. */
function matching({ items, folded }: NameList, asked: readonly string[]): FoundName[] {
  const best: FoundName[] = [];
  for (const [k, item] of items.entries()) {
    if (best.length === NAMES && !isBefore(item, best[NAMES - 1])) continue;
    folded[k] ??= foldName(item.name);
    if (!hasWords(folded[k], asked)) continue;
    const at = best.findIndex((other) => isBefore(item, other));
    best.splice(at < 0 ? best.length : at, 0, item);
    best.length = Math.min(best.length, NAMES);
  }
  return best;
}

function isBefore(a: FoundName, b: FoundName): boolean {
  return a.papers > b.papers || (a.papers === b.papers && a.name < b.name);
}

function hasWords(folded: string, asked: readonly string[]): boolean {
  return asked.every((word) => folded.includes(` ${word}`));
}

/** The papers that have every word somewhere, those with most of them in their title first. */
function scan(texts: readonly Searched[], asked: readonly string[]): number[] {
  const found: { readonly id: number; readonly hits: number }[] = [];
  for (const { id, title, authors, terms, abstract } of texts) {
    const head = foldText(title);
    const text = `${head} ${foldText(authors)} ${foldText(terms)} ${foldText(abstract)}`;
    if (asked.every((word) => text.includes(word)))
      found.push({ id, hits: asked.filter((word) => head.includes(word)).length });
  }
  return found
    .sort((a, b) => b.hits - a.hits || a.id - b.id)
    .slice(0, MOST)
    .map(({ id }) => id);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a name, folded, each after a space. */
function foldName(name: string): string {
  return ` ${foldText(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}

/** Lower case without accents. */
function foldText(text: string): string {
  // Most texts have neither: taking them apart costs ten times as much.
  const isPlain = !/[^\p{ASCII}]/u.test(text);
  return (isPlain ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
}
