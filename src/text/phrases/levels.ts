import type { Tokens } from "../../model/text.ts";
import type { Casing } from "./casing.ts";
import { countLonger, countUnits, type Grams } from "./count.ts";
import { frequentSpelling, type Spelling } from "./surface.ts";
import type { PhraseWords } from "./words.ts";

const LONGEST = 4;

/** The frequent n-grams of one length, the first of them of length 1. */
export interface Level {
  readonly grams: Grams;
  readonly spelling: Spelling;
  /** Per n-gram: 1 for those that are no phrase. */
  readonly dropped: Uint8Array;
}

/**
 * The frequent n-grams of 1 to 4 units.
 * @param minimum in how many papers an n-gram must stand
 */
export function countLevels(tokens: Tokens, casing: Casing, words: PhraseWords, minimum: number): Level[] {
  // The n-gram that begins at each token, or −1: units at first, then the longer ones in their place.
  const gramAt = new Int32Array(tokens.token.length);
  for (let i = 0; i < gramAt.length; i++) gramAt[i] = words.unit[tokens.token[i]];
  const levels: Level[] = [];
  for (let n = 1; n <= LONGEST; n++) {
    const grams =
      n === 1
        ? countUnits(gramAt, words.units, tokens, minimum)
        : countLonger(gramAt, levels[n - 2].grams, tokens, minimum);
    const spelling = frequentSpelling(gramAt, grams, tokens, casing);
    levels.push({ grams, spelling, dropped: new Uint8Array(grams.count) });
  }
  return levels;
}
