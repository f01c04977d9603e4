import { grown } from "../../kernel/columns.ts";
import { LANGUAGES, type Noticed, stopMask } from "../words/language.ts";
import { compoundParts, foldCase, isPlain, stemWord } from "../words/stem.ts";
import { CJK_STOP } from "../words/stopwords.ts";
import { type SpellingColumns, Spellings } from "./spellings.ts";

/** The words of one language, by their spelling; 0 for those that were not looked up in it. */
interface Speech {
  word: Uint32Array;
  readonly noticed: Noticed;
}

/**
 * The words of a collection, numbered as they are first looked up; 0 is BREAK. The same letters ("son", "die") are another word in
 * another language, because they may be a stop word in one and not in the other.
 */
export class Lexicon {
  readonly words: string[] = [""];
  readonly stems: string[] = [""];
  /** Per word: stem id, and 1 for stop words. */
  readonly stem: number[] = [0];
  readonly stop: number[] = [1];
  private readonly spellings = new Spellings();
  /** Per spelling, which is the same in all languages: the string, and the languages that it is a stop word in. */
  private readonly written: string[] = [""];
  private readonly mask: number[] = [0];
  private readonly stemIds = new Map<string, number>([["", 0]]);
  private readonly speeches = new Map<number, Speech>();
  private current: Speech;
  private readonly userStems: ReadonlySet<string>;

  /** @param userStops stop words of the user, one word each; all words of the same stem are meant */
  constructor(userStops: readonly string[], noticed: Noticed) {
    this.userStems = new Set(userStops.flatMap((w) => LANGUAGES.map((l) => stemWord(w, l, () => false))));
    this.current = this.speak(noticed);
  }

  /** Looks words up as those of this language from now on. */
  speak(noticed: Noticed): Speech {
    const key = noticed.language * 2 + (noticed.mostlyEnglish ? 1 : 0);
    let known = this.speeches.get(key);
    if (known === undefined) {
      known = { word: new Uint32Array(1 << 12), noticed };
      this.speeches.set(key, known);
    }
    this.current = known;
    return known;
  }

  get noticed(): Noticed {
    return this.current.noticed;
  }

  /** All languages that words were looked up in. */
  get spoken(): Noticed[] {
    return [...this.speeches.values()].map((s) => s.noticed);
  }

  /** The numbers of some spellings here. */
  spellingsOf(words: SpellingColumns): Uint32Array {
    const { spellings, written, mask } = this;
    const ids = spellings.idsOf(words);
    for (let id = written.length; id < spellings.count; id++) {
      const word = spellings.written(id);
      written.push(word);
      mask.push(maskOf(word));
    }
    return ids;
  }

  /** In which languages each of some spellings is a stop word. */
  masksOf(spellings: Uint32Array): Int32Array {
    return Int32Array.from(spellings, (id) => this.mask[id]);
  }

  /** The word that is spelt so in the language that is spoken. */
  wordOf(spelling: number): number {
    const { current } = this;
    if (spelling >= current.word.length) current.word = grown(current.word, this.written.length);
    const known = current.word[spelling];
    if (known !== 0 || spelling === 0) return known;
    const id = this.words.length;
    current.word[spelling] = id;
    this.describe(this.written[spelling], this.mask[spelling]);
    return id;
  }

  private describe(word: string, mask: number): void {
    const { language, mostlyEnglish } = this.current.noticed;
    const wanted = 1 | (1 << language);
    const spoken = mostlyEnglish ? "en" : LANGUAGES[language];
    const isStop = (part: string) =>
      (stopMask(foldCase(part)) & wanted) !== 0 ||
      (this.userStems.size > 0 && this.userStems.has(stemWord(part, spoken, () => false)));
    const stem = stemWord(word, spoken, isStop);
    const stopped =
      (mask & wanted) !== 0 ||
      this.userStems.has(stem) ||
      (!isPlain(word) && (CJK_STOP.has(word) || compoundParts(word).every((part) => isStop(part))));
    let stemId = this.stemIds.get(stem);
    if (stemId === undefined) {
      stemId = this.stems.length;
      this.stemIds.set(stem, stemId);
      this.stems.push(stem);
    }
    this.words.push(word);
    this.stem.push(stemId);
    this.stop.push(stopped ? 1 : 0);
  }
}

/** In which languages a word is a stop word, however it is spelt: one bit a language. */
function maskOf(word: string): number {
  return stopMask(foldCase(word));
}
