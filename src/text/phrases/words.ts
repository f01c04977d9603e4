import { BREAK, type Tokens } from "../../model/text.ts";
import type { Acronym } from "../names/acronyms.ts";
import { isName } from "../names/form.ts";
import { cannotEnd, isEmptyAlone, isEmptyInPhrase, isWeak } from "../words/generic.ts";
import type { Casing } from "./casing.ts";
import type { Grammar } from "./grammar.ts";

/** What each word is to phrases, by word id. */
export interface PhraseWords {
  /** The unit that a word counts as, or −1: its stem, or an acronym of its own (from `stems` on). */
  readonly unit: Int32Array;
  /** Stems and acronyms. */
  readonly units: number;
  /** 1 for words that a phrase must not end in. */
  readonly noEnd: Uint8Array;
  /** 1 for words that say nothing without another that does. */
  readonly empty: Uint8Array;
  /** 1 for words that say nothing in a phrase of several words either, unless another one does. */
  readonly vague: Uint8Array;
}

/** Tells which words phrases are made of, and at which words they stop. */
export function phraseWords(
  { words, stem, stems, stop }: Tokens,
  { fold }: Pick<Casing, "fold">,
  { verb, modifier, nounless }: Grammar,
  acronyms: readonly Acronym[],
): PhraseWords {
  const unit = new Int32Array(words.length).fill(-1);
  const noEnd = new Uint8Array(words.length);
  const empty = new Uint8Array(words.length);
  const vague = new Uint8Array(words.length);
  for (const [id, word] of words.entries()) {
    if (id === BREAK || stop[id] === 1) continue;
    const lower = word.toLowerCase();
    // A word has a letter, and Latin letters come in twos at least; numbers are no phrases.
    if (
      !/\p{L}/u.test(word) ||
      /^(?:[\p{Script=Latin}]|\p{N}+x\p{N}*)$/u.test(word) ||
      isWeak(lower) ||
      verb[fold[id]] === 1
    )
      continue;
    unit[id] = stem[id];
    if (cannotEnd(lower) || modifier[fold[id]] === 1) noEnd[id] = 1;
    if (isEmptyAlone(lower) || (nounless[fold[id]] === 1 && !isName(word))) empty[id] = 1;
    if (isEmptyInPhrase(lower)) vague[id] = 1;
  }
  for (const [k, { words: spellings }] of acronyms.entries())
    for (const id of spellings) {
      unit[id] = stems.length + k;
      noEnd[id] = 0;
      empty[id] = 0;
      vague[id] = 0;
    }
  return { unit, units: stems.length + acronyms.length, noEnd, empty, vague };
}
