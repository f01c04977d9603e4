import type { PhraseTable } from "../../model/text.ts";
import type { Label } from "./join.ts";
import type { Candidate } from "./score.ts";

/** A longer phrase is preferred to one inside it when it stands in so many of that one's papers. */
const LONGER = 0.6;
/** And a shorter one of two words or more to the one around it, when it describes so many times its papers. */
const BROADER = 2;
const BROADER_SCORE = 0.7;

/**
 * The terms of each topic, best first: no phrase for two topics (it goes where it scores most), no word twice among
 * the first terms of a topic, whole phrases rather than pieces of them.
 * @param most terms per topic
 */
export function pickTerms(
  candidates: readonly (readonly Candidate[])[],
  phrases: PhraseTable,
  most: number,
): Candidate[][] {
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
  list: readonly Candidate[],
  { key, surface, specificity }: PhraseTable,
  most: number,
): Candidate[] {
  const words = new Map(list.map(({ phrase }) => [phrase, wordsOf(key[phrase], surface[phrase])] as const));
  const of = (c: Candidate) => words.get(c.phrase) ?? [];
  const picked: Candidate[] = [];
  const taken = new Set<string>();
  const later: Candidate[] = [];
  for (const best of list) {
    if (picked.length === most) break;
    if (of(best).some((w) => taken.has(w))) {
      later.push(best);
      continue;
    }
    const whole = list.find(
      (c) =>
        of(c).length > of(best).length &&
        of(c).length <= 4 &&
        c.papers >= LONGER * best.papers &&
        specificity[c.phrase] >= 0.9 * specificity[best.phrase] &&
        of(best).every((w) => of(c).includes(w)) &&
        !of(c).some((w) => taken.has(w)),
    );
    const broader = list.find(
      (c) =>
        of(c).length >= 2 &&
        of(c).length < of(best).length &&
        of(c).every((w) => of(best).includes(w)) &&
        c.score >= BROADER_SCORE * best.score &&
        c.holders.length >= BROADER * best.holders.length,
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

/** A word is shown in the name as the phrase around it when that says so much of what the word says. */
const AROUND = 0.35;
const AROUND_PAPERS = 0.2;

/**
 * For each picked term, the phrase that a name shows in its place: of a single word, the best phrase around it
 * ("game" → "game theory"), if there is one that says nearly as much.
 */
export function labelsOf(
  picked: readonly Candidate[],
  list: readonly Candidate[],
  { key, surface }: PhraseTable,
): Label[] {
  return picked.map((c) => {
    const around = key[c.phrase].includes(" ")
      ? undefined
      : list.find(
          ({ phrase, score, papers }) =>
            score >= AROUND * c.score &&
            papers >= AROUND_PAPERS * c.papers &&
            key[phrase].includes(" ") &&
            key[phrase].split(" ").includes(key[c.phrase]),
        );
    const { phrase, holders } = around ?? c;
    return { term: surface[phrase], key: key[phrase], score: c.score, holders };
  });
}

/** Stems of a phrase, and its acronym as a word of its own. */
function wordsOf(key: string, surface: string): string[] {
  const acronym = /\(([^()]+)\)$/.exec(surface);
  return acronym ? [...key.split(" "), acronym[1].toLowerCase()] : key.split(" ");
}
