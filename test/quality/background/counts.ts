import type { Paper } from "../../../src/model/paper.ts";
import { BACKGROUND, STEPS, UNKNOWN } from "../../../src/text/background/background.ts";
import { indexTerms } from "../../../src/text/terms/term-index.ts";
import { tokenise } from "../../../src/text/tokens/tokens.ts";

/** No field counts as more papers than this: computing and mathematics are half of arXiv, and a tenth of science. */
const MOST_A_FIELD = 5000;
/** Stems and pairs in fewer papers, as they weigh, are left out: they take most of the room and say least. */
const LEAST_STEM = 2;
const LEAST_PAIR = 4;
/** Fields of fewer papers say nothing of what is common in all. */
const LEAST_FIELD = 800;
/**
 * A word is common in all of science where a quarter of the fields use it least and still 1 % of their papers hold it, and
 * that is no less than .4 of its mean share: "network" is in many fields, but mostly of a few.
 */
const COMMON_SHARE = 0.01;
const COMMON_EVENNESS = 0.4;

/** Weighted counts of papers by stem, and by two stems with a space between. */
export interface Counts {
  readonly frequency: Map<string, number>;
  /** Of each stem its shares in the large fields that have it. */
  readonly shares: Map<string, number[]>;
  papers: number;
  weight: number;
  largeFields: number;
}

/** Nothing counted. */
export function createCounts(): Counts {
  return { frequency: new Map(), shares: new Map(), papers: 0, weight: 0, largeFields: 0 };
}

/** Adds the papers of one field. @returns what each of them weighs, up to 1 */
export function countField(counts: Counts, papers: readonly Paper[]): number {
  const weight = Math.min(1, MOST_A_FIELD / papers.length);
  const isLarge = papers.length >= LEAST_FIELD;
  counts.papers += papers.length;
  counts.weight += weight * papers.length;
  if (isLarge) counts.largeFields++;
  const tokens = tokenise(papers, { stopWords: [], synonyms: [], language: "en" });
  const { scan, bigrams, gram, documentFrequency } = indexTerms(tokens, 1);
  const { names } = scan.parts;
  for (const [t, g] of gram.entries()) {
    const df = documentFrequency[t];
    const isPair = g >= names.length;
    // Millions of pairs stand in one paper: in a large field they can't come to count.
    if (isPair && df === 1 && weight < 1) continue;
    const pair = g - names.length;
    const key = isPair ? `${names[bigrams.first(pair)]} ${names[bigrams.second(pair)]}` : names[g];
    counts.frequency.set(key, (counts.frequency.get(key) ?? 0) + df * weight);
    if (isPair || !isLarge) continue;
    const shares = counts.shares.get(key) ?? [];
    shares.push(df / papers.length);
    counts.shares.set(key, shares);
  }
  return weight;
}

/** The table as `readBackground` reads it. */
export function tableOf(counts: Counts): { text: string; stems: number; pairs: number; common: number } {
  const { frequency, weight } = counts;
  const lines = new Map<string, string[]>();
  let [pairs, common] = [0, 0];
  const keys = [...frequency.keys()].sort((a, b) => (a < b ? -1 : 1));
  for (const key of keys) {
    const df = frequency.get(key) ?? 0;
    if (!/^[a-z][a-z0-9]*$/.test(key) || df < LEAST_STEM) continue;
    const isCommon = isCommonStem(counts.shares.get(key) ?? [], counts.largeFields);
    if (isCommon) common++;
    lines.set(key, [`${key} ${letterOf(df / weight, isCommon)}`]);
  }
  for (const key of keys) {
    const [first, second] = key.split(" ");
    const df = frequency.get(key) ?? 0;
    const line = second !== undefined && df >= LEAST_PAIR && lines.has(second) ? lines.get(first) : undefined;
    if (line === undefined) continue;
    line.push(`${second} ${letterOf(df / weight, false)}`);
    pairs++;
  }
  const body = [...lines.values()].map((parts) => parts.join(" "));
  const head = `${BACKGROUND} ${counts.papers} ${Math.round(weight)}`;
  return { text: [head, ...body].join("\n"), stems: lines.size, pairs, common };
}

/** The letter of a share of papers: see `shareOf`. */
export function letterOf(share: number, common: boolean): string {
  const last = UNKNOWN.charCodeAt(0) - "a".charCodeAt(0) - 1;
  const step = Math.min(last, Math.max(0, Math.round(-STEPS * Math.log2(share))));
  const letter = String.fromCharCode("a".charCodeAt(0) + step);
  return common ? letter.toUpperCase() : letter;
}

function isCommonStem(shares: readonly number[], fields: number): boolean {
  const all = [...shares, ...Array.from({ length: fields - shares.length }, () => 0)].sort((a, b) => a - b);
  const quartile = all[all.length >> 2] ?? 0;
  const mean = all.reduce((sum, share) => sum + share, 0) / Math.max(1, fields);
  return quartile >= COMMON_SHARE && quartile >= COMMON_EVENNESS * mean;
}
