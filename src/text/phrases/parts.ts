import type { PhraseTable, Tokens } from "../../model/text.ts";
import type { Acronym } from "../names/acronyms.ts";
import type { Grams } from "./count.ts";
import type { PhraseWords } from "./words.ts";

/**
 * Which words each paper holds and which each phrase is made of, so that one can count the papers that hold all words
 * of a phrase in any order. Words are the frequent units; who writes an acronym holds the words of its long form too.
 * @param grams the frequent n-grams, from n = 1
 * @param phraseOf for each level, the phrase of each n-gram or −1
 * @param width number of phrases
 */
export function holdWords(
  grams: readonly Grams[],
  phraseOf: readonly Int32Array[],
  width: number,
  { token }: Tokens,
  { unit }: PhraseWords,
  acronyms: readonly Acronym[],
): Pick<PhraseTable, "words" | "parts"> {
  const [single] = grams;
  const wordOf = new Map<number, number>();
  for (let g = 0; g < single.count; g++) wordOf.set(unit[token[single.first[g]]], g);
  const long = new Map<number, number[]>();
  for (const { words, from, to } of acronyms) {
    const short = wordOf.get(unit[words[0]]);
    const parts = Array.from(token.subarray(from, to), (id) => wordOf.get(unit[id]) ?? -1);
    const known = parts.filter((g, k) => g >= 0 || unit[token[from + k]] >= 0);
    if (short !== undefined && known.every((g) => g >= 0)) long.set(short, [...new Set(known)]);
  }
  return { words: expand(single, long), parts: partsOf(grams, phraseOf, width, long) };
}

function expand(
  { rowStart, gram, count }: Grams,
  long: ReadonlyMap<number, readonly number[]>,
): PhraseTable["words"] {
  let extra = 0;
  for (const g of gram) extra += long.get(g)?.length ?? 0;
  const start = new Uint32Array(rowStart.length);
  const word = new Uint32Array(gram.length + extra);
  const seen = new Int32Array(count).fill(-1);
  let end = 0;
  for (let paper = 0; paper + 1 < rowStart.length; paper++) {
    const add = (g: number) => {
      if (seen[g] === paper) return;
      seen[g] = paper;
      word[end++] = g;
    };
    for (let e = rowStart[paper]; e < rowStart[paper + 1]; e++) {
      add(gram[e]);
      for (const g of long.get(gram[e]) ?? []) add(g);
    }
    start[paper + 1] = end;
  }
  return { start, word: word.subarray(0, end), count };
}

function partsOf(
  grams: readonly Grams[],
  phraseOf: readonly Int32Array[],
  width: number,
  long: ReadonlyMap<number, readonly number[]>,
): number[][] {
  const parts = Array.from({ length: width }, (): number[] => []);
  let shorter: number[][] = [];
  for (const [level, { count, head, tail }] of grams.entries()) {
    const own: number[][] = [];
    for (let g = 0; g < count; g++) {
      own.push(level === 0 ? [g] : [...shorter[head[g]], ...shorter[tail[g]].slice(-1)]);
      const phrase = phraseOf[level][g];
      if (phrase >= 0 && (parts[phrase].length === 0 || long.has(g)))
        parts[phrase] = [...new Set(own[g].flatMap((w) => long.get(w) ?? [w]))];
    }
    shorter = own;
  }
  return parts;
}
