import type { Draft } from "./clean/record.ts";
import type { Shelf, TextStore } from "./slim.ts";

/** Abstracts of so many characters in all stay in memory: those of 25,000 papers or so. */
const IN_MEMORY = 1 << 25;

/** Where the abstract of a paper is kept. */
const KEY = Symbol("abstract");

interface Spilled extends Omit<Draft, "abstract"> {
  readonly [KEY]: number;
}

/**
 * Keeps abstracts outside of memory that are beyond a bound: half of what a large collection takes. Each paper reads its
 * own wherever it is asked for.
 * @param bound characters that stay in memory
 */
export function spillingShelf(store: TextStore, bound = IN_MEMORY): Shelf {
  let length = 0;
  // One for all papers: with a function each, every paper would be of a shape of its own, as large as its text.
  const property: PropertyDescriptor & ThisType<Spilled> = {
    get() {
      return store.get(this[KEY]);
    },
    enumerable: true,
  };
  return {
    put(paper) {
      length += paper.abstract.length;
      if (length <= bound || paper.abstract === "") return paper;
      const { abstract, ...rest } = paper;
      const kept: Spilled = { ...rest, [KEY]: store.put(abstract) };
      return Object.defineProperty(kept, "abstract", property) as Spilled & Draft;
    },
    get: (kept) => kept,
  };
}
