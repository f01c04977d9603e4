import type { TermMatrix } from "../../model/text.ts";

/** The most representative terms of each paper (of the largest weights), best first, surface forms; none repeats a word of one before it, none is common in all of science. */
export function paperTerms({ rows, surface, key, common }: TermMatrix, count: number): string[][] {
  const papers = rows.start.length - 1;
  return Array.from({ length: papers }, (_, i) => {
    const value = rows.value.slice(rows.start[i], rows.start[i + 1]);
    const used = new Set<string>();
    const terms: string[] = [];
    // A few of many are wanted: taking the largest again and again is cheaper than sorting.
    for (let left = value.length; left > 0 && terms.length < count; left--) {
      const k = indexOfLargest(value);
      value[k] = -1;
      const term = rows.column[rows.start[i] + k];
      if (common[term] === 1) continue;
      const words = key[term].split(" ");
      if (words.some((word) => used.has(word))) continue;
      for (const word of words) used.add(word);
      terms.push(surface[term]);
    }
    return terms;
  });
}

/** The first of the largest. */
function indexOfLargest(values: Float32Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
  return best;
}
