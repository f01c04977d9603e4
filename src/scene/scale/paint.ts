import { DECISIONS, isOfDecisions } from "../../model/decision.ts";
import type { Field } from "../../model/field.ts";
import { facetOf } from "./facet.ts";
import { type NumberScale, scaleOf, shareOf } from "./numbers.ts";
import { NAMED, paletteOf, rampColors, STEPS } from "./palettes.ts";
import { numbersOf } from "./values.ts";

/** One entry of a legend of values. */
export interface PaintClass {
  /** A value of its own, all others, or none at all. */
  readonly what: "value" | "others" | "missing";
  /** The value; "" for the others. */
  readonly label: string;
  readonly color: string;
  /** Papers that have it. */
  readonly count: number;
}

/** What papers are painted in by a field: each one of `colors`, and what these mean. */
export interface Paint {
  readonly field: Field;
  readonly colors: readonly string[];
  /** Per paper, an index into `colors`. */
  readonly codes: Uint8Array;
  /** Of numbers and dates; absent where the field is of values. */
  readonly scale?: NumberScale;
  /** Values in their order, others, missing; of numbers only the missing ones. None that no paper has. */
  readonly classes: readonly PaintClass[];
}

/** What of a paint is chosen by hand. */
export interface PaintChoices {
  /** Of numbers: what the first and the last colour stand for. */
  readonly limits?: readonly [number, number] | undefined;
  /** Of lists: a paper shows one of these before any other of its values. */
  readonly first?: ReadonlySet<string> | undefined;
}

/** The colours of papers by a field in a theme. Any field: numbers and dates on a scale, the rest by value. O(papers). */
export function paintOf(field: Field, dark: boolean, { limits, first }: PaintChoices = {}): Paint {
  const scale = scaleOf(field, limits);
  return scale ? scaled(field, dark, scale) : classed(field, dark, first);
}

function scaled(field: Field, dark: boolean, scale: NumberScale): Paint {
  const numbers = numbersOf(field) ?? new Float64Array();
  const missing = paletteOf(dark).missing;
  let none = 0;
  const codes = Uint8Array.from(numbers, (value) => {
    if (!Number.isNaN(value)) return Math.round(shareOf(scale, value) * (STEPS - 1));
    none++;
    return STEPS;
  });
  return {
    field,
    colors: [...rampColors(dark), missing],
    codes,
    scale,
    classes: none > 0 ? [{ what: "missing", label: "", color: missing, count: none }] : [],
  };
}

function classed(field: Field, dark: boolean, first: ReadonlySet<string> | undefined): Paint {
  const { names, counts, start, values } = facetOf(field);
  const { others, missing } = paletteOf(dark);
  const named = namedColors(field, names, dark);
  const papers = start.length - 1;
  const codes = new Uint8Array(papers);
  const isFirst = Uint8Array.from(names, (name) => (first?.has(name) ? 1 : 0));
  let [rest, none] = [0, 0];
  for (let i = 0; i < papers; i++) {
    const own = values.subarray(start[i], start[i + 1]);
    if (own.length === 0) {
      none++;
      codes[i] = NAMED + 1;
      continue;
    }
    const coloured = own.find((value) => value < NAMED);
    if (coloured === undefined) rest++;
    codes[i] = Math.min(NAMED, own.find((value) => isFirst[value] === 1) ?? coloured ?? NAMED);
  }
  const entries: PaintClass[] = names
    .slice(0, NAMED)
    .map((label, k) => ({ what: "value" as const, label, color: named[k], count: counts[k] }));
  if (isOfDecisions(field)) entries.sort((a, b) => places.indexOf(a.label) - places.indexOf(b.label));
  if (rest > 0) entries.push({ what: "others", label: "", color: others, count: rest });
  if (none > 0) entries.push({ what: "missing", label: "", color: missing, count: none });
  return { field, colors: [...named, others, missing], codes, classes: entries };
}

const places: readonly string[] = DECISIONS;

/** Colours of the commonest values; decisions have theirs whichever are commoner, so that screening recolours no other. */
function namedColors(field: Field, names: readonly string[], dark: boolean): readonly string[] {
  const { named, decisions } = paletteOf(dark);
  if (!isOfDecisions(field)) return named;
  return named.map((color, k) => decisions[places.indexOf(names[k])] ?? color);
}

/** The colour of paper i. */
export function painted({ colors, codes }: Paint, i: number): string {
  return colors[codes[i]];
}

/**
 * What dots are sized by: a number ≥ 0 a paper, 0 where it is missing. Values that begin below 0, and years and dates,
 * count from the least of them; what is infinite counts as the largest finite one. Undefined for fields without numbers.
 */
export function sizeValues(field: Field): Float32Array | undefined {
  const scale = scaleOf(field);
  if (!scale) return undefined;
  const [low, high] = scale.whole;
  const unit = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const from = scale.kind === "number" && low >= 0 ? 0 : low / unit - (high / unit - low / unit) / 20 || 0;
  return Float32Array.from(numbersOf(field) ?? [], (value) =>
    Number.isNaN(value) ? 0 : Math.max(0, Math.min(high, Math.max(low, value)) / unit - from),
  );
}
