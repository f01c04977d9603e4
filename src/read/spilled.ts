import type { Draft } from "./clean/record.ts";

/** Keeps texts outside of memory. */
export interface TextStore {
  /** @returns what `get` asks for */
  put(text: string): number;
  get(key: number): string;
}

/** Keeps a paper: as it is, or as one that says the same and takes less memory. */
export type Keep = (paper: Draft) => Draft;

/** Texts of so many characters in all stay in memory: those of 7,000 papers with abstracts or so. */
const IN_MEMORY = 1 << 23;

/** What is written beside the abstract. The rest is what papers are known, looked up and counted by, and stays. */
const LISTS = ["authors", "names", "keywords", "references", "aliases"] as const;
const TEXTS = ["venue", "url"] as const;
const RECORD_FIELDS = [...LISTS, ...TEXTS] as const;
type RecordField = (typeof RECORD_FIELDS)[number];

/** Where abstract and record of a paper are kept. */
const ABSTRACT = Symbol("abstract");
const RECORD = Symbol("record");

interface Kept extends Omit<Draft, RecordField | "abstract"> {
  readonly [ABSTRACT]: number;
  readonly [RECORD]: number;
}

const NONE: readonly string[] = [];

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const BYTES = new Uint8Array(32_768);

/** The text by itself: a piece that an engine cut out of a longer one keeps all of that in memory. */
export function apart(text: string): string {
  if (text.length > BYTES.length / 3) return text;
  return DECODER.decode(BYTES.subarray(0, ENCODER.encodeInto(text, BYTES).written));
}

/**
 * Keeps texts outside of memory that are beyond a bound: most of what a large collection takes. Each paper reads its own
 * wherever they are asked for, and copies of it hold them.
 * @param bound characters of abstracts and references that stay in memory
 */
export function spilling(store: TextStore, bound = IN_MEMORY): Keep {
  let length = 0;
  // One function a field for all papers: with its own each would be of a shape of its own, as large as its text.
  const abstractProperty: PropertyDescriptor & ThisType<Kept> = {
    get() {
      return store.get(this[ABSTRACT]);
    },
    enumerable: true,
  };
  /** What was read last: whoever asks for one field of a paper mostly asks for others. */
  let [lastKey, last]: [number, readonly unknown[]] = [-1, NONE];
  const properties = RECORD_FIELDS.map((_, k): PropertyDescriptor & ThisType<Kept> => ({
    get() {
      const key = this[RECORD];
      if (key !== lastKey) [lastKey, last] = [key, JSON.parse(store.get(key))];
      return last[k];
    },
    enumerable: true,
  }));

  const spill = (paper: Draft): Draft => {
    const { id, title, doi, year, citations, language, abstract } = paper;
    const kept: { -readonly [K in keyof Kept]: Kept[K] } & { abstract?: string } & {
      [K in RecordField]?: Draft[K];
    } = {
      id: apart(id),
      title: apart(title),
      [RECORD]: store.put(JSON.stringify(RECORD_FIELDS.map((field) => paper[field]))),
      [ABSTRACT]: abstract === "" ? -1 : store.put(abstract),
    };
    if (doi !== undefined) kept.doi = apart(doi);
    if (year !== undefined) kept.year = year;
    if (citations !== undefined) kept.citations = citations;
    if (language !== undefined) kept.language = language;
    if (abstract === "") kept.abstract = "";
    else Object.defineProperty(kept, "abstract", abstractProperty);
    for (let k = 0; k < LISTS.length; k++) {
      const value = paper[LISTS[k]];
      if (value === undefined) continue;
      // What is empty takes no look into the file.
      if (value.length === 0) kept[LISTS[k]] = NONE;
      else Object.defineProperty(kept, LISTS[k], properties[k]);
    }
    for (let k = 0; k < TEXTS.length; k++)
      if (paper[TEXTS[k]] !== undefined) Object.defineProperty(kept, TEXTS[k], properties[LISTS.length + k]);
    return kept as Draft;
  };

  return (paper) => {
    length += paper.abstract.length;
    for (const reference of paper.references) length += reference.length;
    return length <= bound ? paper : spill(paper);
  };
}
