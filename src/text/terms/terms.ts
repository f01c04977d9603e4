import { grown } from "../../kernel/columns.ts";
import { log } from "../../kernel/numeric.ts";
import { PairTable } from "../../kernel/pairs.ts";
import type { TermMatrix, Tokens } from "../../model/text.ts";
import { termRows } from "./rows.ts";
import { NOTHING, type PartScan, scanParts, type VisitPart } from "./scan.ts";
import { termSurfaces } from "./surface.ts";

export interface TermOptions {
  /** Terms in fewer papers are left out; 1 is used for collections of fewer than 10 papers. */
  readonly minDocumentFrequency: number;
  /** How often a title counts, ≥ 1. */
  readonly titleWeight: number;
}

/** Terms of a collection before weighting: grams are stems (parts of words), then bigrams; term ids descend in frequency. */
export interface TermIndex {
  readonly scan: PartScan;
  readonly bigrams: PairTable;
  /**
   * Each part that the scan visits, in order, and the bigram that it ends, or NO_TERM; those of paper i are
   * [start[i], start[i+1]), the first of them its title's.
   */
  readonly part: Uint32Array;
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

export const NO_TERM = 0xffffffff;
const FEW_PAPERS = 10;

/**
 * Term matrix: stems and bigrams (none across a break or a stop word), BM25 term-frequency saturation (Robertson and
 * Zaragoza 2009; k1 1.2, b .75) × smooth idf ln((n+1)/(df+1)) + 1, rows L2-normalised, no upper cut.
 */
export function buildTermMatrix(tokens: Tokens, options: TermOptions): TermMatrix {
  const index = indexTerms(tokens, options.minDocumentFrequency);
  const papers = tokens.start.length - 1;
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

/** Counts in how many papers each gram stands and numbers those that are kept. */
function indexTerms(tokens: Tokens, minDocumentFrequency: number): TermIndex {
  const papers = tokens.start.length - 1;
  const least = papers < FEW_PAPERS ? 1 : minDocumentFrequency;
  const scan = scanParts(tokens);
  const bigrams = new PairTable(Math.max(1024, tokens.token.length >> 2));
  const words = documentCounter(scan.parts.names.length);
  const pairs = documentCounter(1024);
  const start = new Uint32Array(papers + 1);
  const titleParts = new Uint32Array(papers);
  let part = new Uint32Array(tokens.token.length + 16);
  let bigram = new Uint32Array(tokens.token.length + 16);
  let visited = 0;
  let paper = 0;
  let body = 0;
  const visit: VisitPart = (id, before, _word, _beforeWord, at) => {
    words.see(id, paper);
    if (at < body) titleParts[paper]++;
    let pair = NO_TERM;
    if (before !== NOTHING) {
      pair = bigrams.add(before, id);
      pairs.see(pair, paper);
    }
    if (visited === bigram.length) {
      part = grown(part);
      bigram = grown(bigram);
    }
    part[visited] = id;
    bigram[visited++] = pair;
  };
  for (; paper < papers; paper++) {
    body = tokens.body[paper];
    scan.paper(paper, visit);
    start[paper + 1] = visited;
  }
  const frequency = new Uint32Array(scan.parts.names.length + bigrams.size);
  frequency.set(words.frequency());
  frequency.set(pairs.frequency().subarray(0, bigrams.size), scan.parts.names.length);
  return { scan, bigrams, part, bigram, start, titleParts, ...orderByFrequency(frequency, least, papers) };
}

/** Counts the documents that ids are seen in; documents come in order. */
function documentCounter(expected: number) {
  let frequency = new Uint32Array(expected);
  let last = new Int32Array(expected).fill(-1);
  return {
    see(id: number, document: number) {
      if (id >= frequency.length) {
        const more = new Uint32Array(id * 2);
        more.set(frequency);
        frequency = more;
        const longer = new Int32Array(id * 2).fill(-1);
        longer.set(last);
        last = longer;
      }
      if (last[id] === document) return;
      last[id] = document;
      frequency[id]++;
    },
    frequency: () => frequency,
  };
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
