import type { Draft } from "./clean/record.ts";

/** Keeps texts outside of memory. */
export interface TextStore {
  /** @returns what `get` asks for */
  put(text: string): number;
  get(key: number): string;
}

/** Keeps the papers of a collection; `get` gives what `put` was given, or as much of it as papers are compared by. */
export interface Shelf {
  /** @returns what is kept in memory */
  put(paper: Draft, at: number): Draft;
  get(kept: Draft, at: number): Draft;
}

/** Keeps papers as they are. */
export const IN_MEMORY: Shelf = { put: (paper) => paper, get: (kept) => kept };

/** As much of an abstract as two are compared by. */
const HEAD = 400;
const NONE: readonly string[] = [];
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const BYTES = new Uint8Array(32_768);

/** The text by itself: a piece that an engine cut out of a longer one keeps all of that in memory. */
export function apart(text: string): string {
  if (text.length > BYTES.length / 3) return text;
  return DECODER.decode(BYTES.subarray(0, ENCODER.encodeInto(text, BYTES).written));
}

/** What is not kept in memory, as it is written: the beginning of the abstract and its length, then the other fields. */
type Rest = readonly [
  head: string,
  length: number,
  authors: Draft["authors"],
  keywords: Draft["keywords"],
  references: Draft["references"],
  others: Pick<Draft, "names" | "venue" | "url" | "citations" | "language">,
];

/**
 * Keeps in memory only what papers are known by (title, ids, year, first author), for a collection that is only looked
 * at. The rest is fetched where two papers are compared; of an abstract, its beginning and its length.
 */
export function slimShelf(store: TextStore): Shelf {
  const keys: number[] = [];
  return {
    put({ id, title, doi, year, aliases, authors, abstract, keywords, references, ...others }, at) {
      const rest: Rest = [abstract.slice(0, HEAD), abstract.length, authors, keywords, references, others];
      keys[at] = store.put(JSON.stringify(rest));
      const kept: { -readonly [K in keyof Draft]: Draft[K] } = {
        id: apart(id),
        title: apart(title),
        abstract: "",
        authors: authors.length === 0 ? NONE : [apart(authors[0])],
        keywords: NONE,
        references: NONE,
        aliases: aliases.length === 0 ? NONE : aliases.map(apart),
      };
      if (doi !== undefined) kept.doi = apart(doi);
      if (year !== undefined) kept.year = year;
      return kept;
    },
    get(kept, at) {
      const [head, length, authors, keywords, references, others] = JSON.parse(store.get(keys[at])) as Rest;
      return { ...kept, ...others, abstract: head.padEnd(length), authors, keywords, references };
    },
  };
}
