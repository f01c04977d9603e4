import type { TermMatrix } from "../../model/text.ts";

/** How many times the mean cosine of all pairs two papers must reach. */
const TIMES_MEAN = 3;

/**
 * Tells whether two papers are about related things apart from a name they share: the cosine without the terms that
 * hold the name is at least 3 times the mean over all pairs. (On 100,000 papers, pairs that mean the same thing by the
 * name reached 4 to 77 times the mean, pairs that do not 0 to 3 times; of 3,000, at 4 three right ones are lost.)
 * @param matrix its rows are L2-normalised
 * @param stems of names that will be asked for; compounds count by their parts too
 */
export function createRelatedness(
  { rows: { start, column, value, width }, key }: Pick<TermMatrix, "rows" | "key">,
  stems: Iterable<string>,
) {
  const n = start.length - 1;
  const sum = new Float64Array(width);
  for (let e = 0; e < column.length; e++) sum[column[e]] += value[e];
  let total = 0;
  for (const s of sum) total += s * s;
  const mean = Math.max(0, (total - n) / (n * Math.max(1, n - 1)));
  const columns = columnsWith(new Set([...stems].flatMap(partsOf)), key);
  return (a: number, b: number, ...names: readonly string[]): boolean => {
    const own = names.flatMap(partsOf).flatMap((part) => columns.get(part) ?? []);
    let cosine = 0;
    let j = start[b];
    for (let i = start[a]; i < start[a + 1]; i++) {
      while (j < start[b + 1] && column[j] < column[i]) j++;
      if (j < start[b + 1] && column[j] === column[i] && !own.includes(column[i]))
        cosine += value[i] * value[j];
    }
    return cosine >= TIMES_MEAN * mean;
  };
}

/** A stem and, of a compound, the parts that are more than a letter or a number: "nemo-3" → "nemo-3", "nemo". */
function partsOf(stem: string): string[] {
  const parts = stem.split("-");
  return parts.length === 1 ? parts : [stem, ...parts.filter((part) => /\p{L}\p{L}/u.test(part))];
}

/** The terms that hold each of some stems, alone or in a bigram. */
function columnsWith(stems: ReadonlySet<string>, key: readonly string[]): Map<string, number[]> {
  const out = new Map<string, number[]>();
  const add = (stem: string, column: number) => {
    if (!stems.has(stem)) return;
    const list = out.get(stem);
    if (list === undefined) out.set(stem, [column]);
    else list.push(column);
  };
  for (const [c, term] of key.entries()) {
    const space = term.indexOf(" ");
    add(space < 0 ? term : term.slice(0, space), c);
    if (space >= 0) add(term.slice(space + 1), c);
  }
  return out;
}
