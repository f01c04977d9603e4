import { grown } from "./columns.ts";

const EMPTY = 0;
const MOST_LOAD = 0.6;

/**
 * Numbers pairs of ids in order of first appearance: an open-addressing hash table over typed arrays, for millions of
 * bigrams without an object or a string each.
 */
export class PairTable {
  #size = 0;
  #slots: Uint32Array;
  #first: Uint32Array;
  #second: Uint32Array;

  constructor(expected = 1 << 12) {
    let capacity = 16;
    while (capacity * MOST_LOAD < expected) capacity *= 2;
    this.#slots = new Uint32Array(capacity);
    this.#first = new Uint32Array(expected);
    this.#second = new Uint32Array(expected);
  }

  /** Number of distinct pairs so far. */
  get size(): number {
    return this.#size;
  }

  first(pair: number): number {
    return this.#first[pair];
  }

  second(pair: number): number {
    return this.#second[pair];
  }

  /** The number of a pair; −1 where it was never added. */
  find(a: number, b: number): number {
    return this.#slots[this.#slotOf(a, b)] - 1;
  }

  /** The number of a pair, given on its first appearance. */
  add(a: number, b: number): number {
    const slot = this.#slotOf(a, b);
    if (this.#slots[slot] !== EMPTY) return this.#slots[slot] - 1;
    const pair = this.#size++;
    if (pair >= this.#first.length) {
      this.#first = grown(this.#first);
      this.#second = grown(this.#second);
    }
    this.#first[pair] = a;
    this.#second[pair] = b;
    this.#slots[slot] = pair + 1;
    if (this.#size > this.#slots.length * MOST_LOAD) this.#rehash();
    return pair;
  }

  #slotOf(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashPair(a, b) & mask; ; slot = (slot + 1) & mask) {
      const pair = this.#slots[slot] - 1;
      if (pair < 0 || (this.#first[pair] === a && this.#second[pair] === b)) return slot;
    }
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let pair = 0; pair < this.#size; pair++)
      this.#slots[this.#slotOf(this.#first[pair], this.#second[pair])] = pair + 1;
  }
}

/** At most 16 million counters, of one byte each. */
const SKETCH_BITS = 24;
const MOST_COUNTED = 255;

/**
 * How often pairs occur, at least: a sketch of saturating counters. It keeps pairs that are too rare out of a table (apriori
 * with hashing, Park, Chen and Yu, SIGMOD 1995), so that memory follows what is frequent and not what is distinct.
 */
export class PairSketch {
  readonly #count: Uint8Array;

  /** @param occurrences of all pairs together, at most */
  constructor(occurrences: number) {
    this.#count = new Uint8Array(1 << Math.min(SKETCH_BITS, 33 - Math.clz32(occurrences)));
  }

  add(a: number, b: number): void {
    const counter = hashPair(a, b) & (this.#count.length - 1);
    if (this.#count[counter] < MOST_COUNTED) this.#count[counter]++;
  }

  /** Whether a pair may have come so often (up to 255); never wrong where it says no. */
  mayReach(a: number, b: number, times: number): boolean {
    return this.#count[hashPair(a, b) & (this.#count.length - 1)] >= Math.min(times, MOST_COUNTED);
  }
}

/** A 32-bit hash of two ids: multiply and fold, constants of murmur3. */
export function hashPair(a: number, b: number): number {
  let h = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
