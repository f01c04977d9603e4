import { RowBuilder, type SparseRows } from "../../kernel/rows.ts";
import type { PhraseTable, Tokens } from "../../model/text.ts";
import { type Acronym, findAcronyms, stemsOf } from "../names/acronyms.ts";
import { type Casing, findCasing } from "./casing.ts";
import { countLonger, countUnits, type Grams } from "./count.ts";
import { findGrammar } from "./grammar.ts";
import { holdWords } from "./parts.ts";
import { tellingness } from "./specificity.ts";
import { frequentSpelling, type Spelling, spell, spellLong } from "./surface.ts";
import { type PhraseWords, phraseWords } from "./words.ts";

const LONGEST = 4;
/** A candidate that stands so often inside one longer candidate is a fragment of it. */
const FRAGMENT = 0.7;

/** The frequent n-grams of one length, with what each is a candidate as: a column of the table, or −1. */
interface Level {
  readonly grams: Grams;
  readonly spelling: Spelling;
  readonly dropped: Uint8Array;
}

/**
 * Candidate phrases for names: runs of 1 to 4 words between stop words, phrase ends and empty words of scholarly
 * prose, grouped by stem; fragments of longer phrases are left out. Acronyms count as their expansion and are shown
 * with it: "neural architecture search (NAS)". Linear in the number of tokens.
 */
export function findPhrases(tokens: Tokens): PhraseTable {
  const papers = tokens.start.length - 1;
  const minimum = papers <= 20 ? 1 : papers < 400 ? 2 : Math.max(3, Math.floor(papers / 5000));
  const acronyms = findAcronyms(tokens).filter((a) => a.merges);
  const casing = findCasing(tokens);
  const words = phraseWords(tokens, casing, findGrammar(tokens, casing), acronyms);
  const levels = countLevels(tokens, casing, words, minimum);
  dropUnfit(levels, tokens, words);
  return assemble(levels, tokens, casing, words, acronyms);
}

function countLevels(tokens: Tokens, casing: Casing, words: PhraseWords, minimum: number): Level[] {
  const at = new Int32Array(tokens.token.length);
  for (let i = 0; i < at.length; i++) at[i] = words.unit[tokens.token[i]];
  const levels: Level[] = [];
  for (let n = 1; n <= LONGEST; n++) {
    const grams =
      n === 1
        ? countUnits(at, words.units, tokens, minimum)
        : countLonger(at, levels[n - 2].grams, tokens, minimum);
    const spelling = frequentSpelling(at, grams, tokens, casing);
    levels.push({ grams, spelling, dropped: new Uint8Array(grams.count) });
  }
  return levels;
}

/**
 * Drops phrases that begin with "new" or end in an adjective, phrases of empty words only, and fragments: but what is
 * left of a phrase without an empty word at its end is whole ("channel pruning" of "channel pruning method").
 */
function dropUnfit(
  levels: readonly Level[],
  { token, words }: Tokens,
  { noEnd, empty, vague }: PhraseWords,
): void {
  for (const { grams, spelling, dropped } of levels) {
    for (let g = 0; g < grams.count; g++) {
      const at = spelling.at[g];
      const silent = grams.length === 1 ? empty : vague;
      let telling = false;
      for (let i = at; i < at + grams.length; i++) if (silent[token[i]] === 0) telling = true;
      if (!telling || noEnd[token[at + grams.length - 1]] === 1 || words[token[at]] === "new") dropped[g] = 1;
    }
  }
  for (let n = 1; n < levels.length; n++) {
    const { grams, spelling, dropped } = levels[n];
    const shorter = levels[n - 1];
    for (let g = 0; g < grams.count; g++) {
      if (dropped[g] === 1) continue;
      const first = token[spelling.at[g]];
      const last = token[spelling.at[g] + n];
      const swallow = (part: number, left: number) => {
        const whole = n > 1 && empty[left] === 1 && noEnd[left] === 0;
        if (!whole && grams.occurrences[g] >= FRAGMENT * shorter.grams.occurrences[part])
          shorter.dropped[part] = 1;
      };
      swallow(grams.head[g], last);
      swallow(grams.tail[g], first);
    }
  }
}

/** Columns in the order of their length, then of first appearance; n-grams of the same stems share one. */
function assemble(
  levels: readonly Level[],
  tokens: Tokens,
  casing: Casing,
  words: PhraseWords,
  acronyms: readonly Acronym[],
): PhraseTable {
  const key: string[] = [];
  const surface: string[] = [];
  const uses: number[] = [];
  const columns = new Map<string, number>();
  const long = new Map(acronyms.flatMap((a) => a.words.map((id) => [id, a] as const)));
  const short = new Map<number, { readonly name: string; readonly papers: number }>();
  const columnOf = levels.map(({ grams, spelling, dropped }) => {
    const column = new Int32Array(grams.count).fill(-1);
    for (let g = 0; g < grams.count; g++) {
      if (dropped[g] === 1) continue;
      const place = spelling.at[g];
      const acronym = grams.length === 1 ? long.get(tokens.token[place]) : undefined;
      const from = acronym?.from ?? place;
      const length = acronym ? acronym.to - acronym.from : grams.length;
      const stems = stemsOf(tokens, from, from + length);
      let c = columns.get(stems);
      if (c === undefined) {
        c = key.length;
        columns.set(stems, c);
        key.push(stems);
        surface.push((acronym ? spellLong : spell)(tokens, casing, from, length));
        uses.push(acronym ? 0 : spelling.uses[g]);
      } else if (!acronym && spelling.uses[g] > uses[c]) {
        surface[c] = (short.has(c) ? spellLong : spell)(tokens, casing, from, length);
        uses[c] = spelling.uses[g];
      }
      if (acronym && acronym.papers > (short.get(c)?.papers ?? 0)) short.set(c, acronym);
      column[g] = c;
    }
    return column;
  });
  for (const [c, { name }] of short) surface[c] += ` (${name})`;
  return {
    ...toRows(levels, columnOf, key.length),
    surface,
    key,
    telling: Float32Array.from(surface, tellingness),
    ...holdWords(
      levels.map(({ grams }) => grams),
      columnOf,
      key.length,
      tokens,
      words,
      acronyms,
    ),
  };
}

function toRows(
  levels: readonly Level[],
  columnOf: readonly Int32Array[],
  width: number,
): { rows: SparseRows; titles: SparseRows } {
  const papers = levels[0].grams.rowStart.length - 1;
  const count = new Uint32Array(width);
  const title = new Uint8Array(width);
  const entries = levels.reduce((sum, { grams }) => sum + grams.gram.length, 0);
  const all = new RowBuilder(papers, entries, width);
  const titles = new RowBuilder(papers, entries >> 3, width);
  for (let paper = 0; paper < papers; paper++) {
    const seen: number[] = [];
    for (const [n, { grams }] of levels.entries())
      for (let e = grams.rowStart[paper]; e < grams.rowStart[paper + 1]; e++) {
        const c = columnOf[n][grams.gram[e]];
        if (c < 0) continue;
        if (count[c] === 0) seen.push(c);
        count[c] += grams.coded[e] >> 1;
        title[c] |= grams.coded[e] & 1;
      }
    for (const c of seen) {
      all.push(c, count[c]);
      if (title[c] === 1) titles.push(c, 1);
      count[c] = 0;
      title[c] = 0;
    }
    all.endRow(paper);
    titles.endRow(paper);
  }
  return { rows: all.sorted(), titles: titles.sorted() };
}
