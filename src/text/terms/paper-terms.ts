import type { TermMatrix } from "../../model/text.ts";

/** The most representative terms of each paper (of the largest weights), best first, surface forms; none repeats a word of one before it, none is common in all of science. */
export function paperTerms({ rows, surface, key, common }: TermMatrix, count: number): string[][] {
  const { start, column } = rows;
  const { first, second, words } = wordsOf(key);
  /** The paper that was last to have a term of each word. */
  const used = new Int32Array(words).fill(-1);
  return Array.from({ length: start.length - 1 }, (_, i) => {
    const value = rows.value.slice(start[i], start[i + 1]);
    const terms: string[] = [];
    // A few of many are wanted: taking the largest again and again is cheaper than sorting.
    for (let left = value.length; left > 0 && terms.length < count; left--) {
      const k = indexOfLargest(value);
      value[k] = -1;
      const term = column[start[i] + k];
      if (common[term] === 1) continue;
      const [a, b] = [first[term], second[term]];
      if (used[a] === i || used[b] === i) continue;
      used[a] = i;
      used[b] = i;
      terms.push(surface[term]);
    }
    return terms;
  });
}

/** The first and the last word of each term, numbered; of a stem they are the same. */
function wordsOf(key: readonly string[]) {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    const id = ids.get(word) ?? ids.size;
    if (id === ids.size) ids.set(word, id);
    return id;
  };
  const first = new Uint32Array(key.length);
  const second = new Uint32Array(key.length);
  for (const [term, words] of key.entries()) {
    const gap = words.indexOf(" ");
    first[term] = idOf(gap < 0 ? words : words.slice(0, gap));
    second[term] = gap < 0 ? first[term] : idOf(words.slice(gap + 1));
  }
  return { first, second, words: ids.size };
}

/** The first of the largest. */
function indexOfLargest(values: Float32Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
  return best;
}
