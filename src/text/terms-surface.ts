import { BREAK, type Tokens } from "../model/text.ts";
import { NO_TERM, type TermIndex } from "./terms.ts";

/**
 * What people see of each term: the form that stands in the texts most. Found by a majority vote in one pass
 * (Boyer and Moore 1981), so that no count per spelling has to be kept.
 */
export function termSurfaces(tokens: Tokens, { bigrams, term, gram }: TermIndex): string[] {
  const first = new Uint32Array(gram.length);
  const second = new Uint32Array(gram.length);
  const votes = new Int32Array(gram.length);
  const vote = (t: number, a: number, b: number) => {
    if (t === NO_TERM) return;
    if (votes[t] === 0) {
      first[t] = a;
      second[t] = b;
    }
    votes[t] += first[t] === a && second[t] === b ? 1 : -1;
  };
  const stems = tokens.stems.length;
  let before = BREAK;
  for (const word of tokens.token) {
    if (tokens.stop[word] === 1) {
      before = BREAK;
      continue;
    }
    const stem = tokens.stem[word];
    vote(term[stem], word, BREAK);
    if (before !== BREAK) vote(term[stems + bigrams.find(tokens.stem[before], stem)], before, word);
    before = word;
  }
  const show = (word: number) => plain(tokens.words[word]);
  return Array.from(gram, (_, t) =>
    second[t] === BREAK ? show(first[t]) : `${show(first[t])} ${show(second[t])}`,
  );
}

/** "Networks" at the head of a sentence or in a title is "networks"; "ImageNet" and "GAN" stay. */
function plain(word: string): string {
  const rest = word.slice(1);
  return word.length > 1 && rest === rest.toLowerCase() ? word.toLowerCase() : word;
}
