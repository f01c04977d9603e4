import { log } from "../../kernel/numeric.ts";
import type { TermMatrix, Tokens } from "../../model/text.ts";
import { termRows } from "./rows.ts";
import { termSurfaces } from "./surface.ts";
import { indexTerms, type TermIndex } from "./term-index.ts";

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
 * Zaragoza 2009; k1 1.2, b .75) × smooth idf ln((n+1)/(df+1)) + 1, rows L2-normalised, no upper cut.
 */
export function buildTermMatrix(tokens: Tokens, options: TermOptions): TermMatrix {
  const papers = tokens.start.length - 1;
  const index = indexTerms(tokens, papers < FEW_PAPERS ? 1 : options.minDocumentFrequency);
  const idf = Float32Array.from(index.documentFrequency, (df) => log((papers + 1) / (df + 1)) + 1);
  return {
    rows: termRows(index, idf, options.titleWeight),
    documentFrequency: index.documentFrequency,
    surface: termSurfaces(tokens, index),
    key: Array.from(index.gram, (gram) => keyOf(index, gram)),
  };
}

function keyOf({ scan, bigrams }: TermIndex, gram: number): string {
  const { names } = scan.parts;
  if (gram < names.length) return names[gram];
  const pair = gram - names.length;
  return `${names[bigrams.first(pair)]} ${names[bigrams.second(pair)]}`;
}
