import { log } from "../kernel/numeric.ts";
import type { PhraseTable } from "../model/text.ts";

/** A phrase as a name for one topic. */
export interface Candidate {
  /** Column of the phrase table. */
  readonly phrase: number;
  readonly score: number;
  /** Papers of the topic that hold it. */
  readonly papers: number;
  /** Share of the topic's papers that hold it, and of the other papers. */
  readonly inside: number;
  readonly outside: number;
}

/** So many candidates of each topic are looked at. */
const CANDIDATES = 400;
/** Nouns that make a phrase no more telling: "pruning method" says "pruning". */
const EMPTY_HEADS =
  /^(?:abilit|accurac|algorithm|analys|application|approach|architecture|area|article|aspect|author|capabilit|case|challenge|cost|data|dataset|datasets|effect|experiment|framework|issue|level|literature|mechanism|method|methodolog|metric|model|paper|parameter|performance|pipeline|problem|process|propert|quality|result|scheme|setting|solution|stage|strateg|stud|system|task|technique|time|tool|trade-off|gain|drop|count|speed-up|value|variant|work)(?:s|es|is|y|ies)?$/;
const ADJECTIVE = /(?:[^aeiou]al|ive|ous|ary|ed|ible|able|ic|ian|ish)$/;

/**
 * Scores phrases as names of topics against their siblings: √(log-likelihood ratio of document counts, topic against
 * the rest; Dunning 1993) × (share of the topic's papers)^¼ × (1 + .5 · min(words − 1, 2)) × (1 + .5 · share in titles),
 * less for phrases that say little. Best first; ties by column.
 * @param members papers of each topic; together they are the universe that "the rest" is taken from
 */
export function scoreNames(members: readonly (readonly number[])[], phrases: PhraseTable): Candidate[][] {
  const { rows, titles, surface, key } = phrases;
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
    const least = size < 8 ? 1 : size < 30 ? 2 : 3;
    const out: Candidate[] = [];
    for (const c of seen) {
      const a = own[c];
      const b = all[c] - a;
      const inside = a / size;
      const outside = rest > 0 ? b / rest : 0;
      if (a >= least && (inside > outside || rest === 0)) {
        const surprise = rest > 0 ? Math.sqrt(likelihoodRatio(a, size, b, rest)) : Math.sqrt(a);
        const words = key[c].split(" ").length;
        const score =
          surprise *
          Math.sqrt(Math.sqrt(inside)) *
          (1 + 0.5 * Math.min(words - 1, 2)) *
          (1 + (0.5 * inTitle[c]) / a) *
          tellingness(surface[c]);
        if (score > 0) out.push({ phrase: c, score, papers: a, inside, outside });
      }
    }
    for (const c of seen) {
      own[c] = 0;
      inTitle[c] = 0;
    }
    return out.sort((x, y) => y.score - x.score || x.phrase - y.phrase).slice(0, CANDIDATES);
  });
}

/** Dunning's G² of two shares, a of n against b of m. */
function likelihoodRatio(a: number, n: number, b: number, m: number): number {
  const share = (a + b) / (n + m);
  const part = (seen: number, expected: number) => (seen > 0 ? seen * log(seen / expected) : 0);
  const g =
    part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) + part(m - b, m * (1 - share));
  return Math.max(0, 2 * g);
}

/** How much a phrase says by its form, 0 to 1. */
function tellingness(surface: string): number {
  const words = surface.replace(/ \([^()]*\)$/, "").split(" ");
  const last = words[words.length - 1].toLowerCase();
  if (words.length > 1) return EMPTY_HEADS.test(last) ? 0.7 : 1;
  if (/[\d\p{Lu}]/u.test(surface.slice(1))) return 0.8;
  return EMPTY_HEADS.test(last) ? 0.3 : ADJECTIVE.test(last) ? 0.55 : 1;
}
