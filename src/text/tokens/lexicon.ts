import { grown } from "../../kernel/columns.ts";
import { LANGUAGES, type Noticed, stopMask } from "../words/language.ts";
import { compoundParts, foldCase, isPlain, stemWord } from "../words/stem.ts";
import { CJK_STOP } from "../words/stopwords.ts";

/** A word looked up by its spelling in place, without a string for every token: open addressing over FNV-1a hashes. */
interface Spellings {
  slots: Int32Array;
  used: number;
  readonly noticed: Noticed;
}

/**
 * The words of a collection, numbered as they come; 0 is BREAK. Each language has spellings of its own, because
 * the same letters ("son", "die") may be a stop word in one and not in another.
 */
export class Lexicon {
  readonly words: string[] = [""];
  readonly stems: string[] = [""];
  /** Per word: stem id, 1 for stop words, and the mask of languages it is a stop word in. */
  readonly stem: number[] = [0];
  readonly stop: number[] = [1];
  readonly mask: number[] = [0];
  private readonly stemIds = new Map<string, number>([["", 0]]);
  private readonly spellings = new Map<number, Spellings>();
  private current: Spellings;
  private hashes = new Uint32Array(1 << 16);
  private at = new Uint32Array(1 << 16);
  private units = new Uint16Array(1 << 19);
  private readonly userStems: ReadonlySet<string>;

  /** @param userStops stop words of the user, one word each; all words of the same stem are meant */
  constructor(userStops: readonly string[], noticed: Noticed) {
    this.userStems = new Set(userStops.flatMap((w) => LANGUAGES.map((l) => stemWord(w, l, () => false))));
    this.current = this.speak(noticed);
  }

  /** Looks words up as those of this language from now on. */
  speak(noticed: Noticed): Spellings {
    const key = noticed.language * 2 + (noticed.mostlyEnglish ? 1 : 0);
    let known = this.spellings.get(key);
    if (known === undefined) {
      known = { slots: new Int32Array(1 << 12), used: 0, noticed };
      this.spellings.set(key, known);
    }
    this.current = known;
    return known;
  }

  get noticed(): Noticed {
    return this.current.noticed;
  }

  /** All languages that words were looked up in. */
  get spoken(): Noticed[] {
    return [...this.spellings.values()].map((s) => s.noticed);
  }

  /** The id of the word text[from … to), whose FNV-1a hash over code units is given. */
  id(text: string, from: number, to: number, hash: number): number {
    const { slots } = this.current;
    const bits = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & bits; ; slot = (slot + 1) & bits) {
      const id = slots[slot];
      if (id === 0) return this.add(text, from, to, slot, hash);
      if (this.hashes[id] === hash >>> 0 && this.isSpelt(id, text, from, to)) return id;
    }
  }

  private isSpelt(id: number, text: string, from: number, to: number): boolean {
    const begin = this.at[id];
    if (this.at[id + 1] - begin !== to - from) return false;
    for (let i = from, at = begin; i < to; i++, at++) if (this.units[at] !== text.charCodeAt(i)) return false;
    return true;
  }

  private add(text: string, from: number, to: number, slot: number, hash: number): number {
    const id = this.words.length;
    const begin = this.at[id];
    const end = begin + to - from;
    this.reserve(id + 2, end);
    for (let i = from, at = begin; i < to; i++) this.units[at++] = text.charCodeAt(i);
    this.at[id + 1] = end;
    this.hashes[id] = hash;
    // A slice would keep the whole text it was cut from alive; a string made of units does not.
    const word = String.fromCharCode(...this.units.subarray(begin, end));
    this.words.push(word);
    this.describe(word);
    this.current.slots[slot] = id;
    if (++this.current.used * 2 > this.current.slots.length) this.rehash();
    return id;
  }

  private describe(word: string): void {
    const { language, mostlyEnglish } = this.current.noticed;
    const wanted = 1 | (1 << language);
    const spoken = mostlyEnglish ? "en" : LANGUAGES[language];
    const plain = isPlain(word);
    const mask = stopMask(plain ? word.toLowerCase() : foldCase(word));
    const isStop = (part: string) =>
      (stopMask(foldCase(part)) & wanted) !== 0 ||
      (this.userStems.size > 0 && this.userStems.has(stemWord(part, spoken, () => false)));
    const stem = stemWord(word, spoken, isStop);
    const stopped =
      (mask & wanted) !== 0 ||
      this.userStems.has(stem) ||
      (!plain && (CJK_STOP.has(word) || compoundParts(word).every((part) => isStop(part))));
    let stemId = this.stemIds.get(stem);
    if (stemId === undefined) {
      stemId = this.stems.length;
      this.stemIds.set(stem, stemId);
      this.stems.push(stem);
    }
    this.mask.push(mask);
    this.stem.push(stemId);
    this.stop.push(stopped ? 1 : 0);
  }

  private reserve(words: number, units: number): void {
    if (words > this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.at = grown(this.at);
    }
    if (units > this.units.length) this.units = grown(this.units);
  }

  private rehash(): void {
    const old = this.current.slots;
    const slots = new Int32Array(old.length * 2);
    const bits = slots.length - 1;
    for (const id of old) {
      if (id === 0) continue;
      const hash = this.hashes[id] | 0;
      let slot = (hash ^ (hash >>> 15)) & bits;
      while (slots[slot] !== 0) slot = (slot + 1) & bits;
      slots[slot] = id;
    }
    this.current.slots = slots;
  }
}
