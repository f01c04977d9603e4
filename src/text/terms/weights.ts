import { log } from "../../kernel/numeric.ts";
import { type Background, isCommon, shareOf, UNKNOWN } from "../background/background.ts";

/**
 * The background counts as so many papers beside those of the collection: where these are few, a word weighs what it weighs
 * in all of science; where they are many, what it weighs among them. AMI at the true number of topics, samples of 100 / 150 /
 * 300 / 1,000 papers of two labelled collections that are not in the background and all of them: +.03 / .03 / .02 / .01 /
 * .005; medicine, held out whole: +.05 at 150, +.02 at 300. 2,000 and 8,000 score alike.
 */
const PRIOR = 4000;
/** So large a share of the words must be known: a collection in another language is weighed by itself. */
const LEAST_KNOWN = 0.5;

/**
 * A word that this many times more papers of the collection hold than papers elsewhere is one of its subject, however common
 * it is: "transform" where papers are on transformers.
 */
const OWN_WORD = 3;

/** What the stems of a collection weigh, and the letters that say so; none where the background does not know them. */
export interface StemWeights {
  readonly idf: Float32Array;
  readonly letters?: string;
  /** 1 for words that are as common in all of science. */
  readonly common: Uint8Array;
}

/** Smooth idf, ln((n + 1) / (df + 1)) + 1. */
export function ownIdf(df: number, papers: number): number {
  return log((papers + 1) / (df + 1)) + 1;
}

/**
 * The idf of stems, pooled with the background where there is one that knows most of them: ln(1 + (n + m) / (df + m · s)),
 * with m = 4,000 papers of which a share s holds the stem.
 * @param frequency papers that hold each of the stems
 */
export function weighStems(
  stems: readonly string[],
  frequency: Uint32Array,
  papers: number,
  background?: Background,
): StemWeights {
  const letters = background?.letters(stems);
  if (letters === undefined || !isKnown(letters, frequency))
    return {
      idf: Float32Array.from(frequency, (df) => ownIdf(df, papers)),
      common: new Uint8Array(stems.length),
    };
  return {
    idf: Float32Array.from(frequency, (df, i) =>
      log(1 + (papers + PRIOR) / (df + PRIOR * shareOf(letters[i]))),
    ),
    letters,
    common: Uint8Array.from(frequency, (df, i) =>
      isCommon(letters[i]) && df <= OWN_WORD * papers * shareOf(letters[i]) ? 1 : 0,
    ),
  };
}

function isKnown(letters: string, frequency: Uint32Array): boolean {
  let [known, all] = [0, 0];
  for (const [i, df] of frequency.entries()) {
    all += df;
    if (letters[i] !== UNKNOWN) known += df;
  }
  return known >= LEAST_KNOWN * all && all > 0;
}
