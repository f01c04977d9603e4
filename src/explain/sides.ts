import { type Field, isMissing } from "../model/field.ts";

/** Two sets of papers that are compared: one byte a paper, 1 where it belongs. A paper may belong to both. */
export interface Sides {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

/** Values by which papers can be set against each other, those of most papers first; none of fields of other types. */
export function comparableValues(field: Field): { readonly value: string; readonly papers: number }[] {
  if (field.type === "boolean") return countedValues(["false", "true"], field.values);
  if (field.type !== "category" && field.type !== "list") return [];
  return countedValues(field.labels, field.codes);
}

function countedValues(labels: readonly string[], codes: ArrayLike<number>) {
  const counts = new Uint32Array(labels.length);
  for (let k = 0; k < codes.length; k++) if (codes[k] >= 0) counts[codes[k]]++;
  return labels
    .map((value, code) => ({ value, papers: counts[code] }))
    .filter(({ papers }) => papers > 0)
    .sort((a, b) => b.papers - a.papers || (a.value < b.value ? -1 : 1));
}

/**
 * The papers with one value of a field, and those with another; without another, all that have other values only. Who
 * has no value is on neither side.
 */
export function sidesOf(field: Field, papers: number, first: string, second?: string): Sides {
  const mine = papersWith(field, papers, first);
  if (second !== undefined) return { first: mine, second: papersWith(field, papers, second) };
  return { first: mine, second: mine.map((bit, i) => (bit === 1 || isMissing(field, i) ? 0 : 1)) };
}

function papersWith(field: Field, papers: number, value: string): Uint8Array {
  const bits = new Uint8Array(papers);
  if (field.type === "boolean")
    return bits.map((_, i) => (field.values[i] === (value === "true" ? 1 : 0) ? 1 : 0));
  if (field.type === "number") return bits;
  const code = field.labels.indexOf(value);
  if (code < 0) return bits;
  if (field.type !== "list") return bits.map((_, i) => (field.codes[i] === code ? 1 : 0));
  for (let i = 0; i < papers; i++)
    if (field.codes.subarray(field.offsets[i], field.offsets[i + 1]).includes(code)) bits[i] = 1;
  return bits;
}

/** How many papers a side has. */
export function sizeOf(side: Uint8Array): number {
  let size = 0;
  for (const bit of side) size += bit;
  return size;
}
