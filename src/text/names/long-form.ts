import { BREAK, type Tokens } from "../../model/text.ts";

/**
 * Where the long form begins that stands before a short form in brackets, "optical character recognition (OCR)", or −1.
 * @param short the short form as its letters are read: in the singular
 * @param at the token of the short form
 * @param floor no long form begins before this token
 */
export function longFormAt({ token, words, stop }: Tokens, short: string, at: number, floor: number): number {
  const isBracketed = token[at - 1] === BREAK && (at + 1 >= token.length || token[at + 1] === BREAK);
  const letters = short.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (!isBracketed || letters.length < 2) return -1;
  // Schwartz and Hearst's bound on the words of a long form.
  const most = Math.min(letters.length + 5, letters.length * 2);
  const parts: string[] = [];
  const optional: number[] = [];
  for (let i = at - 2, count = 0; i >= floor && token[i] !== BREAK && count < most; i--, count++) {
    const own = words[token[i]]
      .toLowerCase()
      .split(/[-‐‑–/]/)
      .filter((p) => p !== "");
    parts.unshift(...own);
    optional.unshift(...own.map((_, k) => (k > 0 || stop[token[i]] === 1 ? 1 : 0)));
    if (own[0]?.[0] !== letters[0] || stop[token[i]] === 1) continue;
    if (!readsOff(letters, parts, optional)) continue;
    // One word that spells the letters (electroencephalogram, EEG) is the long form, and merges with nothing.
    return parts.filter((p) => /^\p{L}/u.test(p) && p !== letters).length >= 2 ? i : -1;
  }
  return -1;
}

/**
 * Whether the letters of a short form can be read off a long form, word by word: the first letter begins the first
 * word, each further letter stands later in the same word or begins a later one, and every content word gives at
 * least its first letter. Stricter than Schwartz and Hearst (PSB 2003), who let words go unread.
 * @param letters lower case, at least one
 * @param parts lower case words of the long form; compounds split
 * @param optional 1 for parts that may go unread: stop words and later parts of a compound
 */
export function readsOff(letters: string, parts: readonly string[], optional: readonly number[]): boolean {
  return read(letters, 0, parts, optional, 0);
}

function read(
  letters: string,
  from: number,
  parts: readonly string[],
  optional: readonly number[],
  at: number,
): boolean {
  if (at === parts.length) return from === letters.length;
  const part = parts[at];
  if (from < letters.length && part[0] === letters[from]) {
    // Greedy first: as few letters as possible from this word, then more.
    let next = from + 1;
    let unit = 1;
    for (;;) {
      if (read(letters, next, parts, optional, at + 1)) return true;
      if (next >= letters.length) break;
      while (unit < part.length && part[unit] !== letters[next]) unit++;
      if (unit >= part.length) break;
      unit++;
      next++;
    }
  }
  return optional[at] === 1 && at > 0 && read(letters, from, parts, optional, at + 1);
}
