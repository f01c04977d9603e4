import { hashPair } from "../kernel/pairs.ts";
import { foldText, wordsOf } from "../prose/fold.ts";

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
