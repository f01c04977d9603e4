import { oncePer } from "../../kernel/once.ts";
import type { Field } from "../../model/field.ts";

/** Values that papers share (authors, venues, countries): paper i has values[start[i]] … values[start[i+1] − 1]. */
export interface Facet {
  /** The values, those of most papers first, equal ones by their letters. */
  readonly names: readonly string[];
  /** How many papers have each value. */
  readonly counts: Uint32Array;
  readonly start: Uint32Array;
  /** Indices into `names`, each once a paper. */
  readonly values: Uint32Array;
}

/** The values of a field of any type but numbers, which are their own text. Made once. O(papers + values). */
export const facetOf = oncePer(ranked);

/** How many papers that pass have each value. O(papers + values). @param passes one byte a paper */
export function countValues({ names, start, values }: Facet, passes: Uint8Array): Uint32Array {
  const shown = new Uint32Array(names.length);
  for (let i = 0; i + 1 < start.length; i++)
    if (passes[i] === 1) for (let k = start[i]; k < start[i + 1]; k++) shown[values[k]]++;
  return shown;
}

/** How booleans are called. */
const ANSWERS = ["no", "yes"] as const;

function ranked(field: Field): Facet {
  const { labels, offsets, codes } = coded(field);
  const papers = offsets.length - 1;
  const counts = new Uint32Array(labels.length);
  const last = new Int32Array(labels.length).fill(-1);
  const start = new Uint32Array(papers + 1);
  const own = new Uint32Array(codes.length);
  let written = 0;
  for (let i = 0; i < papers; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const code = codes[k];
      if (code < 0 || last[code] === i) continue;
      last[code] = i;
      counts[code]++;
      own[written++] = code;
    }
    start[i + 1] = written;
  }
  const order = [...labels.keys()]
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || (labels[a] < labels[b] ? -1 : 1));
  const rank = new Uint32Array(labels.length);
  for (const [r, code] of order.entries()) rank[code] = r;
  return {
    names: order.map((code) => labels[code]),
    counts: Uint32Array.from(order, (code) => counts[code]),
    start,
    values: own.subarray(0, written).map((code) => rank[code]),
  };
}

/** Any field as labels and their numbers a paper; below 0 where missing. */
function coded(field: Field) {
  if (field.type === "list") return field;
  const one = (count: number) => Uint32Array.from({ length: count + 1 }, (_, i) => i);
  if (field.type === "boolean")
    return { labels: ANSWERS, offsets: one(field.values.length), codes: field.values };
  if (field.type !== "number")
    return { labels: field.labels, offsets: one(field.codes.length), codes: field.codes };
  const labels = [...new Set(field.values)].filter((value) => !Number.isNaN(value)).map(String);
  const known = new Map(labels.map((label, code) => [label, code]));
  return {
    labels,
    offsets: one(field.values.length),
    codes: Int32Array.from(field.values, (value) => known.get(String(value)) ?? -1),
  };
}
