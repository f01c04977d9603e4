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
const RECORD_FIELDS = ["authors", "names", "keywords", "references", "aliases", "venue", "url"] as const;
type RecordField = (typeof RECORD_FIELDS)[number];

/** Where abstract and record of a paper are kept. */
const ABSTRACT = Symbol("abstract");
const RECORD = Symbol("record");

interface Kept extends Omit<Draft, RecordField | "abstract"> {
  readonly [ABSTRACT]: number;
  readonly [RECORD]: number;
}

const NONE: readonly string[] = [];
const EMPTY: PropertyDescriptor = { value: NONE, enumerable: true, writable: true, configurable: true };
const NO_ABSTRACT: PropertyDescriptor = { ...EMPTY, value: "" };

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
    const kept: Kept = {
      id: apart(id),
      title: apart(title),
      ...(doi === undefined ? {} : { doi: apart(doi) }),
      ...(year === undefined ? {} : { year }),
      ...(citations === undefined ? {} : { citations }),
      ...(language === undefined ? {} : { language }),
      [RECORD]: store.put(JSON.stringify(RECORD_FIELDS.map((field) => paper[field]))),
      [ABSTRACT]: abstract === "" ? -1 : store.put(abstract),
    };
    Object.defineProperty(kept, "abstract", abstract === "" ? NO_ABSTRACT : abstractProperty);
    for (const [k, field] of RECORD_FIELDS.entries()) {
      const value = paper[field];
      if (value !== undefined) Object.defineProperty(kept, field, value.length === 0 ? EMPTY : properties[k]);
    }
    return kept as Kept & Draft;
  };

  return (paper) => {
    length += paper.abstract.length;
    for (const reference of paper.references) length += reference.length;
    return length <= bound ? paper : spill(paper);
  };
}
