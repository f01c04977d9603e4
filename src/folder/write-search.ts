import { grown, prefixSum } from "../kernel/columns.ts";
import { compareStrings } from "../kernel/compare.ts";
import type { TopicMap } from "../model/map.ts";
import { SEARCH } from "./index-shapes.ts";
import { SEARCH_POSTINGS, SEARCH_TERMS } from "./shapes.ts";
import type { Lists, RowGroup } from "./values.ts";
import { WordTable } from "./word-table.ts";
import { identityWord, numberWords } from "./words.ts";
import type { TableRows } from "./write-papers.ts";

/** An inverted index in the making, with the first term of each row group. */
export interface SearchRows extends TableRows {
  /** Valid when the groups have been taken. */
  readonly firsts: readonly string[];
}

/** Words, and of each its postings, in the order of rows: twice the row, plus 1 for what is not a title. */
interface Postings {
  readonly terms: readonly string[];
  readonly start: Uint32Array;
  readonly value: Uint32Array;
}

/** The words of papers, each with the rows that have it. @param paper row → paper */
export function searchRows(map: TopicMap, paper: Uint32Array): SearchRows {
  const firsts: string[] = [];
  function* groups(): Generator<RowGroup> {
    firsts.length = 0;
    const { terms, start, value } = postingsOf(map, paper);
    const order = Uint32Array.from(terms.keys()).sort((a, b) => compareStrings(terms[a], terms[b]));
    for (let from = 0; from < order.length; ) {
      let to = from;
      let size = 0;
      for (; to < order.length && to - from < SEARCH_TERMS && size < SEARCH_POSTINGS; to++)
        size += start[order[to] + 1] - start[order[to]];
      const own = order.subarray(from, to);
      const rows = (kind: number): Lists => {
        const begin = new Uint32Array(own.length + 1);
        const steps = new Int32Array(size);
        let count = 0;
        for (let i = 0; i < own.length; i++) {
          let before = 0;
          for (let k = start[own[i]]; k < start[own[i] + 1]; k++) {
            if ((value[k] & 1) !== kind) continue;
            const row = value[k] >>> 1;
            steps[count++] = row - before;
            before = row;
          }
          begin[i + 1] = count;
        }
        return { start: begin, values: steps.slice(0, count) };
      };
      firsts.push(terms[order[from]]);
      yield [Array.from(own, (t) => terms[t]), rows(0), rows(1)];
      from = to;
    }
  }
  return { shapes: SEARCH, groups, firsts };
}

function postingsOf({ papers, terms: of, concepts }: TopicMap, paper: Uint32Array): Postings {
  const table = new WordTable();
  let term = new Uint32Array(1 << 16);
  let value = new Uint32Array(1 << 16);
  let count = 0;
  /** Of each term its last posting + 1: a word counts once a paper, in its title if it is there. */
  let last = new Uint32Array(1 << 16);
  let [row, isOther] = [0, 0];
  const add = (number: number) => {
    if (number >= last.length) last = grown(last);
    if (last[number] > 2 * row) return;
    const posting = 2 * row + isOther;
    last[number] = posting + 1;
    if (count === term.length) [term, value] = [grown(term), grown(value)];
    term[count] = number;
    value[count++] = posting;
  };
  for (const p of paper) {
    const { title, authors, keywords, venue = "", year = "", identity } = papers[p];
    isOther = 0;
    numberWords(title, table, add);
    isOther = 1;
    // Initials are no words: "J" would be found in half of all papers.
    for (const author of authors) numberWords(author, table, add, 2);
    for (const text of keywords) numberWords(text, table, add);
    for (const text of of[p]) numberWords(text, table, add);
    for (const text of concepts[p]) numberWords(text, table, add);
    numberWords(venue, table, add);
    numberWords(String(year), table, add);
    add(table.numberOf(identityWord(identity)));
    row++;
  }
  const start = new Uint32Array(table.size + 1);
  for (let i = 0; i < count; i++) start[term[i] + 1]++;
  const next = prefixSum(start).slice();
  const ofTerm = new Uint32Array(count);
  for (let i = 0; i < count; i++) ofTerm[next[term[i]]++] = value[i];
  return { terms: table.words(), start, value: ofTerm };
}
