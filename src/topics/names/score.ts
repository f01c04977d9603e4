import { log } from "../../kernel/numeric.ts";
import type { PhraseTable } from "../../model/text.ts";
import { coverOf } from "./cover.ts";

/** A phrase as a name for one topic. */
export interface NameCandidate {
  /** Column of the phrase table. */
  readonly phrase: number;
  readonly score: number;
  /** Papers of the topic that hold it. */
  readonly papers: number;
  /** Share of the topic's papers that hold it, and of the other papers. */
  readonly inside: number;
  readonly outside: number;
  /** Places in the topic's list of the papers that hold all its words, in any order. */
  readonly holders: Uint32Array;
  /** Share of those of its papers that hold it in their title. */
  readonly titled: number;
}

/** So many candidates of each topic are looked at closely (by eye). */
const CANDIDATES = 120;
// How names are scored, as the exponents below: by eye.
/** A paper that holds all words of a phrase, but not the phrase, counts so much. */
const LOOSELY = 0.5;
/** But no more than so many a paper that holds the phrase: common words meet without meaning it ("dynamic", "networks"). */
const MOST_LOOSE = 3;
/** What each word after the first adds, up to three words, and what it adds that all papers have the phrase in the title. */
const WORD_BONUS = 0.6;
const TITLE_BONUS = 0.5;
/** Papers of a topic that must hold a phrase, by its size. */
const leastPapers = (size: number) => (size < 8 ? 1 : size < 30 ? 2 : 3);

/**
 * Scores phrases as names of topics against their siblings: √(log-likelihood ratio of document counts, topic against
 * the rest; Dunning 1993) × (share of the topic's papers)^⅜ × (the topic's share of the papers that hold it)^¼
 * × (1 + WORD_BONUS · min(words − 1, 2)) × (1 + TITLE_BONUS · share in titles) × how much the phrase says by its form. Papers that
 * hold all words of the phrase, but not the phrase itself, count half, up to three times as many. Best first; ties by column.
 * @param members papers of each topic; together they are the universe that "the rest" is taken from
 */
export function scoreNames(members: readonly (readonly number[])[], phrases: PhraseTable): NameCandidate[][] {
  const rough = roughScores(members, phrases);
  const covers = coverOf(
    members,
    rough.map((list) => list.map(({ phrase }) => phrase)),
    phrases,
  );
  const universe = members.reduce((sum, { length }) => sum + length, 0);
  return rough.map((list, topic) => {
    const size = members[topic].length;
    return list
      .map(({ phrase, papers, others, titled, form }, k) => {
        const { inside: holders, outside } = covers[topic][k];
        const a = papers + LOOSELY * Math.min(MOST_LOOSE * papers, Math.max(0, holders.length - papers));
        const b = others + LOOSELY * Math.max(0, outside - others);
        return {
          phrase,
          score: form * distinction(a, size, b, universe - size),
          papers,
          inside: papers / size,
          outside: universe > size ? others / (universe - size) : 0,
          holders,
          titled,
        };
      })
      .sort((x, y) => y.score - x.score || x.phrase - y.phrase);
  });
}

interface Rough {
  readonly phrase: number;
  readonly papers: number;
  readonly others: number;
  readonly titled: number;
  readonly form: number;
  readonly score: number;
}

/** The most promising phrases of each topic, by how many papers hold them as they stand. */
function roughScores(members: readonly (readonly number[])[], phrases: PhraseTable): Rough[][] {
  const { rows, titles, key, specificity } = phrases;
  const all = new Uint32Array(rows.width);
  let universe = 0;
  for (const papers of members) {
    universe += papers.length;
    for (const p of papers) for (let e = rows.start[p]; e < rows.start[p + 1]; e++) all[rows.column[e]]++;
  }
  const own = new Uint32Array(rows.width);
  const inTitle = new Uint32Array(rows.width);
  return members.map((papers) => {
    const seen: number[] = [];
    for (const p of papers) {
      for (let e = rows.start[p]; e < rows.start[p + 1]; e++)
        if (own[rows.column[e]]++ === 0) seen.push(rows.column[e]);
      for (let e = titles.start[p]; e < titles.start[p + 1]; e++) inTitle[titles.column[e]]++;
    }
    const size = papers.length;
    const rest = universe - size;
    const least = leastPapers(size);
    const out: Rough[] = [];
    for (const c of seen) {
      const a = own[c];
      const b = all[c] - a;
      if (a >= least && (rest === 0 || a * rest > b * size)) {
        const words = key[c].split(" ").length;
        const form =
          specificity[c] * (1 + WORD_BONUS * Math.min(words - 1, 2)) * (1 + (TITLE_BONUS * inTitle[c]) / a);
        const score = form * distinction(a, size, b, rest);
        if (score > 0) out.push({ phrase: c, papers: a, others: b, titled: inTitle[c] / a, form, score });
      }
    }
    for (const c of seen) {
      own[c] = 0;
      inTitle[c] = 0;
    }
    return out.sort((x, y) => y.score - x.score || x.phrase - y.phrase).slice(0, CANDIDATES);
  });
}

/** How well being held by a of n papers, and by b of m others, sets a topic apart and describes it. */
function distinction(a: number, n: number, b: number, m: number): number {
  const surprise = m > 0 ? Math.sqrt(likelihoodRatio(a, n, b, m)) : Math.sqrt(a);
  const described = Math.sqrt(Math.sqrt(a / n));
  return surprise * described * Math.sqrt(described) * Math.sqrt(Math.sqrt(a / (a + b)));
}

/** Dunning's G² of two shares, a of n against b of m. */
function likelihoodRatio(a: number, n: number, b: number, m: number): number {
  const share = (a + b) / (n + m);
  const part = (seen: number, expected: number) => (seen > 0 ? seen * log(seen / expected) : 0);
  const g =
    part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) + part(m - b, m * (1 - share));
  return Math.max(0, 2 * g);
}
