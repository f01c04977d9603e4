import { STOP_WORDS } from "./stopwords.ts";

/** The languages that can be noticed, English first; bit i of a mask stands for LANGUAGES[i]. */
export const LANGUAGES: readonly string[] = [...STOP_WORDS.keys()];

/** Marks single letters: they are stop words of some language, but in formulas they speak no language. */
const LETTER = 1 << 31;

const masks = new Map<string, number>();
for (const [i, words] of [...STOP_WORDS.values()].entries())
  for (const word of words)
    masks.set(word, (masks.get(word) ?? (/^[a-z]$/.test(word) ? LETTER : 0)) | (1 << i));

/** In which languages a lower case word is a stop word: one bit a language. */
export function stopMask(word: string): number {
  return masks.get(word) ?? 0;
}

/** Which stop words and which stemmer a text wants. Bilingual texts may want the stop words of one, the stems of English. */
export interface Noticed {
  /** Index into LANGUAGES. */
  readonly language: number;
  /** Stems are English although foreign stop words are frequent. */
  readonly mostlyEnglish: boolean;
}

export const ENGLISH: Noticed = { language: 0, mostlyEnglish: true };

/**
 * Notices a text's language by its stop words (Cavnar and Trenkle's cheap cousin: function words are half of any prose).
 * A foreign language is believed when its own stop words, those that English lacks, outnumber the English ones by far, or
 * make up a good share of a longer text, as in abstracts that are given in two languages.
 * @param masks the stop mask of each word
 * @param words the words of the text
 */
export function noticeLanguage(masks: Int32Array, words: Uint32Array): Noticed {
  const hits = new Uint32Array(LANGUAGES.length);
  for (const word of words) {
    const mask = masks[word];
    if (mask & LETTER) continue;
    if (mask & 1) hits[0]++;
    else for (let rest = mask; rest !== 0; rest &= rest - 1) hits[31 - Math.clz32(rest & -rest)]++;
  }
  let best = 0;
  for (let i = 1; i < hits.length; i++) if (best === 0 || hits[i] > hits[best]) best = i;
  const foreign = hits[best];
  const english = hits[0];
  const believed = foreign >= 2 && (foreign > 2 * english || (foreign >= 5 && foreign * 10 >= english * 3));
  return believed ? { language: best, mostlyEnglish: english >= foreign } : ENGLISH;
}
