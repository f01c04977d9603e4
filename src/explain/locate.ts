import type { Paper } from "../model/paper.ts";
import { BREAK, type Tokens } from "../model/text.ts";

export type FieldName = "title" | "abstract";

/** Where one token stands in its paper's own text. */
export interface Place {
  readonly field: FieldName;
  readonly start: number;
  readonly end: number;
}

/** How far ahead a word is looked for: markup and LaTeX that were cleaned away may stand between two words. */
const WINDOW = 400;

/**
 * Finds the tokens of paper i in its title and abstract as they are stored, by walking both in step. Tokens come from the
 * cleaned text, so that a word written with markup inside ("H<sub>2</sub>O") may not be found: it has no place.
 * @returns one entry a token, aligned with [tokens.start[i], tokens.start[i+1])
 */
export function locateTokens(tokens: Tokens, paper: Paper, i: number): (Place | undefined)[] {
  const places: (Place | undefined)[] = [];
  for (const field of ["title", "abstract"] as const) {
    const [from, to] =
      field === "title" ? [tokens.start[i], tokens.body[i]] : [tokens.body[i], tokens.start[i + 1]];
    const text = paper[field];
    let at = 0;
    for (let t = from; t < to; t++) {
      const word = tokens.token[t] === BREAK ? "" : tokens.words[tokens.token[t]];
      const start = word === "" ? -1 : find(text, word, at);
      places.push(start < 0 ? undefined : { field, start, end: start + word.length });
      // Han characters come as overlapping pairs: the next may begin within this one.
      if (start >= 0) at = start + (isHan(word) ? 1 : word.length);
    }
  }
  return places;
}

const isHan = (word: string) => /^\p{Script=Han}/u.test(word);

/** Where a word stands at or soon after `at`, not within a longer word; −1 where it does not. */
function find(text: string, word: string, at: number): number {
  const near = text.slice(at, at + WINDOW + word.length);
  for (let from = 0; ; from++) {
    from = near.indexOf(word, from);
    if (from < 0) return -1;
    if (isHan(word) || !(isWord(near[from - 1]) || isWord(near[from + word.length]))) return at + from;
  }
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
