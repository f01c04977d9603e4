import { groupBy, grown } from "../kernel/columns.ts";
import { compareStrings } from "../kernel/compare.ts";
import type { TopicMap } from "../model/map.ts";
import { SEARCH } from "./index-shapes.ts";
import type { RowGroup } from "./parquet-writer.ts";
import { SEARCH_POSTINGS, SEARCH_TERMS } from "./shapes.ts";
import { identityWord, searchWords } from "./words.ts";
import type { TableRows } from "./write-papers.ts";

/** An inverted index in the making, with the first term of each row group. */
export interface SearchRows extends TableRows {
  /** Valid when the groups have been taken. */
  readonly firsts: readonly string[];
}

/** Postings of two kinds: (term, row) in the order of rows, twice the row, plus 1 for what is not a title. */
interface Postings {
  readonly term: Uint32Array;
  readonly value: Uint32Array;
  readonly terms: readonly string[];
}

/** The words of papers, each with the rows that have it. @param paper row → paper */
export function searchRows(map: TopicMap, paper: Uint32Array): SearchRows {
  const firsts: string[] = [];
  function* groups(): Generator<RowGroup> {
    firsts.length = 0;
    const { term, value, terms } = postingsOf(map, paper);
    const { start, item } = groupBy(term, terms.length);
    const order = Uint32Array.from(terms.keys()).sort((a, b) => compareStrings(terms[a], terms[b]));
    for (let from = 0; from < order.length; ) {
      let to = from;
      for (let size = 0; to < order.length && to - from < SEARCH_TERMS && size < SEARCH_POSTINGS; to++)
        size += start[order[to] + 1] - start[order[to]];
      const own = order.subarray(from, to);
      const rows = (kind: number) =>
        Array.from(own, (t) => {
          const steps: number[] = [];
          let before = 0;
          for (let k = start[t]; k < start[t + 1]; k++) {
            if ((value[item[k]] & 1) !== kind) continue;
            const row = value[item[k]] >>> 1;
            steps.push(row - before);
            before = row;
          }
          return steps.length > 0 ? steps : null;
        });
      firsts.push(terms[order[from]]);
      yield [Array.from(own, (t) => terms[t]), rows(0), rows(1)];
      from = to;
    }
  }
  return { shapes: SEARCH, groups, firsts };
}

function postingsOf({ papers, terms: of, concepts }: TopicMap, paper: Uint32Array): Postings {
  const numbers = new Map<string, number>();
  let term = new Uint32Array(1 << 16);
  let value = new Uint32Array(1 << 16);
  let count = 0;
  /** Of each term its last posting + 1: a word counts once a paper, in its title if it is there. */
  let last = new Uint32Array(1 << 16);
  const add = (word: string, posting: number) => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
      if (number >= last.length) last = grown(last);
    } else if (last[number] > posting - (posting & 1)) return;
    last[number] = posting + 1;
    if (count === term.length) [term, value] = [grown(term), grown(value)];
    term[count] = number;
    value[count++] = posting;
  };
  for (const [row, p] of paper.entries()) {
    const { title, authors, keywords, venue = "", year = "", identity } = papers[p];
    for (const word of searchWords(title)) add(word, 2 * row);
    // Initials are no words: "J" would be found in half of all papers.
    for (const author of authors)
      for (const word of searchWords(author)) if (word.length > 1) add(word, 2 * row + 1);
    for (const texts of [keywords, of[p], concepts[p], [venue, String(year)]])
      for (const text of texts) for (const word of searchWords(text)) add(word, 2 * row + 1);
    add(identityWord(identity), 2 * row + 1);
  }
  return { term: term.subarray(0, count), value: value.subarray(0, count), terms: [...numbers.keys()] };
}
