import { log } from "../kernel/numeric.ts";
import type { TermMatrix } from "../model/text.ts";
import type { Sides } from "./sides.ts";

/** A term that tells two sides apart. */
export interface TellingTerm {
  /** Surface form. */
  readonly term: string;
  /** Papers with it on each side. */
  readonly first: number;
  readonly second: number;
  /** Log-odds ratio over its standard error: above 0 where it speaks for the first side. */
  readonly z: number;
}

/** Terms that speak for each side, the strongest first. */
export interface TellingTerms {
  readonly first: readonly TellingTerm[];
  readonly second: readonly TellingTerm[];
}

/**
 * Weight of the prior as a share of what is counted. Of the twenty terms found in half of the papers, the other half finds
 * .725 in the mean of four pairs of collections; .69 with next to no prior, .72 with .3, .72 with 1.
 */
export const PRIOR = 0.1;

/**
 * The terms that tell two sides apart, by log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn,
 * "Fightin' Words", Political Analysis 16(4), 2008): y papers of a side have the term, n is the sum of y over all terms,
 * the prior a is the term's share of both sides together, times PRIOR of their n; δ = ln((y₁ + a)/(n₁ + A − y₁ − a)) −
 * ln((y₂ + a)/(n₂ + A − y₂ − a)), z = δ / √(1/(y₁ + a) + 1/(y₂ + a)). Terms common in all of science are left out, and
 * of terms within each other the weaker. O(entries of the matrix).
 * @param count how many for each side at most
 */
export function tellingTerms(
  matrix: Pick<TermMatrix, "rows" | "surface" | "key" | "common">,
  sides: Sides,
  count: number,
  prior = PRIOR,
): TellingTerms {
  const { rows, surface, key, common } = matrix;
  const [first, second] = [sides.first, sides.second].map((side) => {
    const papers = new Float64Array(rows.width);
    for (let i = 0; i < side.length; i++)
      if (side[i] === 1) for (let e = rows.start[i]; e < rows.start[i + 1]; e++) papers[rows.column[e]]++;
    return papers;
  });
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const [n1, n2] = [sum(first), sum(second)];
  const z = (c: number): number => {
    const a = prior * (first[c] + second[c]);
    const all = prior * (n1 + n2);
    const [y1, y2] = [first[c] + a, second[c] + a];
    const delta = log(y1) - log(n1 + all - y1) - (log(y2) - log(n2 + all - y2));
    return delta / Math.sqrt(1 / y1 + 1 / y2);
  };
  const scored: { readonly column: number; readonly z: number }[] = [];
  if (n1 > 0 && n2 > 0)
    for (let column = 0; column < rows.width; column++)
      if (first[column] + second[column] > 0 && common[column] !== 1) scored.push({ column, z: z(column) });
  const best = (sign: 1 | -1): TellingTerm[] => {
    const ranked = scored
      .filter((one) => sign * one.z > 0)
      .sort((a, b) => sign * (b.z - a.z) || a.column - b.column);
    const taken: string[] = [];
    const terms: TellingTerm[] = [];
    for (const { column, z: value } of ranked) {
      if (terms.length === count) break;
      const words = ` ${key[column]} `;
      if (taken.some((other) => other.includes(words) || words.includes(other))) continue;
      taken.push(words);
      terms.push({ term: surface[column], first: first[column], second: second[column], z: value });
    }
    return terms;
  };
  return { first: best(1), second: best(-1) };
}
