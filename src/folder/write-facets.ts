import { groupBy, grown } from "../kernel/columns.ts";
import { compareStrings } from "../kernel/compare.ts";
import type { TopicMap } from "../model/map.ts";
import type { FacetHead } from "./head.ts";
import { COMMONEST, FACETS, type FacetName, NAMED_FACETS } from "./index-shapes.ts";
import { SEARCH_POSTINGS, SEARCH_TERMS } from "./shapes.ts";
import { numberLists, type RowGroup } from "./values.ts";
import type { TableRows } from "./write-papers.ts";

/** Papers that a value has at least to be written beyond the commonest: of two thirds of the authors there is one, which the search finds. */
const LEAST = 2;

/** The values of concepts, venues and authors in the making. */
export interface FacetRows extends TableRows {
  /** Valid when the groups have been taken. */
  readonly heads: readonly FacetHead[];
}

/** The values of a facet, each with the rows that have it. */
interface Postings {
  readonly values: readonly string[];
  /** Rows of value v are row[item[start[v]]] …, ascending. */
  readonly start: Uint32Array;
  readonly item: Uint32Array;
  readonly row: Uint32Array;
}

/** What papers are filtered by. @param paper row → paper */
export function facetRows({ papers, concepts }: TopicMap, paper: Uint32Array): FacetRows {
  const heads: FacetHead[] = [];
  const of: Readonly<Record<FacetName, (p: number) => readonly string[]>> = {
    concepts: (p) => concepts[p],
    venues: (p) => [papers[p].venue ?? ""],
    authors: (p) => papers[p].authors,
  };
  function* groups(): Generator<RowGroup> {
    heads.length = 0;
    for (const name of NAMED_FACETS) {
      const found = postingsOf(of[name], paper);
      const firsts: string[] = [];
      let values = 0;
      for (const [k, own] of blocksOf(found).entries()) {
        if (k > 0) firsts.push(found.values[own[0]]);
        values += own.length;
        yield groupOf(name, own, found);
      }
      heads.push({ name, values, firsts });
    }
  }
  return { shapes: FACETS, groups, heads };
}

/** Values that are written together: the commonest, most papers first; then the others in the order of their letters. */
function blocksOf({ values, start }: Postings): number[][] {
  const size = (v: number) => start[v + 1] - start[v];
  const byLetters = (a: number, b: number) => compareStrings(values[a], values[b]);
  const ranked = [...values.keys()].sort((a, b) => size(b) - size(a) || byLetters(a, b));
  if (ranked.length === 0) return [];
  const blocks = [ranked.slice(0, COMMONEST)];
  let room = 0;
  for (const v of ranked
    .slice(COMMONEST)
    .filter((v) => size(v) >= LEAST)
    .sort(byLetters)) {
    if (room <= 0 || blocks[blocks.length - 1].length === SEARCH_TERMS) {
      blocks.push([]);
      room = SEARCH_POSTINGS;
    }
    blocks[blocks.length - 1].push(v);
    room -= size(v);
  }
  return blocks;
}

function groupOf(name: FacetName, own: readonly number[], { values, start, item, row }: Postings): RowGroup {
  const steps = (v: number) =>
    Array.from(
      item.subarray(start[v], start[v + 1]),
      (k, i) => row[k] - (i > 0 ? row[item[start[v] + i - 1]] : 0),
    );
  return [
    own.map(() => name),
    own.map((v) => values[v]),
    Int32Array.from(own, (v) => start[v + 1] - start[v]),
    numberLists(Int32Array, own.length, (k) => steps(own[k])),
  ];
}

function postingsOf(of: (p: number) => readonly string[], paper: Uint32Array): Postings {
  const numbers = new Map<string, number>();
  let value = new Uint32Array(1 << 16);
  let row = new Uint32Array(1 << 16);
  /** Of each value the last row that has it, + 1: it counts once a paper. */
  let last = new Uint32Array(1 << 16);
  let count = 0;
  for (const [r, p] of paper.entries())
    for (const text of of(p)) {
      if (text === "" || !text.isWellFormed()) continue;
      const v = numbers.get(text) ?? numbers.size;
      numbers.set(text, v);
      if (v >= last.length) last = grown(last);
      if (last[v] === r + 1) continue;
      last[v] = r + 1;
      if (count === value.length) [value, row] = [grown(value), grown(row)];
      value[count] = v;
      row[count++] = r;
    }
  return { values: [...numbers.keys()], row, ...groupBy(value.subarray(0, count), numbers.size) };
}
