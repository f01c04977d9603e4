import { foldText, wordsOf } from "../prose/fold.ts";

/** Longer runs of letters and digits are cut: no one types them. */
const LONGEST = 64;

/** The words by which a text is found: folded, cut where they are too long. */
export function searchWords(text: string): string[] {
  return wordsOf(foldText(text)).map((word) =>
    word.length > LONGEST ? word.slice(0, LONGEST).toWellFormed() : word,
  );
}
