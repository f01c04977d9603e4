import type { Edit } from "../model/map.ts";
import type { Merging } from "../model/match.ts";
import type { Parameters } from "../model/parameters.ts";
import { asKnownEdit, isVocabularyEdit, type VocabularyEdit } from "./edits.ts";

/** The part of the parameters that vocabulary edits add to. */
export type Words = Pick<Parameters, "stopWords" | "synonyms">;

/** Stop words and synonyms as given, with what the edits add, in their order; what is there already is not added again. */
export function withVocabulary(given: Words, edits: readonly Edit[]): Words {
  const stopWords = [...given.stopWords];
  const synonyms = [...given.synonyms];
  for (const edit of edits) {
    const known = asKnownEdit(edit);
    if (!known || !isVocabularyEdit(known)) continue;
    if (known.type === "stop-word") {
      if (!stopWords.includes(known.word)) stopWords.push(known.word);
    } else {
      const line = synonymLine(known);
      if (!synonyms.some((other) => isSame(other, line))) synonyms.push(line);
    }
  }
  return { stopWords, synonyms };
}

/** An edit as a line of a synonyms file: a kept phrase becomes a compound, a split one is cut between its words. */
function synonymLine(edit: Exclude<VocabularyEdit, { type: "stop-word" }>): readonly string[] {
  if (edit.type === "synonym") return edit.phrases;
  const words = edit.phrase.split(/[\s-]+/).filter(Boolean);
  return [words.join(edit.type === "keep-phrase" ? "-" : " | "), words.join(" ")];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((phrase, i) => phrase === b[i]);
}

/** A file that the command line reads words from. */
export interface WordFile {
  readonly name: string;
  readonly text: string;
}

/** Lists as `--stop-words`, `--synonyms` and `--keep-apart` read them; no file for none. */
export function wordFiles({ stopWords, synonyms, keepApart = [] }: Words & Merging): WordFile[] {
  const lines = synonyms.map((line) => `${line.join(", ")}\n`).join("");
  return [
    { name: "stop-words.txt", text: stopWords.map((word) => `${word}\n`).join("") },
    { name: "synonyms.txt", text: lines },
    { name: "keep-apart.txt", text: keepApart.map((record) => `${record}\n`).join("") },
  ].filter(({ text }) => text !== "");
}

/** Whether a name has a phrase that vocabulary edits do something to; plurals are meant too. */
export function speaksOf(name: string, edits: readonly Edit[]): boolean {
  const text = ` ${plainWords(name)} `;
  return edits.some((edit) => {
    const known = asKnownEdit(edit);
    if (!known || !isVocabularyEdit(known)) return false;
    const phrases =
      known.type === "stop-word" ? [known.word] : known.type === "synonym" ? known.phrases : [known.phrase];
    return phrases.some((phrase) => text.includes(` ${plainWords(phrase)} `));
  });
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ");
}
