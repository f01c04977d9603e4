import { PairSketch, PairTable } from "../../kernel/pairs.ts";
import type { Tokens } from "../../model/text.ts";
import { documentFrequency } from "../tokens/documents.ts";
import { NOTHING, type PartScan, scanParts, type VisitPart } from "./scan.ts";

/** Terms of a collection before weighting: grams are stems (parts of words), then bigrams; term ids descend in frequency. */
export interface TermIndex {
  readonly scan: PartScan;
  readonly bigrams: PairTable;
  /**
   * Of each part that the scan visits, in order, the bigram that it ends, or NO_TERM where there is none that can be a
   * term; those of paper i are [start[i], start[i+1]), the first of them its title's. The parts themselves are visited
   * again where they are wanted: a column of them would be as large as the tokens.
   */
  readonly bigram: Uint32Array;
  readonly start: Uint32Array;
  /** Parts visited in each title. */
  readonly titleParts: Uint32Array;
  /** Term of each gram (part, or number of parts + bigram), or NO_TERM. */
  readonly term: Uint32Array;
  /** Gram of each term. */
  readonly gram: Uint32Array;
  readonly documentFrequency: Uint32Array;
}

/** Of as many tokens (a power of two) one begins a bigram that came before: for the first allocation only. */
const TOKENS_A_BIGRAM = 5;

/** Two words as one text. Joined by hand they would keep the pieces, too: there are hundreds of thousands. */
export function pairName(first: string, second: string): string {
  return [first, second].join(" ");
}

/** In the place of a term or bigram that is none. */
export const NO_TERM = 0xffffffff;

/**
 * Finds the grams of each paper and numbers as terms those that stand in enough papers.
 * @param least papers a term must stand in
 */
export function indexTerms(tokens: Tokens, least: number): TermIndex {
  const papers = tokens.start.length - 1;
  const scan = scanParts(tokens);
  const start = new Uint32Array(papers + 1);
  const titleParts = new Uint32Array(papers);
  const words = scan.parts.names.length;
  const ofParts = new Uint32Array(words);
  /** The paper that was last to have each part, + 1. */
  const last = new Uint32Array(words);
  const sketch = new PairSketch(tokens.token.length);
  let visited = 0;
  let paper = 0;
  let body = 0;
  const count: VisitPart = (part, before, _word, _beforeWord, at) => {
    visited++;
    if (at < body) titleParts[paper]++;
    if (last[part] !== paper + 1) {
      last[part] = paper + 1;
      ofParts[part]++;
    }
    if (before !== NOTHING) sketch.add(before, part);
  };
  for (; paper < papers; paper++) {
    body = tokens.body[paper];
    scan.paper(paper, count);
    start[paper + 1] = visited;
  }
  const bigrams = new PairTable(Math.max(1024, tokens.token.length >> TOKENS_A_BIGRAM));
  const bigram = new Uint32Array(visited);
  let v = 0;
  const pair: VisitPart = (part, before) => {
    const isTerm = before !== NOTHING && sketch.mayReach(before, part, least);
    bigram[v++] = isTerm ? bigrams.add(before, part) : NO_TERM;
  };
  for (let i = 0; i < papers; i++) scan.paper(i, pair);
  const frequency = new Uint32Array(words + bigrams.size);
  frequency.set(ofParts);
  frequency.set(documentFrequency(bigram, start, bigrams.size), words);
  return { scan, bigrams, bigram, start, titleParts, ...orderByFrequency(frequency, least, papers) };
}

/** Counting sort, descending in frequency, ties in order of first appearance. */
function orderByFrequency(frequency: Uint32Array, least: number, papers: number) {
  const place = new Uint32Array(papers + 2);
  let kept = 0;
  for (const f of frequency)
    if (f >= least && f > 0) {
      kept++;
      place[f]++;
    }
  for (let f = papers, next = 0; f >= 0; f--) {
    const here = place[f];
    place[f] = next;
    next += here;
  }
  const term = new Uint32Array(frequency.length).fill(NO_TERM);
  const gram = new Uint32Array(kept);
  const documentFrequency = new Uint32Array(kept);
  for (const [g, f] of frequency.entries()) {
    if (f < least || f === 0) continue;
    const t = place[f]++;
    term[g] = t;
    gram[t] = g;
    documentFrequency[t] = f;
  }
  return { term, gram, documentFrequency };
}
