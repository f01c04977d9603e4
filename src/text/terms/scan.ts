import { BREAK, type Tokens } from "../../model/text.ts";
import { type StemParts, stemParts } from "../words/parts.ts";

/** Called with every part of every word that is no stop word, and of the part before it where they stand side by side. */
export type VisitPart = (part: number, before: number, word: number, beforeWord: number, at: number) => void;

/** `before` of a part that nothing stands before: the head of a sentence, or after a stop word. */
export const NOTHING = -1;

/** Numbers and single letters tell topics apart by accident only: they are no terms. */
const NO_WORD = /^(?:[\d.,:/%]+|[a-z])$/;

/** The collection's words as the sequence of stems that terms are counted on: compounds are walked part by part. */
export interface PartScan {
  readonly parts: StemParts;
  /** Calls back for each part of paper i in order. */
  paper(i: number, visit: VisitPart): void;
}

/** Prepares the walk over the parts of all words. */
export function scanParts(tokens: Tokens): PartScan {
  const parts = stemParts(tokens.stems);
  const mute = Uint8Array.from(parts.names, (name) => (NO_WORD.test(name) || name === "" ? 1 : 0));
  return {
    parts,
    paper(i, visit) {
      let before = NOTHING;
      let beforeWord = BREAK;
      for (let at = tokens.start[i]; at < tokens.start[i + 1]; at++) {
        const word = tokens.token[at];
        if (tokens.stop[word] === 1) {
          before = NOTHING;
          continue;
        }
        const stem = tokens.stem[word];
        for (let p = parts.start[stem]; p < parts.start[stem + 1]; p++) {
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
