import { CJK_FUNCTION } from "../words/stopwords.ts";

/** What a UTF-16 code unit is to the scanner. Up to WORD_END, units that words are made of. */
export const LETTER = 0;
export const DIGIT = 1;
const MARK = 2;
export const WORD_END = 2;
export const HYPHEN = 3;
export const DASH = 4;
export const APOSTROPHE = 5;
export const POINT = 6;
export const AMPERSAND = 7;
export const SPACE = 8;
/** Ends a phrase. */
const STOP = 9;
export const HAN = 10;
export const KATAKANA = 11;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}+/gu, LETTER],
  [/\p{N}+/gu, DIGIT],
  [/\p{M}+/gu, MARK],
  [/[\p{Z}\p{Cc}\p{Pc}\p{Pi}\p{Pf}"]+/gu, SPACE],
];

let table: Uint8Array | undefined;

/** The class of each UTF-16 code unit; made at the first call (65,536 bytes). */
export function unitClasses(): Uint8Array {
  table ??= classify();
  return table;
}

function classify(): Uint8Array {
  const classes = new Uint8Array(65536).fill(STOP);
  // All units in one text, so that each class is one search and not sixty thousand.
  for (const [from, to] of [
    [0, 0xd800],
    [0xf900, 0x10000],
  ]) {
    let units = "";
    for (let c = from; c < to; c++) units += String.fromCharCode(c);
    for (const [pattern, kind] of CLASSES)
      for (const { index, 0: run } of units.matchAll(pattern))
        classes.fill(kind, from + index, from + index + run.length);
  }
  const set = (units: string, kind: number) => {
    for (const unit of units) classes[unit.charCodeAt(0)] = kind;
  };
  const range = (from: number, to: number, kind: number) => classes.fill(kind, from, to + 1);
  range(0x3041, 0x309f, STOP); // hiragana: grammar
  range(0x30a1, 0x30fa, KATAKANA);
  set("ー", KATAKANA);
  range(0x3400, 0x4dbf, HAN);
  range(0x4e00, 0x9fff, HAN);
  range(0xf900, 0xfaff, HAN);
  set("々〆", HAN);
  for (const unit of CJK_FUNCTION) set(unit, STOP);
  set("-‐‑", HYPHEN);
  set("–", DASH);
  set("'’ʼ＇", APOSTROPHE);
  set(".,", POINT);
  set("&", AMPERSAND);
  set("\u200c\u200d", MARK); // zero-width joiners of Persian and Indic words
  set("\u200b\u2060\ufeff", SPACE);
  set("ªº²³¹", DIGIT);
  return classes;
}
