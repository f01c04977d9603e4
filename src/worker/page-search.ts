import MiniSearch from "minisearch";
import type { TopicMap } from "../model/map.ts";
import { foldName, foldText, wordsOf } from "../prose/fold.ts";
import { type FoundName, MOST_NAMES } from "./found-name.ts";

/** What a query finds. */
export interface Found {
  /** Best first, at most 2,000. */
  readonly papers: readonly number[];
  /** Topics, then authors, venues and terms: at most three of each. */
  readonly names: readonly FoundName[];
  /** The words that the best papers were found by, folded: what is marked. */
  readonly words: readonly string[];
}

/** An index that came with a map. */
export interface GivenIndex {
  /** The papers with every word of a query, best first. */
  lookUp(query: string): Promise<Pick<Found, "papers" | "words">>;
  /** Whether the texts of the map are there. */
  readonly hasTexts: boolean;
}

/** The search in one map. */
export interface Search {
  /** Settles when the index is made; other questions are heard meanwhile. */
  readonly ready: Promise<void>;
  find(query: string, topics: TopicMap["topics"]): Promise<Found>;
}

const MOST = 2000;
/** The results whose words are marked. */
const MARKED = 50;
/** In up to so many papers, some seconds of work, the index is waited for; beyond, texts are looked through until it is made. */
const WAITED = 20_000;
/** Papers put into the index between two looks at other questions. */
const BLOCK = 200;

/**
 * Begins to make lists of names and an index over titles, authors, terms, concepts and abstracts; accents and case do not
 * matter.
 * @param given an index that came with the map: it is used until one is made, which forgives slips
 */
export function createSearch(map: TopicMap, given?: GivenIndex): Search {
  const { papers } = map;
  const index = new MiniSearch<number>({
    fields: ["title", "authors", "terms", "abstract"],
    // Texts are the map's own: a document for each paper would be all of them once more.
    extractField: (paper, field) => (field === "id" ? paper : textOf(map, paper, field)),
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
  // Of a large map no other index is made, and none before its texts are there.
  const isEnough = given && (!given.hasTexts || papers.length > WAITED);
  const names: NameList[] = [];
  const lists = [
    () => nameList("author", papers, (i) => papers[i].authors),
    () => nameList("venue", papers, (i) => [papers[i].venue ?? ""]),
    () => nameList("term", papers, (i) => [...map.terms[i], ...map.concepts[i]]),
  ];
  const addNames = () => names.push(lists[names.length]());
  const make = async () => {
    if (isEnough) return;
    // Questions that wait already are heard first.
    for (await pause(); names.length < lists.length; await pause()) addNames();
    for (const { items, folded } of names) {
      for (let k = 0; k < items.length; k++) folded[k] ??= foldName(items[k].name);
      await pause();
    }
    await index.addAllAsync([...papers.keys()], { chunkSize: BLOCK });
  };
  let isMade = false;
  const ready = make().then(() => {
    isMade = !isEnough;
  });
  return {
    ready,
    async find(query, topics) {
      const asked = wordsOf(foldText(query));
      if (asked.length === 0) return { papers: [], names: [], words: [] };
      while (names.length < lists.length) addNames();
      const ofTopics = topics
        .filter(({ parent }) => parent === undefined)
        .map(({ id, name, size }) => ({ kind: "topic" as const, name, papers: size, id }));
      const found = ofTopics.filter(({ name }) => hasWords(foldName(name), asked)).slice(0, MOST_NAMES);
      const common = { names: [...found, ...names.flatMap((list) => matching(list, asked))] };
      if (given && !isMade) return { ...common, ...(await given.lookUp(query)) };
      if (papers.length <= WAITED) await ready;
      if (!isMade) return { ...common, papers: scan(map, asked), words: asked };
      const best = index.search(query).slice(0, MOST);
      const words = new Set(best.slice(0, MARKED).flatMap(({ match }) => Object.keys(match)));
      return { ...common, papers: best.map(({ id }) => id as number), words: [...words] };
    },
  };
}

const pause = () => new Promise<void>((next) => setTimeout(next));

/** What is searched of a paper, by the name of the index's field. */
function textOf({ papers, terms, concepts }: TopicMap, i: number, field: string): string {
  const { title, authors, keywords, venue, year, abstract } = papers[i];
  if (field === "title") return title;
  if (field === "authors") return authors.join(" ");
  if (field === "abstract") return abstract;
  return [...terms[i], ...concepts[i], ...keywords, venue ?? "", year ?? ""].join(" ");
}

interface NameList {
  readonly items: readonly FoundName[];
  /** Of each its name, folded when it is first looked at: most never are. */
  readonly folded: string[];
}

/** The names that papers bear, in no order: of a million, sorting and folding all takes seconds. */
function nameList(
  kind: FoundName["kind"],
  papers: readonly unknown[],
  namesOf: (paper: number) => readonly string[],
): NameList {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < papers.length; i++)
    for (const name of namesOf(i)) {
      const known = numbers.get(name);
      const k = known ?? numbers.size;
      if (known === undefined) numbers.set(name, k);
      // A paper counts once, also where it has a name as a term and as a concept.
      if (last[k] === i) continue;
      last[k] = i;
      counts[k] = (counts[k] ?? 0) + 1;
    }
  numbers.delete("");
  const items = Array.from(numbers, ([name, k]) => ({ kind, name, papers: counts[k] }));
  return { items, folded: new Array<string>(items.length) };
}

/** The names that have every word, those of most papers first, equal ones by their letters. */
function matching({ items, folded }: NameList, asked: readonly string[]): FoundName[] {
  const best: FoundName[] = [];
  for (const [k, item] of items.entries()) {
    if (best.length === MOST_NAMES && !isBefore(item, best[MOST_NAMES - 1])) continue;
    folded[k] ??= foldName(item.name);
    if (!hasWords(folded[k], asked)) continue;
    const at = best.findIndex((other) => isBefore(item, other));
    best.splice(at < 0 ? best.length : at, 0, item);
    best.length = Math.min(best.length, MOST_NAMES);
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
function scan(map: TopicMap, asked: readonly string[]): number[] {
  const found: { readonly id: number; readonly hits: number }[] = [];
  for (let id = 0; id < map.papers.length; id++) {
    const of = (field: string) => foldText(textOf(map, id, field));
    const [head, abstract] = [of("title"), of("abstract")];
    // Most words stand in title or abstract: the rest is put together for those that do not.
    let rest: string | undefined;
    const hasWord = (word: string) => {
      if (head.includes(word) || abstract.includes(word)) return true;
      rest ??= `${of("authors")} ${of("terms")}`;
      return rest.includes(word);
    };
    if (asked.every(hasWord)) found.push({ id, hits: asked.filter((word) => head.includes(word)).length });
  }
  return found
    .sort((a, b) => b.hits - a.hits || a.id - b.id)
    .slice(0, MOST)
    .map(({ id }) => id);
}
