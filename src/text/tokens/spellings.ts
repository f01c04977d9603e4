import { grown } from "../../kernel/columns.ts";

/** The spellings of some words as columns: word i is units[at[i] … at[i + 1]), and has that hash. Word 0 is BREAK. */
export interface SpellingColumns {
  readonly at: Uint32Array;
  readonly units: Uint16Array;
  readonly hash: Uint32Array;
}

/**
 * Words by their spelling, numbered as they come; 0 is BREAK. They are looked up in place, without a string for every
 * token: open addressing over FNV-1a hashes.
 */
export class Spellings {
  /** Words so far, BREAK among them. */
  count = 1;
  private slots = new Int32Array(1 << 10);
  private hash = new Uint32Array(1 << 10);
  private at = new Uint32Array(1 << 10);
  private units = new Uint16Array(1 << 13);

  /** The number of the word text[from … to), whose FNV-1a hash over code units is given. */
  id(text: string, from: number, to: number, hash: number): number {
    const { slots } = this;
    const bits = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & bits; ; slot = (slot + 1) & bits) {
      const id = slots[slot];
      if (id === 0) {
        const begin = this.place(to - from, hash, slot);
        for (let i = from, at = begin; i < to; i++) this.units[at++] = text.charCodeAt(i);
        return this.count - 1;
      }
      if (this.hash[id] === hash >>> 0 && this.isText(id, text, from, to)) return id;
    }
  }

  /** The numbers of words of another table. */
  idsOf({ at, units, hash }: SpellingColumns): Uint32Array {
    const ids = new Uint32Array(hash.length);
    for (let word = 1; word < ids.length; word++)
      ids[word] = this.idOf(units, at[word], at[word + 1], hash[word]);
    return ids;
  }

  /** How a word is written. A slice would keep the whole text it was cut from alive; a string made of units does not. */
  written(id: number): string {
    return String.fromCharCode(...this.units.subarray(this.at[id], this.at[id + 1]));
  }

  /** Copies, without what is reserved. */
  columns(): SpellingColumns {
    const { count } = this;
    return {
      at: this.at.slice(0, count + 1),
      units: this.units.slice(0, this.at[count]),
      hash: this.hash.slice(0, count),
    };
  }

  private idOf(units: Uint16Array, from: number, to: number, hash: number): number {
    const { slots } = this;
    const bits = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & bits; ; slot = (slot + 1) & bits) {
      const id = slots[slot];
      if (id === 0) {
        const begin = this.place(to - from, hash, slot);
        for (let i = from, at = begin; i < to; i++) this.units[at++] = units[i];
        return this.count - 1;
      }
      if (this.hash[id] === hash && this.isUnits(id, units, from, to)) return id;
    }
  }

  private isText(id: number, text: string, from: number, to: number): boolean {
    const begin = this.at[id];
    if (this.at[id + 1] - begin !== to - from) return false;
    for (let i = from, at = begin; i < to; i++, at++) if (this.units[at] !== text.charCodeAt(i)) return false;
    return true;
  }

  private isUnits(id: number, units: Uint16Array, from: number, to: number): boolean {
    const begin = this.at[id];
    if (this.at[id + 1] - begin !== to - from) return false;
    for (let i = from, at = begin; i < to; i++, at++) if (this.units[at] !== units[i]) return false;
    return true;
  }

  /** Makes room for a word at a free slot. @returns where its units go */
  private place(length: number, hash: number, slot: number): number {
    const id = this.count++;
    const begin = this.at[id];
    if (id + 2 > this.at.length) {
      this.hash = grown(this.hash);
      this.at = grown(this.at);
    }
    if (begin + length > this.units.length) this.units = grown(this.units);
    this.at[id + 1] = begin + length;
    this.hash[id] = hash;
    this.slots[slot] = id;
    if (this.count * 2 > this.slots.length) this.rehash();
    return begin;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const bits = slots.length - 1;
    for (let id = 1; id < this.count; id++) {
      const hash = this.hash[id] | 0;
      let slot = (hash ^ (hash >>> 15)) & bits;
      while (slots[slot] !== 0) slot = (slot + 1) & bits;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}
