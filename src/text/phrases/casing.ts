import { BREAK, type Tokens } from "../../model/text.ts";

/** How words are shown. */
export interface Casing {
  /** The first word id of the same letters in lower case. */
  readonly fold: Uint32Array;
  /** Per folded word id: the way it is written inside sentences ("Gaussian", "network", "ImageNet"). */
  readonly shown: readonly string[];
  /** Per folded word id: 1 where it is written in lower case anywhere. */
  readonly lower: Uint8Array;
}

/** "Network", "Short-Term": ordinary words as titles write them. */
const CAPITALISED = /^\p{Lu}[\p{Ll}'’]*(?:-\p{L}[\p{Ll}'’]*)*$/u;

/**
 * Capitals at the beginning of a sentence and in titles say nothing; those inside sentences do. Titles count
 * as sentences unless the collection's titles capitalise every word. A capital counts half: definitions of acronyms
 * put many where running text has none.
 */
export function findCasing({ token, start, body, words, stop }: Tokens): Casing {
  const inside = new Uint32Array(words.length);
  const inTitle = new Uint32Array(words.length);
  const elsewhere = new Uint32Array(words.length);
  const isCapital = Uint8Array.from(words, (w) => (CAPITALISED.test(w) ? 1 : 0));
  let titleWords = 0;
  let titleCapitals = 0;
  for (let paper = 0; paper + 1 < start.length; paper++) {
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const word = token[i];
      if (word === BREAK) continue;
      const begins = i === start[paper] || token[i - 1] === BREAK;
      if (begins) elsewhere[word]++;
      else if (i < body[paper]) inTitle[word]++;
      else inside[word]++;
      if (i < body[paper] && !begins && stop[word] === 0) {
        titleWords++;
        titleCapitals += isCapital[word];
      }
    }
  }
  const titleCase = titleCapitals * 2 > titleWords;
  const weight = inside.map((n, id) => (n + (titleCase ? 0 : inTitle[id])) * (isCapital[id] === 1 ? 1 : 2));
  const fold = new Uint32Array(words.length);
  const isLower = new Uint8Array(words.length);
  const first = new Map<string, number>();
  const best = new Uint32Array(words.length);
  for (const [id, word] of words.entries()) {
    const lower = word.toLowerCase();
    const known = first.get(lower) ?? id;
    if (known === id) {
      first.set(lower, id);
      best[id] = id;
    }
    fold[id] = known;
    if (word === lower) isLower[known] = 1;
    const rival = best[known];
    const more =
      weight[id] - weight[rival] || elsewhere[id] + inTitle[id] - elsewhere[rival] - inTitle[rival];
    if (more > 0) best[known] = id;
  }
  const shown = words.map((_, id) => {
    const form = best[fold[id]];
    return weight[form] === 0 && isCapital[form] === 1 ? words[form].toLowerCase() : words[form];
  });
  return { fold, shown, lower: isLower };
}
