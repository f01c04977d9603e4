import { hashPair } from "../kernel/pairs.ts";
import { foldText, wordsOf } from "../prose/fold.ts";
import type { WordTable } from "./word-table.ts";

/** Longer runs of letters and digits are cut: no one types them. */
const LONGEST = 64;

/** The word by which a paper is found by its identity: "=" and a hash of it, so that the index does not hold all identities once more. */
export function identityWord(identity: string): string {
  let hash = identity.length;
  for (let i = 0; i < identity.length; i++) hash = hashPair(hash, identity.charCodeAt(i));
  return `=${hash.toString(16).padStart(8, "0")}`;
}

/** The words by which a text is found: folded, cut where they are too long. */
export function searchWords(text: string): string[] {
  return wordsOf(foldText(text)).map((word) =>
    word.length > LONGEST ? word.slice(0, LONGEST).toWellFormed() : word,
  );
}

/** Whether a code unit is of a letter or a digit: 1 yes, 2 no, 0 not asked yet. Surrogates are asked about in pairs. */
const KNOWN = new Uint8Array(1 << 16);
const [YES, NO] = [1, 2];
const OF_WORD = /[\p{L}\p{N}]/u;

function isOfWord(unit: number): boolean {
  if (KNOWN[unit] === 0) KNOWN[unit] = OF_WORD.test(String.fromCharCode(unit)) ? YES : NO;
  return KNOWN[unit] === YES;
}

/** How many code units at a place are of a letter or a digit: 1, 2 where it is above the first 65,536, or 0. */
function unitsAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdbff) return isOfWord(unit) ? 1 : 0;
  const code = text.codePointAt(i) ?? unit;
  return code > 0xffff && OF_WORD.test(String.fromCodePoint(code)) ? 2 : 0;
}

/** Numbers the words of `searchWords` in a table. @param use told the number of each @param shortest shorter ones are none */
export function numberWords(
  text: string,
  table: WordTable,
  use: (number: number) => void,
  shortest = 1,
): void {
  const folded = foldText(text);
  for (let from = 0; from < folded.length; ) {
    let to = from;
    for (let units = 1; units > 0 && to < folded.length; to += units) units = unitsAt(folded, to);
    if (to - from > LONGEST) use(table.numberOf(folded.slice(from, from + LONGEST).toWellFormed()));
    else if (to - from >= shortest) use(table.numberOf(folded, from, to));
    from = Math.max(to, from + 1);
  }
}
