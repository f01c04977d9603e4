import type { PhraseTable } from "../../model/text.ts";
import type { NamePart } from "./join.ts";
import type { NameCandidate } from "./score.ts";

/** A word is shown in the name as the phrase around it when that has these shares of its score and papers (by eye). */
const AROUND_SCORE = 0.35;
const AROUND_PAPERS = 0.2;

// What makes a term less of a name than it is a term: all of it chosen by eye.
/**
 * What no paper of the topic says in its title is seldom what they are about ("flowers", "computational efficiency"). Acronyms
 * are another matter: their long forms are not always phrases ("large language models").
 */
const UNTITLED = 0.4;
/** A phrase that fewer of the topic's papers hold, in any order of its words, loses by the root of what is lacking. */
const COVERED = 0.08;

/**
 * The phrases that a name is made of, best first: the picked terms in the order of their worth as a name. A single word is
 * shown as the best phrase around it ("game" → "game theory"), if there is one that says nearly as much.
 * @param size papers of the topic
 */
export function labelsOf(
  picked: readonly NameCandidate[],
  list: readonly NameCandidate[],
  { key, surface }: Pick<PhraseTable, "key" | "surface">,
  size: number,
): NamePart[] {
  const labels = picked.map((c) => {
    const around = key[c.phrase].includes(" ")
      ? undefined
      : list.find(
          ({ phrase, score, papers }) =>
            score >= AROUND_SCORE * c.score &&
            papers >= AROUND_PAPERS * c.papers &&
            key[phrase].includes(" ") &&
            key[phrase].split(" ").includes(key[c.phrase]),
        );
    const { phrase, holders } = around ?? c;
    return {
      term: surface[phrase],
      key: key[phrase],
      score: c.score * worth(c, surface[c.phrase], size),
      holders,
    };
  });
  return labels.sort((a, b) => b.score - a.score);
}

/** What a term is worth as a name, as a share of what it is worth as a term. */
function worth({ holders, papers, titled }: NameCandidate, term: string, size: number): number {
  const cover = Math.max(holders.length, papers) / size;
  return (titled === 0 && !term.endsWith(")") ? UNTITLED : 1) * Math.sqrt(Math.min(1, cover / COVERED));
}
