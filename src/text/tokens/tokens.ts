import type { Paper } from "../../model/paper.ts";
import { BREAK, type Tokens } from "../../model/text.ts";
import { prepareText } from "../clean/prepare.ts";
import { ENGLISH, LANGUAGES, type Noticed, noticeLanguage } from "../words/language.ts";
import { Lexicon } from "./lexicon.ts";
import { Scanner } from "./scan.ts";
import { replaceSynonyms } from "./synonyms.ts";

export interface TokenOptions {
  /** Words or phrases that say nothing here, beside the stop words of each language. Inflections are meant too. */
  readonly stopWords: readonly string[];
  /** Each line's first phrase stands for the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** ISO 639-1 code of all texts; absent: noticed per paper. */
  readonly language?: string;
}

/** Characters per token of English prose, roughly: for the first allocation only. */
const UNITS_PER_TOKEN = 6;
/** Papers between two reports of progress: some milliseconds of work. */
const REPORT_EVERY = 256;

/**
 * Titles and abstracts, cleaned, as one column of word ids: words with their accents in any script, compounds whole
 * ("state-of-the-art", "ResNet-50", "C++"), Han characters as overlapping pairs, BREAK between phrases and at the end
 * of each title and abstract. Stop words and stems are those of each paper's noticed language.
 * One pass; a paper in another language than the one before is read twice.
 */
export function tokenise(
  papers: readonly Paper[],
  options: TokenOptions,
  onProgress?: (done: number) => void,
): Tokens {
  const fixed = fixedLanguage(options.language);
  const single = options.stopWords.filter((w) => !/\s/.test(w.trim())).map((w) => w.trim());
  const lexicon = new Lexicon(single, fixed ?? ENGLISH);
  let units = 0;
  for (const { title, abstract } of papers) units += title.length + abstract.length;
  const scanner = new Scanner(lexicon, Math.ceil(units / UNITS_PER_TOKEN));
  const start = new Uint32Array(papers.length + 1);
  const body = new Uint32Array(papers.length);
  let reread = false;
  for (const [i, paper] of papers.entries()) {
    if (i % REPORT_EVERY === 0) onProgress?.(i / papers.length);
    const title = prepareText(paper.title);
    const abstract = prepareText(paper.abstract);
    start[i] = scanner.length;
    const read = () => {
      scanner.length = start[i];
      scanner.scan(title);
      body[i] = scanner.length;
      scanner.scan(abstract);
    };
    read();
    if (fixed !== undefined) continue;
    const noticed = noticeLanguage(lexicon.mask, scanner.tokens.subarray(start[i]));
    if (isSame(noticed, lexicon.noticed)) continue;
    lexicon.speak(noticed);
    reread = true;
    read();
  }
  start[papers.length] = scanner.length;
  const read = {
    start,
    body,
    // A view: what was reserved behind it was never touched, and a copy would be the largest column twice.
    token: scanner.tokens,
    words: lexicon.words,
    stem: Uint32Array.from(lexicon.stem),
    stems: lexicon.stems,
    stop: Uint8Array.from(lexicon.stop),
  };
  const phrases = options.stopWords.filter((w) => /\s/.test(w.trim())).map((w) => ["", w]);
  const lines = [...options.synonyms, ...phrases];
  const replaced = lines.length > 0 ? replaceSynonyms(read, lines, lexicon) : read;
  return reread || lines.length > 0 ? withoutUnused(replaced) : replaced;
}

function fixedLanguage(code: string | undefined): Noticed | undefined {
  if (code === undefined) return undefined;
  const language = Math.max(0, LANGUAGES.indexOf(code.slice(0, 2).toLowerCase()));
  return { language, mostlyEnglish: language === 0 };
}

function isSame(a: Noticed, b: Noticed): boolean {
  return a.language === b.language && a.mostlyEnglish === b.mostlyEnglish;
}

/**
 * Renumbers words and stems so that each occurs, in the order of their first appearance in the old numbering; the tokens
 * in place, which are the largest column of all.
 */
function withoutUnused(tokens: Tokens): Tokens {
  const wordIs = new Uint32Array(tokens.words.length);
  const stemIs = new Uint32Array(tokens.stems.length);
  for (const id of tokens.token) wordIs[id] = 1;
  wordIs[BREAK] = 1;
  const words: string[] = [];
  const stems: string[] = [""];
  const stem: number[] = [];
  const stop: number[] = [];
  for (const [id, word] of tokens.words.entries()) {
    if (wordIs[id] === 0) continue;
    wordIs[id] = words.length;
    words.push(word);
    const old = tokens.stem[id];
    if (stemIs[old] === 0 && old !== 0) {
      stemIs[old] = stems.length;
      stems.push(tokens.stems[old]);
    }
    stem.push(stemIs[old]);
    stop.push(tokens.stop[id]);
  }
  const { token } = tokens;
  for (let i = 0; i < token.length; i++) token[i] = wordIs[token[i]];
  return {
    start: tokens.start,
    body: tokens.body,
    token,
    words,
    stem: Uint32Array.from(stem),
    stems,
    stop: Uint8Array.from(stop),
  };
}
