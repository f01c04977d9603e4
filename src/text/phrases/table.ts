import { RowBuilder, type SparseRows } from "../../kernel/rows.ts";
import type { PhraseTable, Tokens } from "../../model/text.ts";
import { type Acronym, stemsOf } from "../names/acronyms.ts";
import type { Casing } from "./casing.ts";
import type { Level } from "./levels.ts";
import { holdWords } from "./parts.ts";
import { specificity } from "./specificity.ts";
import { spell, spellLong } from "./surface.ts";
import type { PhraseWords } from "./words.ts";

/** A phrase while its n-grams are gathered: its stems, and the tokens [from, to) that spell it best. */
interface Draft {
  readonly key: string;
  from: number;
  to: number;
  /** How often it is spelt so; 0 for the long form of an acronym, which any n-gram of the same stems outdoes. */
  uses: number;
  /** The short form that most papers give it. */
  short?: Acronym;
}

/** The table of the n-grams that are kept: phrases in the order of their length, then of first appearance. */
export function phraseTable(
  levels: readonly Level[],
  tokens: Tokens,
  casing: Casing,
  words: PhraseWords,
  acronyms: readonly Acronym[],
): PhraseTable {
  const { phraseOf, drafts } = gather(levels, tokens, acronyms);
  const surface = drafts.map(({ from, to, short }) =>
    short ? `${spellLong(tokens, casing, from, to)} (${short.name})` : spell(tokens, casing, from, to),
  );
  const grams = levels.map((level) => level.grams);
  return {
    ...phraseRows(levels, phraseOf, drafts.length),
    surface,
    key: drafts.map(({ key }) => key),
    specificity: Float32Array.from(surface, specificity),
    ...holdWords(grams, phraseOf, drafts.length, tokens, words, acronyms),
  };
}

/** The phrase of each n-gram of each level, or −1: n-grams of the same stems are one, acronyms their long form. */
function gather(
  levels: readonly Level[],
  tokens: Tokens,
  acronyms: readonly Acronym[],
): { phraseOf: Int32Array[]; drafts: Draft[] } {
  const drafts: Draft[] = [];
  const known = new Map<string, number>();
  const acronymOf = new Map(acronyms.flatMap((a) => a.words.map((id) => [id, a] as const)));
  const phraseOf = levels.map(({ grams, spelling, dropped }) => {
    const phrases = new Int32Array(grams.count).fill(-1);
    for (let g = 0; g < grams.count; g++) {
      if (dropped[g] === 1) continue;
      const place = spelling.place[g];
      const acronym = grams.length === 1 ? acronymOf.get(tokens.token[place]) : undefined;
      const { from, to } = acronym ?? { from: place, to: place + grams.length };
      const uses = acronym ? 0 : spelling.uses[g];
      const key = stemsOf(tokens, from, to);
      const phrase = known.get(key) ?? drafts.push({ key, from, to, uses }) - 1;
      known.set(key, phrase);
      phrases[g] = phrase;
      const draft = drafts[phrase];
      if (uses > draft.uses) Object.assign(draft, { from, to, uses });
      if (acronym && acronym.papers > (draft.short?.papers ?? 0)) draft.short = acronym;
    }
    return phrases;
  });
  return { phraseOf, drafts };
}

/** Papers × phrases: occurrences, and 1 where the phrase stands in the title. */
function phraseRows(
  levels: readonly Level[],
  phraseOf: readonly Int32Array[],
  width: number,
): { rows: SparseRows; titles: SparseRows } {
  const papers = levels[0].grams.rowStart.length - 1;
  const occurrences = new Uint32Array(width);
  const inTitle = new Uint8Array(width);
  const entries = levels.reduce((sum, { grams }) => sum + grams.gram.length, 0);
  const rows = new RowBuilder(papers, entries, width);
  const titles = new RowBuilder(papers, entries >> 3, width);
  for (let paper = 0; paper < papers; paper++) {
    const held: number[] = [];
    for (const [n, { grams }] of levels.entries())
      for (let e = grams.rowStart[paper]; e < grams.rowStart[paper + 1]; e++) {
        const phrase = phraseOf[n][grams.gram[e]];
        if (phrase < 0) continue;
        if (occurrences[phrase] === 0) held.push(phrase);
        occurrences[phrase] += grams.coded[e] >> 1;
        inTitle[phrase] |= grams.coded[e] & 1;
      }
    for (const phrase of held) {
      rows.push(phrase, occurrences[phrase]);
      if (inTitle[phrase] === 1) titles.push(phrase, 1);
      occurrences[phrase] = 0;
      inTitle[phrase] = 0;
    }
    rows.endRow(paper);
    titles.endRow(paper);
  }
  return { rows: rows.sorted(), titles: titles.sorted() };
}
