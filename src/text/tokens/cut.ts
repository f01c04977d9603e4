import type { Kernel } from "../../kernel/executor.ts";
import type { Paper } from "../../model/paper.ts";
import { prepareText } from "../clean/prepare.ts";
import { Scanner } from "./scan.ts";
import { type SpellingColumns, Spellings } from "./spellings.ts";

/** Some texts as words of their own numbering: text i is token[start[i] … start[i + 1]). */
export interface Cut {
  readonly start: Uint32Array;
  readonly token: Uint32Array;
  /** In the order of first use. */
  readonly words: SpellingColumns;
}

/** Characters per token of English prose, roughly: for the first allocation only. */
const UNITS_PER_TOKEN = 6;

/** Cleans texts and cuts them into words: what can be done to a block of them without knowing the others. */
export function cutTexts(texts: readonly string[]): Cut {
  const spellings = new Spellings();
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const scanner = new Scanner(spellings, Math.ceil(units / UNITS_PER_TOKEN));
  const start = new Uint32Array(texts.length + 1);
  for (const [i, text] of texts.entries()) {
    scanner.scan(prepareText(text));
    start[i + 1] = scanner.length;
  }
  return { start, token: scanner.tokens, words: spellings.columns() };
}

/** `cutTexts` for threads: a copy of the tokens, without what was reserved behind them. */
export const cutKernel: Kernel<null, TextBlock, Cut> = {
  name: "cutTexts",
  run(_input, { texts }) {
    const cut = cutTexts(texts);
    return { ...cut, token: cut.token.slice() };
  },
};

/** Characters of a block: a tenth of a second of work. */
const BLOCK = 4_000_000;

/** The titles and abstracts of some papers: of the first its title, its abstract, then those of the next. */
export interface TextBlock {
  readonly texts: readonly string[];
}

/** All texts in blocks, read when they are asked for. */
export function* textBlocks(papers: readonly Paper[]): Generator<TextBlock> {
  let texts: string[] = [];
  let units = 0;
  for (const { title, abstract } of papers) {
    texts.push(title, abstract);
    units += title.length + abstract.length;
    if (units < BLOCK) continue;
    yield { texts };
    texts = [];
    units = 0;
  }
  if (texts.length > 0) yield { texts };
}
