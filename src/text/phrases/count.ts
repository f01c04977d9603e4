import { hashPair, PairTable } from "../../kernel/pairs.ts";

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
  /** Occurrences times two, plus one where it stands in the title. */
  readonly coded: Uint16Array;
}

const SKETCH_BITS = 24;

/**
 * Frequent units. `at` holds a unit's number, or −1, for every token; afterwards its number among the frequent ones.
 * @param minimum in how many papers a unit must stand
 */
export function countUnits(at: Int32Array, units: number, extents: Extents, minimum: number): Grams {
  return settle(at, units, extents, minimum, 1, undefined);
}

/**
 * Frequent n-grams from the frequent (n−1)-grams, in place: an n-gram is the pair of those it begins and ends with.
 * A sketch of saturating counters keeps the pairs that are too rare out of the table (apriori with hashing,
 * Park, Chen and Yu, SIGMOD 1995), so that memory follows what is frequent and not what is distinct.
 */
export function countLonger(at: Int32Array, shorter: Grams, extents: Extents, minimum: number): Grams {
  const bits = Math.min(SKETCH_BITS, 33 - Math.clz32(at.length));
  const mask = (1 << bits) - 1;
  const sketch = new Uint8Array(mask + 1);
  const last = at.length - 1;
  for (let i = 0; i < last; i++) {
    if (at[i] < 0 || at[i + 1] < 0) continue;
    const h = hashPair(at[i], at[i + 1]) & mask;
    if (sketch[h] < 255) sketch[h]++;
  }
  const pairs = new PairTable();
  for (let i = 0; i <= last; i++) {
    const a = at[i];
    const b = i < last ? at[i + 1] : -1;
    at[i] = a >= 0 && b >= 0 && sketch[hashPair(a, b) & mask] >= minimum ? pairs.add(a, b) : -1;
  }
  return settle(at, pairs.size, extents, minimum, shorter.length + 1, pairs);
}

function settle(
  at: Int32Array,
  candidates: number,
  { start, body }: Extents,
  minimum: number,
  length: number,
  pairs: PairTable | undefined,
): Grams {
  const papers = start.length - 1;
  const df = new Uint32Array(candidates);
  const seen = new Int32Array(candidates).fill(-1);
  for (let paper = 0; paper < papers; paper++)
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const g = at[i];
      if (g < 0 || seen[g] === paper) continue;
      seen[g] = paper;
      df[g]++;
    }
  const number = new Int32Array(candidates).fill(-1);
  let count = 0;
  let entries = 0;
  for (let g = 0; g < candidates; g++)
    if (df[g] >= minimum) {
      number[g] = count++;
      entries += df[g];
    }
  const occurrences = new Uint32Array(count);
  const first = new Uint32Array(count);
  const head = new Uint32Array(pairs ? count : 0);
  const tail = new Uint32Array(pairs ? count : 0);
  if (pairs)
    for (let g = 0; g < candidates; g++)
      if (number[g] >= 0) {
        head[number[g]] = pairs.first(g);
        tail[number[g]] = pairs.second(g);
      }
  const rowStart = new Uint32Array(papers + 1);
  const gram = new Uint32Array(entries);
  const coded = new Uint16Array(entries);
  const slot = new Int32Array(count).fill(-1);
  let end = 0;
  for (let paper = 0; paper < papers; paper++) {
    const begin = end;
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      if (at[i] < 0) continue;
      const g = number[at[i]];
      at[i] = g;
      if (g < 0) continue;
      if (occurrences[g]++ === 0) first[g] = i;
      if (slot[g] < begin) {
        slot[g] = end;
        gram[end] = g;
        coded[end++] = i < body[paper] ? 1 : 0;
      }
      if (coded[slot[g]] < 65534) coded[slot[g]] += 2;
    }
    rowStart[paper + 1] = end;
  }
  return { length, count, occurrences, first, head, tail, rowStart, gram, coded };
}
