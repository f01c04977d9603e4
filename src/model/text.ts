import type { SparseRows } from "../kernel/rows.ts";
import type { KeptBackground } from "./map.ts";

/** In a token column: sentence end, punctuation, field boundary. No phrase crosses it. */
export const BREAK = 0;

/**
 * The collection's text as one column of word ids, the single source of terms, phrases, concepts and mentions.
 * Paper i is token[start[i] … start[i+1]): its title up to body[i], then its abstract.
 */
export interface Tokens {
  readonly start: Uint32Array;
  readonly body: Uint32Array;
  /** Word ids; BREAK between phrases. */
  readonly token: Uint32Array;
  /** words[id] as written in the text (case and accents kept); words[BREAK] is "". */
  readonly words: readonly string[];
  /** stem[id]: the stem id of a word; spellings that differ in case or inflection share it. */
  readonly stem: Uint32Array;
  readonly stems: readonly string[];
  /** 1 for stop words (and for BREAK). */
  readonly stop: Uint8Array;
}

/** The term matrix: L2-normalised BM25/idf weights; terms (stems and bigrams) in descending document frequency. */
export interface TermMatrix {
  readonly rows: SparseRows;
  readonly documentFrequency: Uint32Array;
  /** Surface form of each term, the most frequent one: what people see. */
  readonly surface: readonly string[];
  /** Stem form of each term ("neural network"): what terms are matched by. */
  readonly key: readonly string[];
  /** 1 for terms that are common in all of science and say nothing of a subject; none without a background. */
  readonly common: Uint8Array;
  /** What the map keeps of the background; absent where there is none, or none that knows these words. */
  readonly background?: KeptBackground;
}

/** Candidate phrases for names: which papers hold them, in surface form. */
export interface PhraseTable {
  /** Papers × phrases; value = occurrences in the paper. */
  readonly rows: SparseRows;
  /** Papers × phrases; 1 where the phrase stands in the title. */
  readonly titles: SparseRows;
  /** Most frequent surface form, acronyms with their expansion: "neural architecture search (NAS)". */
  readonly surface: readonly string[];
  /** The stems of a phrase, space-separated, to see which phrases share words. */
  readonly key: readonly string[];
  /** How specific each phrase is by its form, 0 to 1: less for empty heads, adjectives, metrics, names of one system. */
  readonly specificity: Float32Array;
  /** Which papers hold a word, in a phrase or not: of paper i, word[start[i] … start[i+1]), each once. */
  readonly words: { readonly start: Uint32Array; readonly word: Uint32Array; readonly count: number };
  /** The words of each phrase, of its long form where it has one. */
  readonly parts: readonly (readonly number[])[];
}

/** "name" is a named thing whose kind neither its form nor the words around it show ("YouTube", "COVID-19"). */
export type ConceptType = "method" | "dataset" | "metric" | "task" | "acronym" | "name";

/** Named concepts: methods, data sets, metrics, tasks and acronyms, merged across spellings. */
export interface ConceptTable {
  /** Papers × concepts, L2-normalised, rare concepts weigh more. */
  readonly rows: SparseRows;
  readonly name: readonly string[];
  readonly type: readonly ConceptType[];
}

/** Papers that name a system which another paper of the collection introduces; sorted by (source, target), no repeats. */
export interface Mentions {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** The system's name, and the sentence of the source that it stands in. */
  readonly quoted: readonly { readonly name: string; readonly sentence: string }[];
}
