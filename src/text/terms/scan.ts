import { BREAK, type Tokens } from "../../model/text.ts";
import { type StemParts, stemParts } from "../words/parts.ts";

/** Called with every part of every word that is no stop word, and of the part before it where they stand side by side. */
export type VisitPart = (part: number, before: number, word: number, beforeWord: number, at: number) => void;

/** `before` of a part that nothing stands before: the head of a sentence, or after a stop word. */
export const NOTHING = -1;

/** Numbers and single letters tell topics apart by accident only: they are no terms. */
const NO_WORD = /^(?:[\d.,:/%]+|[a-z])$/;

/** In the place of the one part of a compound, which has several. */
const COMPOUND = -2;

/** The collection's words as the sequence of stems that terms are counted on: compounds are walked part by part. */
export interface PartScan {
  readonly parts: StemParts;
  /** Whether a word that the walk has come to is made of several. */
  isCompound(word: number): boolean;
  /** Calls back for each part of paper i in order. */
  paper(i: number, visit: VisitPart): void;
}

/** Prepares the walk over the parts of all words. */
export function scanParts({ stems, stem, stop, start, token }: Tokens): PartScan {
  const parts = stemParts(stems);
  const mute = Uint8Array.from(parts.names, (name) => (NO_WORD.test(name) || name === "" ? 1 : 0));
  const partsOf = (word: number) => parts.start[stem[word] + 1] - parts.start[stem[word]];
  // Most words have one part: what the walk does there is looked up by the word.
  const single = Int32Array.from(stem, (id, word) => {
    if (stop[word] === 1) return NOTHING;
    if (partsOf(word) > 1) return COMPOUND;
    const part = parts.part[parts.start[id]];
    return mute[part] === 1 ? NOTHING : part;
  });
  return {
    parts,
    isCompound: (word) => single[word] === COMPOUND,
    paper(i, visit) {
      let before = NOTHING;
      let beforeWord = BREAK;
      for (let at = start[i]; at < start[i + 1]; at++) {
        const word = token[at];
        const one = single[word];
        if (one >= 0) {
          visit(one, before, word, beforeWord, at);
          before = one;
          beforeWord = word;
        } else if (one === NOTHING) before = NOTHING;
        else
          for (let p = parts.start[stem[word]]; p < parts.start[stem[word] + 1]; p++) {
            const part = parts.part[p];
            if (mute[part] === 1) {
              before = NOTHING;
              continue;
            }
            visit(part, before, word, beforeWord, at);
            before = part;
            beforeWord = word;
          }
      }
    },
  };
}
