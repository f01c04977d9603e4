import { log } from "../../kernel/numeric.ts";
import type { PhraseTable, TermMatrix } from "../../model/text.ts";
import { isCommon, shareOf, UNKNOWN } from "../background/background.ts";

/** What is read of the term matrix: the letters of its stems. */
export type LetteredTerms = Pick<TermMatrix, "key" | "background">;

/**
 * A word that this share of all papers holds, or a smaller one, names a subject by itself ("reservoir", "treebank"). At .002
 * the names and first five terms of cs15_dev's areas hold .78 of the areas' words, at .0005 and .0002 .88; those of sci24_dev
 * .25, .25 and .24.
 */
const RARE = 0.0005;
/** And the commonest words, and those common in every field, say so much less. */
const LEAST = 0.2;
/** A phrase of nothing but words common in every field says so much less ("parameter estimation"). */
const ALL_COMMON = 0.7;

/**
 * Specificity of phrases where a background is known: a single word says the less by itself the more papers of all sciences
 * hold it ("graph", "price", "electron"); so the phrase around it, or another one, comes first.
 */
export function lessGeneral(
  { key, specificity }: Pick<PhraseTable, "key" | "specificity">,
  matrix: LetteredTerms,
): Float32Array {
  const letters = lettersOf(matrix);
  return specificity.map((own, phrase) => own * generality(key[phrase].split(" "), letters));
}

function generality(stems: readonly string[], letters: ReadonlyMap<string, string>): number {
  const common = stems.every((stem) => isCommon(letters.get(stem) ?? UNKNOWN));
  if (stems.length > 1) return common ? ALL_COMMON : 1;
  return common
    ? LEAST
    : Math.min(1, Math.max(LEAST, log(shareOf(letters.get(stems[0]) ?? UNKNOWN)) / log(RARE)));
}

function lettersOf({ key, background }: LetteredTerms): Map<string, string> {
  const letters = new Map<string, string>();
  let stem = 0;
  for (const term of background ? key : [])
    if (!term.includes(" ")) letters.set(term, background?.stems[stem++] ?? UNKNOWN);
  return letters;
}
