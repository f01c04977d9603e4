import { grown } from "../../kernel/columns.ts";
import { BREAK, type Tokens } from "../../model/text.ts";
import { ENGLISH, LANGUAGES, type Noticed, noticeLanguage } from "../words/language.ts";
import type { Cut } from "./cut.ts";
import { Lexicon } from "./lexicon.ts";
import { replaceSynonyms } from "./synonyms.ts";
import { withoutUnused } from "./unused.ts";

export interface TokenOptions {
  /** Words or phrases that say nothing here, beside the stop words of each language. Inflections are meant too. */
  readonly stopWords: readonly string[];
  /** Each line's first phrase stands for the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** ISO 639-1 code of all texts; absent: noticed per paper. */
  readonly language?: string;
}

/** Room for so much more than the first block lets expect. */
const ROOM = 1.05;

/** Puts blocks of texts that were cut into words each by itself into one column. */
export class TokenBuilder {
  private readonly options: TokenOptions;
  private readonly fixed: Noticed | undefined;
  private readonly lexicon: Lexicon;
  private readonly start: Uint32Array;
  private readonly body: Uint32Array;
  private token: Uint32Array = new Uint32Array(0);
  /** Papers so far. */
  papers = 0;
  private length = 0;
  private isReread = false;

  constructor(count: number, options: TokenOptions) {
    this.options = options;
    this.fixed = fixedLanguage(options.language);
    const single = options.stopWords.filter((w) => !/\s/.test(w.trim())).map((w) => w.trim());
    this.lexicon = new Lexicon(single, this.fixed ?? ENGLISH);
    this.start = new Uint32Array(count + 1);
    this.body = new Uint32Array(count);
  }

  /** Appends the next papers: of each its title and its abstract. */
  add({ start, token, words }: Cut): void {
    const { lexicon } = this;
    this.reserve(token.length, start.length >> 1);
    const spelling = lexicon.spellingsOf(words);
    const masks = lexicon.masksOf(spelling);
    /** The word of each of the block's own numbers, in each language that is spoken in it; 0 until it is used. */
    const known = new Map<Noticed, Uint32Array>();
    for (let i = 0; i + 2 < start.length; i += 2) {
      const noticed = this.fixed ?? noticeLanguage(masks, token.subarray(start[i], start[i + 2]));
      this.body[this.papers] = this.length + start[i + 1] - start[i];
      // Each paper is first taken to be in the language of the one before: so words have the numbers that they always had.
      for (const again of isSame(noticed, lexicon.noticed) ? [false] : [false, true]) {
        if (again) {
          lexicon.speak(noticed);
          this.length = this.start[this.papers];
          this.isReread = true;
        }
        const word = known.get(lexicon.noticed) ?? new Uint32Array(spelling.length);
        known.set(lexicon.noticed, word);
        for (let at = start[i]; at < start[i + 2]; at++) {
          const own = token[at];
          if (own !== BREAK && word[own] === 0) word[own] = lexicon.wordOf(spelling[own]);
          this.token[this.length++] = word[own];
        }
      }
      this.start[++this.papers] = this.length;
    }
  }

  /** All that was added, with what the user wants to have replaced. */
  tokens(): Tokens {
    const { lexicon, options } = this;
    const read = {
      start: this.start,
      body: this.body,
      // A view: what was reserved behind it was never touched, and a copy would be the largest column twice.
      token: this.token.subarray(0, this.length),
      words: lexicon.words,
      stem: Uint32Array.from(lexicon.stem),
      stems: lexicon.stems,
      stop: Uint8Array.from(lexicon.stop),
    };
    const phrases = options.stopWords.filter((w) => /\s/.test(w.trim())).map((w) => ["", w]);
    const lines = [...options.synonyms, ...phrases];
    const replaced = lines.length > 0 ? replaceSynonyms(read, lines, lexicon) : read;
    return this.isReread || lines.length > 0 ? withoutUnused(replaced) : replaced;
  }

  private reserve(tokens: number, papers: number): void {
    const needed = this.length + tokens;
    if (needed <= this.token.length) return;
    const left = this.body.length - this.papers;
    const expected = this.length + Math.ceil((tokens / papers) * left * ROOM);
    this.token = grown(this.token, Math.max(needed, expected));
  }
}

function fixedLanguage(code: string | undefined): Noticed | undefined {
  if (code === undefined) return undefined;
  const language = Math.max(0, LANGUAGES.indexOf(code.slice(0, 2).toLowerCase()));
  return { language, mostlyEnglish: language === 0 };
}

function isSame(a: Noticed, b: Noticed): boolean {
  return a.language === b.language && a.mostlyEnglish === b.mostlyEnglish;
}
