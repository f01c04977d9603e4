import type { SparseRows } from "../model/rows.ts";
import type { Tokens } from "../model/text.ts";

/** How many times the mean cosine of all pairs two papers must reach. */
const TIMES_MEAN = 4;

/**
 * Tells whether two papers are about kindred things apart from a name they share: the cosine without terms as rare
 * as the name (the name itself and its bigrams are among them) is at least 4 times the mean over all pairs.
 * @param rows the term matrix, L2-normalised
 */
export function createKinship(
  { token, start, stem, stems }: Tokens,
  { column, value, width, ...rows }: SparseRows,
) {
  const n = start.length - 1;
  const df = new Uint32Array(width);
  const sum = new Float64Array(width);
  for (let e = 0; e < column.length; e++) {
    df[column[e]]++;
    sum[column[e]] += value[e];
  }
  let total = 0;
  for (const s of sum) total += s * s;
  const mean = Math.max(0, (total - n) / (n * Math.max(1, n - 1)));
  const stemDf = new Uint32Array(stems.length);
  const seen = new Int32Array(stems.length).fill(-1);
  for (let paper = 0; paper < n; paper++)
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const s = stem[token[i]];
      if (seen[s] === paper) continue;
      seen[s] = paper;
      stemDf[s]++;
    }
  return (a: number, b: number, word: number): boolean => {
    const least = stemDf[stem[word]];
    let cosine = 0;
    let j = rows.start[b];
    for (let i = rows.start[a]; i < rows.start[a + 1]; i++) {
      while (j < rows.start[b + 1] && column[j] < column[i]) j++;
      if (j < rows.start[b + 1] && column[j] === column[i] && df[column[i]] > least)
        cosine += value[i] * value[j];
    }
    return cosine >= TIMES_MEAN * mean;
  };
}
