import type { PhraseTable } from "../../model/text.ts";
import type { NameCandidate } from "./score.ts";

// Which of two phrases, one inside the other, is the term: all of it chosen by eye.
/** A longer phrase, of few words, is preferred to one inside it: share of that one's papers and of its specificity it has at least. */
const LONGER_PAPERS = 0.6;
const LONGER_SPECIFICITY = 0.9;
const MOST_WORDS = 4;
/** And a shorter one of two words or more to the one around it: times its papers, and share of its score, at least. */
const BROADER_PAPERS = 2;
const BROADER_SCORE = 0.7;

/**
 * The terms of each topic, best first: no phrase for two topics (it goes where it scores most), no word twice among
 * the first terms of a topic, whole phrases rather than pieces of them.
 * @param most terms per topic
 */
export function pickTerms(
  candidates: readonly (readonly NameCandidate[])[],
  phrases: PhraseTable,
  most: number,
): NameCandidate[][] {
  const owner = new Map<number, { readonly topic: number; readonly score: number }>();
  for (const [topic, list] of candidates.entries())
    for (const { phrase, score } of list) {
      const known = owner.get(phrase);
      if (known === undefined || score > known.score) owner.set(phrase, { topic, score });
    }
  return candidates.map((list, topic) =>
    pickOwn(
      list.filter(({ phrase }) => owner.get(phrase)?.topic === topic),
      phrases,
      most,
    ),
  );
}

function pickOwn(
  list: readonly NameCandidate[],
  { key, surface, specificity }: PhraseTable,
  most: number,
): NameCandidate[] {
  const words = new Map(list.map(({ phrase }) => [phrase, wordsOf(key[phrase], surface[phrase])] as const));
  const of = (c: NameCandidate) => words.get(c.phrase) ?? [];
  const picked: NameCandidate[] = [];
  const taken = new Set<string>();
  const later: NameCandidate[] = [];
  for (const best of list) {
    if (picked.length === most) break;
    if (of(best).some((w) => taken.has(w))) {
      later.push(best);
      continue;
    }
    const whole = list.find(
      (c) =>
        of(c).length > of(best).length &&
        of(c).length <= MOST_WORDS &&
        c.papers >= LONGER_PAPERS * best.papers &&
        specificity[c.phrase] >= LONGER_SPECIFICITY * specificity[best.phrase] &&
        of(best).every((w) => of(c).includes(w)) &&
        !of(c).some((w) => taken.has(w)),
    );
    const broader = list.find(
      (c) =>
        of(c).length >= 2 &&
        of(c).length < of(best).length &&
        of(c).every((w) => of(best).includes(w)) &&
        c.score >= BROADER_SCORE * best.score &&
        c.holders.length >= BROADER_PAPERS * best.holders.length,
    );
    const chosen = broader ?? whole ?? best;
    picked.push(chosen);
    for (const w of of(chosen)) taken.add(w);
  }
  // Fewer than wanted: phrases that add a word to those picked, rather than nothing.
  for (const c of later) {
    if (picked.length === most) break;
    if (picked.includes(c) || of(c).every((w) => taken.has(w))) continue;
    picked.push(c);
    for (const w of of(c)) taken.add(w);
  }
  return picked;
}

/** Stems of a phrase, and its acronym as a word of its own. */
function wordsOf(key: string, surface: string): string[] {
  const acronym = /\(([^()]+)\)$/.exec(surface);
  return acronym ? [...key.split(" "), acronym[1].toLowerCase()] : key.split(" ");
}
