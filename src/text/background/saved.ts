import type { KeptBackground } from "../../model/map.ts";
import { type Background, UNKNOWN } from "./background.ts";

/** What a map keeps of the background. @param letters one for each of the stems */
export function keepLetters(stems: readonly string[], letters: string): KeptBackground {
  return { stems: letters, sum: sumOf(stems) };
}

/**
 * The background as a map has kept it. The stems of the map are known by their order; where the vocabulary has been
 * changed since, each is looked up among those that the map had.
 * @param stemsOf the stems of the terms of the map as it was saved
 */
export function keptBackground(kept: KeptBackground, stemsOf: () => readonly string[]): Background {
  let known: Map<string, string> | undefined;
  return {
    letters(keys) {
      if (isOf(kept, keys)) return kept.stems;
      known ??= lettersOf(kept, stemsOf());
      return keys.map((key) => known?.get(key) ?? UNKNOWN).join("");
    },
  };
}

function isOf({ stems, sum }: KeptBackground, keys: readonly string[]): boolean {
  return keys.length === stems.length && sumOf(keys) === sum;
}

/** None where another tool has changed the papers: then nobody knows whose letters these are. */
function lettersOf(kept: KeptBackground, stems: readonly string[]): Map<string, string> {
  return new Map(isOf(kept, stems) ? stems.map((stem, i) => [stem, kept.stems[i]]) : []);
}

/** FNV-1a over the letters of words and what parts them. */
function sumOf(words: readonly string[]): number {
  let sum = 0x811c9dc5;
  for (const word of words)
    for (let i = 0; i <= word.length; i++) sum = Math.imul(sum ^ (word.charCodeAt(i) || 0), 0x01000193);
  return sum >>> 0;
}
