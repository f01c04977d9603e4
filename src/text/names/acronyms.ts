import type { Tokens } from "../../model/text.ts";
import { longFormAt } from "./long-form.ts";

/** A short form with the long form that its papers agree on. */
export interface Acronym {
  /** In the singular: "GAN". */
  readonly name: string;
  /** The word ids it is written with: "GAN", "GANs". */
  readonly words: readonly number[];
  /** Where the long form stands in the token column, at its first definition: [from, to). */
  readonly from: number;
  readonly to: number;
  /** Papers that define it so. */
  readonly papers: number;
  /** Whether it stands for its long form in counts: not where next to nobody who uses it means the words. */
  readonly merges: boolean;
}

/** A short form: two capitals at least, at most ten letters, digits, "&" or "-". */
const SHORT = /^(?=[^\p{Lu}]*\p{Lu}[^\p{Lu}]*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}&-]{0,8}[\p{L}\p{N}]$/u;
/** A name in mixed case ("ResNet") stands for its long form only where one in five of the papers that use it spell it out. .05 and .5 change 5 of 234 names and terms of labelled areas. */
const SPELT_OUT = 0.2;
/** The same for capitals ("GAN"), which are seldom anything else: 0 and .1 change none of them. */
const RARELY = 0.02;
/** Where more papers than this use a short form ("BART") that one alone spells out, it needs as large a share as a name in mixed case. */
const FEW = 3;
/** Papers may disagree: one in four may mean another thing by it. .5 and .95 change 7 and 2 of those names. */
const AGREEMENT = 0.75;

/** The letters by which a word could be an acronym, or "" where it is none. */
export function shortForm(word: string): string {
  if (word.length > 11 || !SHORT.test(word)) return "";
  return /\p{Lu}s$/u.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}

/**
 * Acronyms with their expansions, as the papers define them: "neural architecture search (NAS)".
 * A short form that papers expand in different ways is left out. In the order of first appearance.
 */
export function findAcronyms(tokens: Tokens): Acronym[] {
  const { token, start, words } = tokens;
  const short = words.map(shortForm);
  const isShort = Uint8Array.from(short, (s) => (s === "" ? 0 : 1));
  const found = new Map<string, Map<string, { from: number; to: number; papers: number; last: number }>>();
  const uses = new Uint32Array(words.length);
  const lastUse = new Int32Array(words.length).fill(-1);
  for (let paper = 0; paper + 1 < start.length; paper++) {
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      if (isShort[token[i]] === 0) continue;
      if (lastUse[token[i]] !== paper) uses[token[i]]++;
      lastUse[token[i]] = paper;
      if (i < start[paper] + 2) continue;
      const from = longFormAt(tokens, short[token[i]], i, start[paper]);
      if (from < 0) continue;
      const meanings = found.get(short[token[i]]) ?? new Map();
      found.set(short[token[i]], meanings);
      const key = stemsOf(tokens, from, i - 1);
      const known = meanings.get(key);
      if (known === undefined) meanings.set(key, { from, to: i - 1, papers: 1, last: paper });
      else if (known.last !== paper) {
        known.papers++;
        known.last = paper;
      }
    }
  }
  const spelt = spellings(short, found);
  const out: Acronym[] = [];
  for (const [name, meanings] of found) {
    let total = 0;
    let best: { from: number; to: number; papers: number } | undefined;
    for (const meaning of meanings.values()) {
      total += meaning.papers;
      if (best === undefined || meaning.papers > best.papers) best = meaning;
    }
    if (best === undefined || best.papers < AGREEMENT * total) continue;
    const spellings = spelt.get(name) ?? [];
    const users = Math.max(...spellings.map((word) => uses[word]));
    const { from, to, papers } = best;
    const whole = stemsOf(tokens, from, to).includes(" ");
    const rarely = papers === 1 && users > FEW ? SPELT_OUT : RARELY;
    const merges = whole && papers >= (/\p{Ll}/u.test(name) ? SPELT_OUT : rarely) * users;
    out.push({ name, words: spellings, from, to, papers, merges });
  }
  return out;
}

/** The stems of a stretch of tokens without its stop words, separated by spaces. */
export function stemsOf({ token, stem, stems, stop }: Tokens, from: number, to: number): string {
  let key = "";
  for (let i = from; i < to; i++)
    if (stop[token[i]] === 0) key += (key === "" ? "" : " ") + stems[stem[token[i]]];
  return key;
}

function spellings(short: readonly string[], wanted: ReadonlyMap<string, unknown>): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const [word, name] of short.entries()) {
    if (name === "" || !wanted.has(name)) continue;
    const list = out.get(name);
    if (list === undefined) out.set(name, [word]);
    else list.push(word);
  }
  return out;
}
