import type { PhraseTable, Tokens } from "../../model/text.ts";
import { findAcronyms } from "../names/acronyms.ts";
import { findCasing } from "./casing.ts";
import { type LetteredTerms, lessGeneral } from "./general.ts";
import { findGrammar } from "./grammar.ts";
import { countLevels } from "./levels.ts";
import { phraseTable } from "./table.ts";
import { dropFragments, dropUnfit } from "./unfit.ts";
import { phraseWords } from "./words.ts";

/**
 * Candidate phrases for names: runs of 1 to 4 words between stop words, phrase ends and empty words of scholarly
 * prose, grouped by stem; fragments of longer phrases are left out. Acronyms count as their expansion and are shown
 * with it: "neural architecture search (NAS)". Linear in the number of tokens.
 *
 * A *word* is one spelling, a *unit* what its spellings share (a stem or an acronym), an *n-gram* a run of n frequent
 * units, a *phrase* the n-grams of the same stems, a column of the table.
 *
 * ```
 * Tokens ─▶ Acronym[] ────────────────────────┐
 *        ─▶ Casing ─▶ Grammar ─▶ PhraseWords (word → unit, and where phrases stop)
 *                                     │
 *                   countUnits, countLonger: Grams of 1 … 4 units, each with its Spelling: a Level
 *                                     │
 *                   dropUnfit, dropFragments: which n-grams are no phrase
 *                                     │
 *                   phraseTable: n-gram → phrase, papers × phrases, surface, specificity, words and parts
 * ```
 */
export function findPhrases(tokens: Tokens, matrix?: LetteredTerms): PhraseTable {
  const papers = tokens.start.length - 1;
  const minimum = papers <= 20 ? 1 : papers < 400 ? 2 : Math.max(3, Math.floor(papers / 5000));
  const acronyms = findAcronyms(tokens).filter((a) => a.merges);
  const casing = findCasing(tokens);
  const words = phraseWords(tokens, casing, findGrammar(tokens, casing), acronyms);
  const levels = countLevels(tokens, casing, words, minimum);
  dropUnfit(levels, tokens, words);
  dropFragments(levels, tokens, words);
  const table = phraseTable(levels, tokens, casing, words, acronyms);
  return matrix ? { ...table, specificity: lessGeneral(table, matrix) } : table;
}
