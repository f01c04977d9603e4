import { createBest } from "../../kernel/best.ts";
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
export function scoreNames(
  members: readonly (readonly number[])[],
  phrases: PhraseTable,
  counts: PhraseCounts = countsFor(phrases),
): NameCandidate[][] {
  const rough = roughScores(members, phrases, counts);
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
}

/** Room to count papers by phrase in, all 0 between uses: of many families of topics most hold few of the phrases. */
export interface PhraseCounts {
  readonly all: Uint32Array;
  readonly own: Uint32Array;
  readonly inTitle: Uint32Array;
  /** Words of each phrase. */
  readonly words: Uint8Array;
}

/** Such room for the phrases of a table. */
export function countsFor({ key }: Pick<PhraseTable, "key">): PhraseCounts {
  const column = () => new Uint32Array(key.length);
  return {
    all: column(),
    own: column(),
    inTitle: column(),
    words: Uint8Array.from(key, wordCount),
  };
}

function wordCount(stems: string): number {
  let count = 1;
  for (let at = stems.indexOf(" "); at >= 0; at = stems.indexOf(" ", at + 1)) count++;
  return count;
}

/** The most promising phrases of each topic, by how many papers hold them as they stand. */
function roughScores(
  members: readonly (readonly number[])[],
  { rows, titles, specificity }: PhraseTable,
  { all, own, inTitle, words }: PhraseCounts,
): Rough[][] {
  let universe = 0;
  // What each topic holds: of each phrase, by papers, and by papers that have it in the title.
  const held = members.map((papers) => {
    universe += papers.length;
    const seen: number[] = [];
    for (const p of papers) {
      for (let e = rows.start[p]; e < rows.start[p + 1]; e++)
        if (own[rows.column[e]]++ === 0) seen.push(rows.column[e]);
      for (let e = titles.start[p]; e < titles.start[p + 1]; e++) inTitle[titles.column[e]]++;
    }
    const phrase = new Uint32Array(seen).sort();
    const found = { phrase, papers: phrase.map((c) => own[c]), titled: phrase.map((c) => inTitle[c]) };
    for (const c of phrase) {
      all[c] += own[c];
      own[c] = 0;
      inTitle[c] = 0;
    }
    return found;
  });
  const rough = held.map(({ phrase, papers, titled }, topic) => {
    const size = members[topic].length;
    const rest = universe - size;
    const least = leastPapers(size);
    const formOf = (k: number) =>
      specificity[phrase[k]] *
      (1 + WORD_BONUS * Math.min(words[phrase[k]] - 1, 2)) *
      (1 + (TITLE_BONUS * titled[k]) / papers[k]);
    const best = createBest(CANDIDATES);
    for (let k = 0; k < phrase.length; k++) {
      const a = papers[k];
      const b = all[phrase[k]] - a;
      if (a < least || (rest !== 0 && a * rest <= b * size)) continue;
      const score = formOf(k) * distinction(a, size, b, rest);
      if (score > 0) best.add(k, score);
    }
    return best.items.map((k) => ({
      phrase: phrase[k],
      papers: papers[k],
      others: all[phrase[k]] - papers[k],
      titled: titled[k] / papers[k],
      form: formOf(k),
    }));
  });
  for (const { phrase } of held) for (const c of phrase) all[c] = 0;
  return rough;
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
