import { BREAK, type Tokens } from "../../model/text.ts";
import { stemParts } from "../words/parts.ts";
import type { Lexicon } from "./lexicon.ts";
import { Scanner } from "./scan.ts";
import { Spellings } from "./spellings.ts";

/** One phrase to replace: the stems of its parts, and what stands for it. */
interface Rule {
  readonly parts: readonly number[];
  /** A short name in capitals ("IT", "CNN") is meant only as written. */
  readonly word?: number;
  readonly instead: readonly number[];
}

/**
 * Puts each line's first phrase wherever one of its others stands; an empty first phrase leaves a BREAK.
 * Phrases match by the stems of their parts, so that inflections and "super-resolution" for "super resolution" count;
 * the longest match wins.
 * @param lexicon the one the tokens were made with; it may grow
 */
export function replaceSynonyms(
  tokens: Tokens,
  lines: readonly (readonly string[])[],
  lexicon: Lexicon,
): Tokens {
  const rules = readRules(lines, lexicon);
  const known = { ...tokens, stem: Uint32Array.from(lexicon.stem), stop: Uint8Array.from(lexicon.stop) };
  const byFirst = new Map<number, Rule[]>();
  const parts = stemParts(lexicon.stems);
  for (const rule of rules(parts.idOf)) {
    const same = byFirst.get(rule.parts[0]) ?? [];
    same.push(rule);
    byFirst.set(rule.parts[0], same);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.parts.length - a.parts.length);

  const out: number[] = [];
  const start = new Uint32Array(tokens.start.length);
  const body = new Uint32Array(tokens.body.length);
  const copy = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      const stem = known.stem[tokens.token[at]];
      const hit =
        tokens.token[at] === BREAK
          ? undefined
          : firstMatch(byFirst.get(parts.part[parts.start[stem]]), at, to);
      if (hit === undefined) out.push(tokens.token[at++]);
      else {
        out.push(...hit.instead);
        at = hit.end;
      }
    }
  };
  const firstMatch = (candidates: readonly Rule[] | undefined, at: number, to: number) => {
    for (const rule of candidates ?? []) {
      const end = matchEnd(rule, at, to);
      if (end > at) return { instead: rule.instead, end };
    }
    return undefined;
  };
  /** Where the match ends, or `at` if there is none: all parts, from the start of a token to the end of one. */
  const matchEnd = (rule: Rule, at: number, to: number) => {
    if (rule.word !== undefined && tokens.token[at] !== rule.word) return at;
    let matched = 0;
    let end = at;
    while (matched < rule.parts.length && end < to) {
      const stem = known.stem[tokens.token[end++]];
      for (let p = parts.start[stem]; p < parts.start[stem + 1]; p++)
        if (parts.part[p] !== rule.parts[matched++]) return at;
    }
    return matched === rule.parts.length ? end : at;
  };
  for (let i = 0; i < body.length; i++) {
    start[i] = out.length;
    copy(tokens.start[i], tokens.body[i]);
    body[i] = out.length;
    copy(tokens.body[i], tokens.start[i + 1]);
  }
  start[body.length] = out.length;
  return { ...known, start, body, token: Uint32Array.from(out), words: lexicon.words, stems: lexicon.stems };
}

/** Reads the phrases in every language spoken in the collection; part ids are known once all are read. */
function readRules(lines: readonly (readonly string[])[], lexicon: Lexicon) {
  const read: { words: Uint32Array; instead: Uint32Array; exact: boolean }[] = [];
  for (const noticed of lexicon.spoken) {
    lexicon.speak(noticed);
    for (const [first, ...others] of lines) {
      const instead = first === undefined ? new Uint32Array(0) : phrase(first, lexicon);
      for (const other of others) {
        const words = phrase(other, lexicon);
        const exact = words.length === 1 && /^[\p{Lu}\p{N}]{1,5}$/u.test(other.trim());
        if (words.length > 0)
          read.push({ words, instead: instead.length > 0 ? instead : Uint32Array.of(BREAK), exact });
      }
    }
  }
  return function* (parts: (stem: number) => Iterable<number>): Generator<Rule> {
    for (const { words, instead, exact } of read) {
      const all = [...words].flatMap((word) => [...parts(lexicon.stem[word])]);
      yield { parts: all, instead: [...instead], ...(exact ? { word: words[0] } : {}) };
    }
  };
}

/** The word ids of a phrase, without the BREAK at its end. */
function phrase(text: string, lexicon: Lexicon): Uint32Array {
  const spellings = new Spellings();
  const scanner = new Scanner(spellings, 16);
  scanner.scan(text);
  const spelling = lexicon.spellingsOf(spellings.columns());
  return scanner.tokens.slice(0, -1).map((id) => lexicon.wordOf(spelling[id]));
}
