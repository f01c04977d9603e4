import { log } from "../../kernel/numeric.ts";
import type { PhraseTable, TermMatrix } from "../../model/text.ts";
import { shareOf } from "../background/background.ts";

/** What is read of the term matrix: the letters of its stems. */
export type LetteredTerms = Pick<TermMatrix, "key" | "background">;

/** A word that this share of all papers holds, or a smaller one, names a subject by itself ("reservoir", "treebank"). */
const RARE = 0.002;
/** And the commonest words say so much less. */
const LEAST = 0.3;

/**
 * Specificity of phrases where a background is known: a single word says the less by itself the more papers of all sciences
 * hold it ("graph", "price", "electron"); so the phrase around it, or another one, comes first.
 */
export function lessGeneral(
  { key, specificity }: Pick<PhraseTable, "key" | "specificity">,
  matrix: LetteredTerms,
): Float32Array {
  const letters = lettersOf(matrix);
  return specificity.map((own, phrase) => {
    const letter = letters.get(key[phrase]);
    return letter === undefined ? own : own * Math.min(1, Math.max(LEAST, log(shareOf(letter)) / log(RARE)));
  });
}

function lettersOf({ key, background }: LetteredTerms): Map<string, string> {
  const letters = new Map<string, string>();
  let stem = 0;
  for (const term of background ? key : [])
    if (!term.includes(" ")) letters.set(term, background?.stems[stem++] ?? "z");
  return letters;
}
