import { BREAK, type Tokens } from "../../model/text.ts";

const MOST_WORDS = 8;

/**
 * Where the long form begins that a paper gives for a bracketed name, or −1: the words right before it whose initials
 * stand in the name in their order and whose letters give the whole name ("bidirectional long short-term memory
 * (BiLSTM)", "optical character recognition (OCR)").
 */
export function expansionOf({ token, words, stop }: Tokens, i: number, from: number): number {
  if (i <= from + 1 || token[i - 1] !== BREAK || token[i + 1] !== BREAK) return -1;
  const letters = words[token[i]].toLowerCase().replace(/[^\p{L}]/gu, "");
  const short = letters.replace(/s$/, "");
  let text = "";
  let initials = "";
  let count = 0;
  for (let k = i - 2; k >= from && token[k] !== BREAK && count < MOST_WORDS; k--) {
    const word = words[token[k]].toLowerCase();
    text = word + text;
    if (stop[token[k]] === 1) continue;
    count++;
    const own = word
      .split("-")
      .map((part) => part.slice(0, 1))
      .join("");
    initials = own + initials;
    if (initials.length < 2 || own[0] !== letters[0]) continue;
    if ([letters, short].some((name) => readsFrom(initials, name) && readsFrom(name, text))) return k;
  }
  return -1;
}

/** Whether the letters of one text stand in another one in their order. */
function readsFrom(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
