import { sentences } from "../../prose/sentences.ts";

/** What is quoted of a longer one. */
const LONGEST = 400;

/** The sentence of a text in which a name stands as a word, or undefined. At most 400 characters. */
export function sentenceWith(text: string, name: string): string | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isWordUnit(text, at - 1) || isWordUnit(text, at + name.length)) continue;
    const { start, end } = sentences(text).find((s) => at < s.end) ?? { start: 0, end: text.length };
    if (end - start <= LONGEST) return text.slice(start, end);
    const from = Math.max(start, at - LONGEST / 2);
    const to = Math.min(end, from + LONGEST - 2);
    return `${from > start ? "…" : ""}${text.slice(from, to).trim()}${to < end ? "…" : ""}`;
  }
  return undefined;
}

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]);
}
