import { compareStrings } from "../kernel/compare.ts";
import type { OpenFolder } from "./open.ts";
import { identityWord, searchWords } from "./words.ts";

/** What a search finds. */
export interface FoundRows {
  /** Those with most of the words in their title first, then in the order of rows, which is that of importance. */
  readonly rows: readonly number[];
  /** The words that were looked for, folded; each stands for all that begin so. */
  readonly words: readonly string[];
}

/** Rows with a word: in their title, and elsewhere. */
interface Postings {
  readonly titles: Uint32Array;
  readonly others: Uint32Array;
}

/** Terms that a beginning may stand for: more are cut, the first in the order of letters stay. */
const MOST_TERMS = 512;

/** Searches in the index of a folder: one request a word for its row group, a second where its completions go on in the next. */
export function searcher(folder: OpenFolder) {
  const { words: firsts } = folder.head;

  /** Calls back with the postings of the terms that begin so, or that are the term itself. */
  const postings = async (term: string, isWhole: boolean): Promise<Postings> => {
    const table = await folder.need("search");
    const [titles, others]: [number[], number[]] = [[], []];
    let taken = 0;
    for (let g = groupOf(firsts, term); g < firsts.length; g++) {
      if (compareStrings(firsts[g], term) > 0 && !firsts[g].startsWith(term)) break;
      const [terms, inTitles, inOthers] = await table.group(g, ["term", "titles", "others"]);
      let at = lowerBound(terms, term);
      for (; at < terms.length && taken < MOST_TERMS; at++, taken++) {
        const found = String(terms[at]);
        if (isWhole ? found !== term : !found.startsWith(term)) break;
        for (const row of rowsIn(inTitles[at])) titles.push(row);
        for (const row of rowsIn(inOthers[at])) others.push(row);
      }
      if (at < terms.length || isWhole) break;
    }
    return { titles: distinct(titles), others: distinct(others) };
  };

  return {
    async find(query: string, most: number): Promise<FoundRows> {
      const words = [...new Set(searchWords(query))];
      if (words.length === 0) return { rows: [], words };
      const all = await Promise.all(words.map((word) => postings(word, false)));
      /** Row → words in its title, plus 256 for each word that it has. */
      let hits: Map<number, number> | undefined;
      for (const { titles, others } of all) {
        const before = hits;
        const now = new Map<number, number>();
        const note = (row: number, weight: number) => {
          const so = before ? before.get(row) : 0;
          if (so !== undefined && !now.has(row)) now.set(row, so + weight);
        };
        for (const row of titles) note(row, 1);
        for (const row of others) note(row, 0);
        hits = now;
      }
      const rows = [...(hits ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { rows: rows.slice(0, most).map(([row]) => row), words };
    },

    /** The rows of papers that may have an identity: nearly always one, seldom one of another paper. */
    async rowsNamed(identity: string): Promise<readonly number[]> {
      const named = folder.head.named.find(([name]) => name === identity);
      return named ? [named[1]] : [...(await postings(identityWord(identity), true)).others];
    },
  };
}

/** The last row group whose first term is not behind this one. */
export function groupOf(firsts: readonly string[], term: string): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compareStrings(firsts[middle], term) <= 0) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The first place of a sorted list that is not before a term. */
export function lowerBound(terms: ArrayLike<unknown>, term: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareStrings(String(terms[middle]), term) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of a list of distances. */
export function rowsIn(list: unknown): number[] {
  const rows: number[] = [];
  let row = 0;
  if (typeof list === "object" && list !== null)
    for (const step of list as Iterable<number>) {
      row += step;
      rows.push(row);
    }
  return rows;
}

function distinct(rows: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(Uint32Array.from(rows).sort()));
}
