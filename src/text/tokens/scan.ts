import { BREAK } from "../../model/text.ts";
import {
  AMPERSAND,
  APOSTROPHE,
  DASH,
  DIGIT,
  HAN,
  HYPHEN,
  KATAKANA,
  LETTER,
  POINT,
  SPACE,
  unitClasses,
  WORD_END,
} from "./classes.ts";
import type { Spellings } from "./spellings.ts";

/** Romance articles before an apostrophe: "l'apprentissage", "dell'acqua". The word begins after it. */
const ELISION =
  /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|dall|sull|all|coll|un|quell|quest|sant|gl|degl|agl)$/i;
/** Longer runs are sequences, addresses or broken files, not words. */
const LONGEST_WORD = 64;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const S = 115;
const PLUS_SIGN = 43;
const NUMBER_SIGN = 35;

/** Cuts texts into word ids, appended to one column. */
export class Scanner {
  length = 0;
  private column: Uint32Array;
  private readonly classes = unitClasses();
  private readonly spellings: Spellings;

  constructor(spellings: Spellings, capacity: number) {
    this.spellings = spellings;
    this.column = new Uint32Array(Math.max(16, capacity));
  }

  /** The tokens so far, a view. */
  get tokens(): Uint32Array {
    return this.column.subarray(0, this.length);
  }

  /** Appends the tokens of one text, ending with BREAK if there are any; no two BREAKs in a row. */
  scan(text: string): void {
    const { classes } = this;
    const end = text.length;
    let i = 0;
    while (i < end) {
      const kind = classes[text.charCodeAt(i)];
      if (kind <= WORD_END) i = this.word(text, i);
      else if (kind === SPACE || kind === APOSTROPHE) i++;
      else if (kind === HAN || kind === KATAKANA) i = this.run(text, i, kind);
      else {
        this.pause();
        i++;
      }
    }
    this.pause();
  }

  private word(text: string, from: number): number {
    const { classes } = this;
    const end = text.length;
    let start = from;
    let hash = FNV_OFFSET;
    let i = from;
    let skip = 0;
    while (i < end) {
      const c = text.charCodeAt(i);
      const kind = classes[c];
      if (kind > WORD_END) {
        const next = i + 1 < end ? classes[text.charCodeAt(i + 1)] : SPACE;
        if (kind === APOSTROPHE && next === LETTER) {
          if (i - start <= 6 && ELISION.test(text.slice(start, i)) && this.isElided(text, i + 1)) {
            start = ++i;
            hash = FNV_OFFSET;
            continue;
          }
          if ((text.charCodeAt(i + 1) | 32) === S && !this.isWordUnit(text, i + 2)) {
            skip = 2;
            break;
          }
        } else if (!this.joins(kind, next, text, start, i)) break;
      }
      hash = mix(hash, c);
      i++;
    }
    for (let signs = this.signs(text, start, i); signs > 0; signs--) hash = mix(hash, text.charCodeAt(i++));
    if (i - start > LONGEST_WORD) this.pause();
    else this.push(this.spellings.id(text, start, i, hash));
    return i + skip;
  }

  /** How many units after a short name belong to it: C++, C#. */
  private signs(text: string, start: number, end: number): number {
    const length = end - start;
    if (length > 2 || end >= text.length) return 0;
    const c = text.charCodeAt(end);
    if (c === PLUS_SIGN && text.charCodeAt(end + 1) === PLUS_SIGN) return 2;
    return length === 1 && c === NUMBER_SIGN && !this.isWordUnit(text, end + 1) ? 1 : 0;
  }

  /** Whether a sign between two word characters belongs to the word. */
  private joins(kind: number, next: number, text: string, start: number, at: number): boolean {
    if (next > WORD_END) return false;
    const before = this.classes[text.charCodeAt(at - 1)];
    if (kind === HYPHEN) return true;
    if (kind === DASH) return before === LETTER && next === LETTER;
    if (kind === POINT) return before === DIGIT && next === DIGIT;
    if (kind === AMPERSAND) return before === LETTER && next === LETTER && at - start <= 2;
    return false;
  }

  /** The rest of an elided word: "l'image", "qu'à"; not the s of "all's". */
  private isElided(text: string, at: number): boolean {
    return (text.charCodeAt(at) | 32) !== S || this.isWordUnit(text, at + 1);
  }

  private isWordUnit(text: string, at: number): boolean {
    return at < text.length && this.classes[text.charCodeAt(at)] <= WORD_END;
  }

  /** Katakana words whole; Han characters in overlapping pairs, each a phrase of its own. */
  private run(text: string, from: number, kind: number): number {
    let end = from + 1;
    while (end < text.length && this.classes[text.charCodeAt(end)] === kind) end++;
    this.pause();
    if (kind === KATAKANA || end - from === 1) this.pushRange(text, from, end);
    else for (let i = from; i + 1 < end; i++) this.pushRange(text, i, i + 2);
    return end;
  }

  private pushRange(text: string, from: number, to: number): void {
    if (to - from > LONGEST_WORD) return;
    let hash = FNV_OFFSET;
    for (let i = from; i < to; i++) hash = mix(hash, text.charCodeAt(i));
    this.push(this.spellings.id(text, from, to, hash));
    this.pause();
  }

  private pause(): void {
    if (this.length > 0 && this.column[this.length - 1] !== BREAK) this.push(BREAK);
  }

  private push(id: number): void {
    if (this.length === this.column.length) {
      const bigger = new Uint32Array(Math.ceil(this.length * 1.5));
      bigger.set(this.column);
      this.column = bigger;
    }
    this.column[this.length++] = id;
  }
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}
