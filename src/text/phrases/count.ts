import { PairSketch, PairTable } from "../../kernel/pairs.ts";
import { documentFrequency } from "../tokens/documents.ts";

/** Where the papers' tokens are: those of paper i are [start[i], start[i+1]), of its title up to body[i]. */
interface Extents {
  readonly start: Uint32Array;
  readonly body: Uint32Array;
}

/** The frequent n-grams of one length. */
export interface Grams {
  readonly length: number;
  readonly count: number;
  /** Of each: occurrences, and the first place it stands. */
  readonly occurrences: Uint32Array;
  readonly first: Uint32Array;
  /** The (n−1)-grams that it begins and ends with; empty for n = 1. */
  readonly head: Uint32Array;
  readonly tail: Uint32Array;
  /** One entry per paper and n-gram, papers ascending: rowStart[i] … rowStart[i+1]. */
  readonly rowStart: Uint32Array;
  readonly gram: Uint32Array;
  /** Occurrences, at most 32,767, times two; plus one where it stands in the title. */
  readonly coded: Uint16Array;
}

const MOST_CODED = 65534;

/**
 * Frequent units.
 * @param gramAt a unit's number, or −1, for every token; afterwards its number among the frequent ones
 * @param minimum in how many papers a unit must stand
 */
export function countUnits(gramAt: Int32Array, units: number, extents: Extents, minimum: number): Grams {
  const frequent = numberFrequent(gramAt, units, extents, minimum);
  const none = new Uint32Array(0);
  return { length: 1, count: frequent.count, head: none, tail: none, ...layOut(gramAt, frequent, extents) };
}

/**
 * Frequent n-grams from the frequent (n−1)-grams, in place: an n-gram is the pair of those it begins and ends with.
 * Pairs that are too rare are kept out of the table by a sketch.
 */
export function countLonger(gramAt: Int32Array, shorter: Grams, extents: Extents, minimum: number): Grams {
  const pairs = pairUp(gramAt, minimum);
  const frequent = numberFrequent(gramAt, pairs.size, extents, minimum);
  const { number, count } = frequent;
  const head = new Uint32Array(count);
  const tail = new Uint32Array(count);
  for (let pair = 0; pair < pairs.size; pair++) {
    const g = number[pair];
    if (g < 0) continue;
    head[g] = pairs.first(pair);
    tail[g] = pairs.second(pair);
  }
  return { length: shorter.length + 1, count, head, tail, ...layOut(gramAt, frequent, extents) };
}

/** Puts the number of the pair that begins at each token in the place of its first half; −1 where it is too rare. */
function pairUp(gramAt: Int32Array, minimum: number): PairTable {
  const last = gramAt.length - 1;
  const sketch = new PairSketch(gramAt.length);
  for (let i = 0; i < last; i++)
    if (gramAt[i] >= 0 && gramAt[i + 1] >= 0) sketch.add(gramAt[i], gramAt[i + 1]);
  const pairs = new PairTable();
  for (let i = 0; i <= last; i++) {
    const a = gramAt[i];
    const b = i < last ? gramAt[i + 1] : -1;
    gramAt[i] = a >= 0 && b >= 0 && sketch.mayReach(a, b, minimum) ? pairs.add(a, b) : -1;
  }
  return pairs;
}

/** Numbers the candidates that stand in at least `minimum` papers, in their order, −1 the others; `entries` are the (paper, n-gram) pairs. */
function numberFrequent(gramAt: Int32Array, candidates: number, { start }: Extents, minimum: number) {
  let count = 0;
  let entries = 0;
  const number = Int32Array.from(documentFrequency(gramAt, start, candidates), (df) => {
    if (df < minimum) return -1;
    entries += df;
    return count++;
  });
  return { number, count, entries };
}

/** Renumbers the n-grams at the tokens and gathers where each stands. */
function layOut(
  gramAt: Int32Array,
  { number, count, entries }: ReturnType<typeof numberFrequent>,
  { start, body }: Extents,
): Pick<Grams, "occurrences" | "first" | "rowStart" | "gram" | "coded"> {
  const papers = start.length - 1;
  const occurrences = new Uint32Array(count);
  const first = new Uint32Array(count);
  const rowStart = new Uint32Array(papers + 1);
  const gram = new Uint32Array(entries);
  const coded = new Uint16Array(entries);
  /** The entry of each n-gram in the row that was last to hold it. */
  const entry = new Int32Array(count).fill(-1);
  let end = 0;
  for (let paper = 0; paper < papers; paper++) {
    const begin = end;
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      if (gramAt[i] < 0) continue;
      const g = number[gramAt[i]];
      gramAt[i] = g;
      if (g < 0) continue;
      if (occurrences[g]++ === 0) first[g] = i;
      if (entry[g] < begin) {
        entry[g] = end;
        gram[end] = g;
        coded[end++] = i < body[paper] ? 1 : 0;
      }
      if (coded[entry[g]] < MOST_CODED) coded[entry[g]] += 2;
    }
    rowStart[paper + 1] = end;
  }
  return { occurrences, first, rowStart, gram, coded };
}
