/** So many words in a row that a text has of another are a quotation; of letters that stand for words as many. */
const QUOTED = 7;
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|\p{N}+/gu;

/** A word with where it stands. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Texts without what they quote of others: runs of seven words and more that stand in one of these become "…". Lines that
 * are exempt stay whole. O(length of the sources), whatever the number of texts.
 * @param sources what must not be quoted
 * @param exempt lines that may stand though a source holds them: titles
 */
export function withoutQuotes(
  texts: readonly string[],
  sources: Iterable<string>,
  exempt: ReadonlySet<string> = new Set(),
): string[] {
  const words = texts.map((text) => wordsOf(text, exempt));
  /** Runs of words with where they begin, text by text. */
  const runs = new Map<string, (readonly [text: number, word: number])[]>();
  for (const [t, list] of words.entries())
    for (let w = 0; w + QUOTED <= list.length; w++) {
      const run = runOf(list, w);
      const places = runs.get(run);
      if (places) places.push([t, w]);
      else runs.set(run, [[t, w]]);
    }
  if (runs.size === 0) return [...texts];
  const first = new Set(Array.from(runs.keys(), (run) => run.slice(0, run.indexOf(" "))));
  const quoted = words.map((list) => new Uint8Array(list.length));
  for (const source of sources) {
    const list = wordsOf(source, new Set());
    for (let w = 0; w + QUOTED <= list.length; w++) {
      if (!first.has(list[w].word)) continue;
      for (const [t, at] of runs.get(runOf(list, w)) ?? []) quoted[t].fill(1, at, at + QUOTED);
    }
  }
  return texts.map((text, t) => cut(text, words[t], quoted[t]));
}

/** How many words a text has; letters that stand for words are one each. */
export function wordCount(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}

function wordsOf(text: string, exempt: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (!exempt.has(line.trim()))
      for (const match of line.matchAll(WORDS)) {
        const from = start + match.index;
        words.push({ word: match[0].toLowerCase(), start: from, end: from + match[0].length });
      }
    start += line.length + 1;
  }
  return words;
}

function runOf(words: readonly Word[], at: number): string {
  let run = "";
  for (let w = at; w < at + QUOTED; w++) run += `${words[w].word} `;
  return run;
}

function cut(text: string, words: readonly Word[], quoted: Uint8Array): string {
  let [left, from] = ["", 0];
  for (let w = 0; w < words.length; w++) {
    if (quoted[w] === 0) continue;
    let last = w;
    while (quoted[last + 1] === 1) last++;
    left += `${text.slice(from, words[w].start)}…`;
    from = words[last].end;
    w = last;
  }
  return left + text.slice(from);
}
