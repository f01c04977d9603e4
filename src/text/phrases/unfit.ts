import type { Tokens } from "../../model/text.ts";
import type { Level } from "./levels.ts";
import type { PhraseWords } from "./words.ts";

/**
 * A candidate that stands so often inside one longer candidate is a fragment of it. Chosen by reading names; .5 and .9 change 1
 * and 3 of 234 names and terms of labelled areas.
 */
const FRAGMENT = 0.7;

/** Drops n-grams that begin with "new", end in an adjective, or are of empty words only; in place. */
export function dropUnfit(
  levels: readonly Level[],
  { token, words }: Tokens,
  { noEnd, empty, vague }: PhraseWords,
): void {
  for (const { grams, spelling, dropped } of levels) {
    const saysNothing = grams.length === 1 ? empty : vague;
    for (let g = 0; g < grams.count; g++) {
      const ids = token.subarray(spelling.place[g], spelling.place[g] + grams.length);
      if (
        words[ids[0]] === "new" ||
        noEnd[ids[ids.length - 1]] === 1 ||
        ids.every((id) => saysNothing[id] === 1)
      )
        dropped[g] = 1;
    }
  }
}

/**
 * Drops n-grams that nearly always stand inside a longer one that is kept; in place. But what is left of a phrase without
 * an empty word at its end is whole: "channel pruning" of "channel pruning method".
 */
export function dropFragments(
  levels: readonly Level[],
  { token }: Tokens,
  { noEnd, empty }: PhraseWords,
): void {
  for (let n = 1; n < levels.length; n++) {
    const { grams, spelling, dropped } = levels[n];
    const shorter = levels[n - 1];
    const drop = (part: number, g: number, wordLeft: number) => {
      const isWhole = n > 1 && empty[wordLeft] === 1 && noEnd[wordLeft] === 0;
      if (!isWhole && grams.occurrences[g] >= FRAGMENT * shorter.grams.occurrences[part])
        shorter.dropped[part] = 1;
    };
    for (let g = 0; g < grams.count; g++) {
      if (dropped[g] === 1) continue;
      drop(grams.head[g], g, token[spelling.place[g] + n]);
      drop(grams.tail[g], g, token[spelling.place[g]]);
    }
  }
}
