import { pow } from "../../kernel/numeric.ts";

/**
 * What is known of the words of science before the first paper is read: what share of the papers of all fields holds a
 * stem, or two stems side by side. Said by one letter for each, see `shareOf`.
 */
export interface Background {
  /** A letter for each key: a stem ("machin"), or stems that stand side by side ("machin learn"). */
  letters(keys: readonly string[]): string;
}

/** The version of the table that ships: what the parameters of maps made with it name. */
export const BACKGROUND = "2026-11";

/** Steps of a letter in a doubling. Half doublings and finer ones score alike. */
export const STEPS = 1.5;
/** The letter of a key that the table lacks, one step below the rarest that it has. */
export const UNKNOWN = "z";

/** Knows no word: everything is weighed by the collection alone. */
export const NO_BACKGROUND: Background = { letters: (keys) => UNKNOWN.repeat(keys.length) };

const FIRST = "a".charCodeAt(0);

/** The share of papers that a letter says: "a" all of them, each further one 1.59 times fewer, "z" 10 in a million. */
export function shareOf(letter: string): number {
  return pow(2, -(letter.toLowerCase().charCodeAt(0) - FIRST) / STEPS);
}

/** Whether a letter is one of a word that is common in all fields ("result", "improve"): it says nothing of a subject. */
export function isCommon(letter: string): boolean {
  return letter < "a";
}
