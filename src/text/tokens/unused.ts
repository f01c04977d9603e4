import { BREAK, type Tokens } from "../../model/text.ts";

/**
 * Renumbers words and stems so that each occurs, in the order of their first appearance in the old numbering; the tokens
 * in place, which are the largest column of all.
 */
export function withoutUnused(tokens: Tokens): Tokens {
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
