import { grown } from "../kernel/columns.ts";

/** Slots a word: half of them stay free. */
const SLOTS = 2;

/**
 * Words by number, in the order in which they come: an open-addressing hash table over the code units of texts, because to
 * cut out every word of a collection as a text of its own, and to look that up, takes twice as long.
 */
export class WordTable {
  #units = new Uint16Array(1 << 16);
  /** Where the units of each word begin; those of the next one follow. */
  #start = new Uint32Array(1 << 12);
  #hash = new Int32Array(1 << 12);
  #slots = new Int32Array(SLOTS << 12).fill(-1);
  #size = 0;

  /** The number of the word in a text from one place to another. */
  numberOf(text: string, from = 0, to = text.length): number {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] >= 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot];
      if (this.#hash[number] === hash && this.#is(number, text, from, to)) return number;
    }
    return this.#add(text, from, to, hash);
  }

  get size(): number {
    return this.#size;
  }

  /** All words, by their numbers. */
  words(): string[] {
    return Array.from({ length: this.#size }, (_, number) =>
      String.fromCharCode(...this.#units.subarray(this.#start[number], this.#start[number + 1])),
    );
  }

  #is(number: number, text: string, from: number, to: number): boolean {
    const start = this.#start[number];
    if (this.#start[number + 1] - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.#units[start + i - from] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(text: string, from: number, to: number, hash: number): number {
    const number = this.#size++;
    if (number + 2 > this.#start.length) this.#grow();
    const start = this.#start[number];
    const end = start + to - from;
    while (end > this.#units.length) this.#units = grown(this.#units);
    for (let i = from; i < to; i++) this.#units[start + i - from] = text.charCodeAt(i);
    this.#start[number + 1] = end;
    this.#hash[number] = hash;
    this.#put(number);
    return number;
  }

  #put(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hash[number] & mask;
    while (this.#slots[slot] >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number;
  }

  #grow(): void {
    this.#start = grown(this.#start);
    this.#hash = grown(this.#hash);
    this.#slots = new Int32Array(SLOTS * this.#start.length).fill(-1);
    for (let number = 0; number + 1 < this.#size; number++) this.#put(number);
  }
}
