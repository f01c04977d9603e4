import { bisectRight } from "d3";
import { oncePer } from "../../kernel/once.ts";
import type { Field } from "../../model/field.ts";
import { type NumberScale, scaleOf, valueAt } from "./numbers.ts";
import { numbersOf } from "./values.ts";

/** Numbers or dates of a field in neighbouring classes. */
export interface Bins {
  /** Of the whole field. */
  readonly scale: NumberScale;
  /** Class k holds the values from edges[k] on to edges[k + 1], which is out; the last one all above. */
  readonly edges: Float64Array;
  /** Papers in each class. */
  readonly counts: Uint32Array;
  /** Of each paper; −1 where missing. */
  readonly codes: Int16Array;
}

/** Whole numbers have a class each up to so many; else there are MOST classes, even on the field's scale. */
const EACH = 80;
const MOST = 40;

/** The numbers of a field in classes, made once; undefined where it has none. O(papers). */
export const binsOf = oncePer(binned);

function binned(field: Field): Bins | undefined {
  const found = scaleOf(field);
  const values = numbersOf(field);
  if (!found || !values) return undefined;
  const scale: NumberScale = { ...found, limits: found.whole };
  const edges = edgesOf(scale);
  const last = edges.length - 2;
  const codes = Int16Array.from(values, (value) =>
    Number.isNaN(value) ? -1 : Math.max(0, Math.min(last, bisectRight(edges, value) - 1)),
  );
  const counts = new Uint32Array(last + 1);
  for (const code of codes) if (code >= 0) counts[code]++;
  return { scale, edges, counts, codes };
}

function edgesOf(scale: NumberScale): Float64Array {
  const [low, high] = scale.whole;
  if (scale.isWhole && high - low < EACH)
    return Float64Array.from({ length: high - low + 2 }, (_, k) => low + k);
  if (low === high) return Float64Array.of(low, low);
  const edges = Float64Array.from({ length: MOST + 1 }, (_, k) => valueAt(scale, k / MOST));
  // Between whole numbers, edges are whole, each once.
  return scale.isWhole
    ? Float64Array.from(new Set([...edges.map(Math.floor).slice(0, -1), high + 1]))
    : edges;
}

/** How many papers that pass are in each class. O(papers). @param passes one byte a paper */
export function countBins({ counts, codes }: Bins, passes: Uint8Array): Uint32Array {
  const shown = new Uint32Array(counts.length);
  for (let i = 0; i < codes.length; i++) if (passes[i] === 1 && codes[i] >= 0) shown[codes[i]]++;
  return shown;
}

/** What classes `first` to `last` hold, as a filter has it: the outermost ones are open. */
export function rangeOfBins({ edges }: Bins, first: number, last: number): readonly [number, number] {
  return [
    first === 0 ? Number.NEGATIVE_INFINITY : edges[first],
    last === edges.length - 2 ? Number.POSITIVE_INFINITY : edges[last + 1],
  ];
}

/** The classes that a range touches. */
export function binsOfRange(
  { edges }: Bins,
  [low, high]: readonly [number, number],
): readonly [number, number] {
  const last = edges.length - 2;
  const first = Math.max(0, Math.min(last, bisectRight(edges, low) - 1));
  let end =
    high === Number.POSITIVE_INFINITY ? last : Math.max(first, Math.min(last, bisectRight(edges, high) - 1));
  if (end > first && edges[end] === high) end--;
  return [first, end];
}
