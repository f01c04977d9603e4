import type { Field } from "../model/field.ts";

/** How many papers a country has. */
export interface CountryCount {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Papers with an author there; or, fractionally, of each paper its country's share: 1/3 of one with authors in three. */
  readonly papers: number;
}

/** The fields of countries: alpha-2 codes in a list, or one each. */
export function countryField(fields: readonly Field[] = []): Field | undefined {
  return fields.find(({ name, type }) => name === "countries" && (type === "list" || type === "category"));
}

/**
 * Papers by country, most first, ties by code.
 * @param counts whether paper i counts
 * @param isFractional each paper is 1 in all, else 1 for each of its countries
 * @returns with how many papers have a country and count
 */
export function countCountries(
  field: Field,
  counts: (i: number) => boolean,
  isFractional: boolean,
): { readonly countries: readonly CountryCount[]; readonly papers: number } {
  if (field.type !== "list" && field.type !== "category") return { countries: [], papers: 0 };
  const { codes, labels } = field;
  const ends = field.type === "list" ? field.offsets : undefined;
  const n = ends ? ends.length - 1 : codes.length;
  const sums = new Float64Array(labels.length);
  let papers = 0;
  for (let i = 0; i < n; i++) {
    if (!counts(i)) continue;
    const of = new Set(codes.subarray(ends ? ends[i] : i, ends ? ends[i + 1] : i + 1));
    of.delete(-1);
    if (of.size === 0) continue;
    papers++;
    for (const code of of) sums[code] += isFractional ? 1 / of.size : 1;
  }
  const countries = labels
    .map((code, k) => ({ code, papers: sums[k] }))
    .filter((one) => one.papers > 0)
    .sort((a, b) => b.papers - a.papers || (a.code < b.code ? -1 : 1));
  return { countries, papers };
}

/** The papers with a country. */
export function papersOf(field: Field, code: string): number[] {
  if (field.type !== "list" && field.type !== "category") return [];
  const wanted = field.labels.indexOf(code);
  const found = new Set<number>();
  if (wanted >= 0 && field.type === "category")
    for (let i = 0; i < field.codes.length; i++) if (field.codes[i] === wanted) found.add(i);
  if (wanted >= 0 && field.type === "list")
    for (let i = 0; i + 1 < field.offsets.length; i++)
      if (field.codes.subarray(field.offsets[i], field.offsets[i + 1]).includes(wanted)) found.add(i);
  return [...found];
}
