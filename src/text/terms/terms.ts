import type { TermMatrix, Tokens } from "../../model/text.ts";
import type { Background } from "../background/background.ts";
import { keepLetters } from "../background/saved.ts";
import { termRows } from "./rows.ts";
import { termSurfaces } from "./surface.ts";
import { indexTerms, pairName, type TermIndex } from "./term-index.ts";
import { ownIdf, weighStems } from "./weights.ts";

export interface TermOptions {
  /** Terms in fewer papers are left out; 1 is used for collections of fewer than 10 papers. */
  readonly minDocumentFrequency: number;
  /** How often a title counts, ≥ 1. */
  readonly titleWeight: number;
}

/** In fewer papers than this, a term of one paper is a term. */
const FEW_PAPERS = 10;

/**
 * Term matrix: stems and bigrams (none across a break or a stop word), BM25 term-frequency saturation (Robertson and
 * Zaragoza 2009; k1 1.2, b .75) × smooth idf, that of stems pooled with the background; rows L2-normalised, no upper cut.
 * @param background absent: all is weighed by the collection alone
 */
export function buildTermMatrix(tokens: Tokens, options: TermOptions, background?: Background): TermMatrix {
  const index = indexOf(tokens, options);
  const { gram, documentFrequency } = index;
  const stems = stemsOf(index);
  const { idf, common, letters } = weighTerms(index, stems, tokens.start.length - 1, background);
  return {
    rows: termRows(index, idf, options.titleWeight),
    documentFrequency,
    surface: termSurfaces(tokens, index),
    key: Array.from(gram, (g) => keyOf(index, g)),
    common,
    ...(letters === undefined ? {} : { background: keepLetters(stems, letters) }),
  };
}

/** The stems among the terms, in the order of the terms: what a kept background is of. */
export function termStems(tokens: Tokens, options: TermOptions): string[] {
  return stemsOf(indexOf(tokens, options));
}

function indexOf(tokens: Tokens, options: TermOptions): TermIndex {
  return indexTerms(tokens, tokens.start.length - 1 < FEW_PAPERS ? 1 : options.minDocumentFrequency);
}

function stemsOf({ scan, gram }: TermIndex): string[] {
  const { names } = scan.parts;
  return Array.from(
    gram.filter((g) => g < names.length),
    (g) => names[g],
  );
}

/** What each term weighs, and which say nothing of a subject: words that are common everywhere, and pairs of them. */
function weighTerms(
  { gram, term, documentFrequency, bigrams, scan }: TermIndex,
  stems: readonly string[],
  papers: number,
  background?: Background,
) {
  const { length } = scan.parts.names;
  const own = documentFrequency.filter((_, t) => gram[t] < length);
  const weights = weighStems(stems, own, papers, background);
  const idf = new Float32Array(gram.length);
  const common = new Uint8Array(gram.length);
  let stem = 0;
  for (const [t, g] of gram.entries())
    if (g < length) {
      idf[t] = weights.idf[stem];
      common[t] = weights.common[stem++];
    } else idf[t] = ownIdf(documentFrequency[t], papers);
  for (const [t, g] of gram.entries())
    if (g >= length)
      common[t] = common[term[bigrams.first(g - length)]] & common[term[bigrams.second(g - length)]];
  return { idf, common, letters: weights.letters };
}

function keyOf({ scan, bigrams }: TermIndex, gram: number): string {
  const { names } = scan.parts;
  if (gram < names.length) return names[gram];
  const pair = gram - names.length;
  return pairName(names[bigrams.first(pair)], names[bigrams.second(pair)]);
}
