import type { Field } from "../model/field.ts";
import { facetOf } from "../scene/scale/facet.ts";

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
 * @param counts one byte a paper: 1 where it counts
 * @param isFractional each paper is 1 in all, else 1 for each of its countries
 * @returns with how many papers have a country and count
 */
export function countCountries(
  field: Field,
  counts: Uint8Array,
  isFractional: boolean,
): { readonly countries: readonly CountryCount[]; readonly papers: number } {
  const { names, start, values } = facetOf(field);
  const sums = new Float64Array(names.length);
  let papers = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    const own = start[i + 1] - start[i];
    if (own === 0 || counts[i] === 0) continue;
    papers++;
    for (let k = start[i]; k < start[i + 1]; k++) sums[values[k]] += isFractional ? 1 / own : 1;
  }
  const countries = names
    .map((code, k) => ({ code, papers: sums[k] }))
    .filter((one) => one.papers > 0)
    .sort((a, b) => b.papers - a.papers || (a.code < b.code ? -1 : 1));
  return { countries, papers };
}
