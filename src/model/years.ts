import type { Paper } from "./paper.ts";

/** Stands for a missing year; before every year. */
export const NO_YEAR = -0x80000000;

type Dated = readonly Pick<Paper, "year">[];
const columns = new WeakMap<Dated, Int32Array>();

/** The years of papers as a column, NO_YEAR where one has none; made once for a list, or the one that it was given. */
export function yearColumn(papers: Dated): Int32Array {
  const known = columns.get(papers);
  if (known) return known;
  const made = new Int32Array(papers.length);
  for (let i = 0; i < made.length; i++) made[i] = papers[i].year ?? NO_YEAR;
  columns.set(papers, made);
  return made;
}

/** Says what the years of papers are, where they came as a column: a million papers are then not looked at one by one. */
export function giveYears(papers: Dated, years: Int32Array): void {
  columns.set(papers, years);
}
