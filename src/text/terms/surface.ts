import { BREAK, type Tokens } from "../../model/text.ts";
import { compoundParts } from "../words/stem.ts";
import { NO_TERM, pairName, type TermIndex } from "./term-index.ts";

/**
 * What people see of each term: the form that stands in the texts most. Found by a majority vote in one pass
 * (Boyer and Moore 1981), so that no count per spelling has to be kept. A term that stands in compounds only is shown
 * by its parts of them.
 */
export function termSurfaces(
  tokens: Tokens,
  { scan, bigrams, bigram, start, term, gram }: TermIndex,
): string[] {
  const { parts } = scan;
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
  const { isCompound } = scan;
  const isPair = (word: number) => parts.start[tokens.stem[word] + 1] - parts.start[tokens.stem[word]] === 2;
  /** A compound that holds the part, for parts that never stand alone. */
  const holder = new Uint32Array(parts.names.length);
  const pairs = parts.names.length;
  for (let i = 0; i + 1 < tokens.start.length; i++) {
    let visited = start[i];
    scan.paper(i, (part, _before, word, beforeWord) => {
      const pair = bigram[visited++];
      if (isCompound(word)) holder[part] = word;
      else vote(term[part], word, BREAK);
      if (pair === NO_TERM) return;
      const t = term[pairs + pair];
      if (word === beforeWord) {
        if (isPair(word)) vote(t, word, BREAK);
      } else if (!isCompound(word) && !isCompound(beforeWord)) vote(t, beforeWord, word);
    });
  }
  const show = (word: number) => plain(tokens.words[word]);
  const showPart = (part: number): string => {
    const t = term[part];
    if (t !== NO_TERM && first[t] !== BREAK) return show(first[t]);
    const whole = holder[part];
    if (whole === BREAK) return parts.names[part];
    const at = parts.idOf(tokens.stem[whole]).indexOf(part);
    const pieces = compoundParts(tokens.words[whole]);
    return pieces.length === parts.idOf(tokens.stem[whole]).length ? plain(pieces[at]) : parts.names[part];
  };
  return Array.from(gram, (g, t) => {
    if (first[t] !== BREAK)
      return second[t] === BREAK ? show(first[t]) : pairName(show(first[t]), show(second[t]));
    if (g < pairs) return showPart(g);
    return pairName(showPart(bigrams.first(g - pairs)), showPart(bigrams.second(g - pairs)));
  });
}

/** "Networks" at the head of a sentence or in a title is "networks"; "ImageNet" and "GAN" stay. */
function plain(word: string): string {
  const rest = word.slice(1);
  return word.length > 1 && rest === rest.toLowerCase() ? word.toLowerCase() : word;
}
