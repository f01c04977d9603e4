import { ticks } from "d3";
import { clamp, log } from "../../kernel/numeric.ts";
import type { Field } from "../../model/field.ts";
import { numbersOf } from "./values.ts";

/** How the values of a number or date field become colours. */
export interface NumberScale {
  /** Values of the first and of the last colour; what lies beyond has the same. */
  readonly limits: readonly [number, number];
  /** The least and the largest finite value. */
  readonly whole: readonly [number, number];
  /** What was added before the logarithm; absent where the scale is linear. */
  readonly log?: number;
  /** Whether all values are whole numbers, and whether they are read as years or dates. */
  readonly isWhole: boolean;
  readonly kind: "number" | "year" | "date";
  readonly unit: string;
}

/** The scale is one of logarithms where the middle nine tenths of the positive values span so many times the least. */
const DECADES = 100;
/** Limits are the quantiles on either side where the whole span is so many times what lies between them. */
const TAIL = { share: 0.02, times: 1.5 } as const;
/** What whole numbers are read as years, where all are. */
const YEARS = [1400, 2200] as const;

/**
 * The scale of a field's numbers.
 * @param limits chosen by hand; absent: by the quantiles where values are skewed
 * @returns undefined where it has no finite number
 */
export function scaleOf(field: Field, limits?: readonly [number, number]): NumberScale | undefined {
  const values = numbersOf(field)
    ?.filter((value) => Number.isFinite(value))
    .sort();
  if (!values || values.length === 0) return undefined;
  const whole = [values[0], values[values.length - 1]] as const;
  const isWhole = values.every(Number.isInteger);
  const isYear = isWhole && whole[0] >= YEARS[0] && whole[1] <= YEARS[1];
  const kind = field.type === "date" ? "date" : isYear ? "year" : "number";
  const positive = values.subarray(values.findIndex((value) => value > 0));
  const spans =
    kind === "number" && whole[0] >= 0 && whole[1] > 0 && at(positive, 0.95) >= DECADES * at(positive, 0.05);
  const base = spans ? (whole[0] > 0 ? 0 : positive[0]) : undefined;
  const scale = { whole, isWhole, kind, unit: (field.type === "number" && field.unit) || "" } as const;
  const made = { ...scale, limits: whole, ...(base === undefined ? {} : { log: base }) };
  return { ...made, limits: ordered(limits) ?? usualLimits(made, values) };
}

function ordered(limits: readonly [number, number] | undefined): readonly [number, number] | undefined {
  return limits?.every(Number.isFinite) && limits[0] <= limits[1] ? limits : undefined;
}

function usualLimits(scale: NumberScale, sorted: Float64Array): readonly [number, number] {
  const inner = [at(sorted, TAIL.share), at(sorted, 1 - TAIL.share)] as const;
  const span = ([a, b]: readonly [number, number]) => bent(scale, b) - bent(scale, a);
  return span(inner) > 0 && span(scale.whole) > TAIL.times * span(inner) ? inner : scale.whole;
}

/** The value at a share of a sorted column. */
function at(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))];
}

const bent = ({ log: base }: Pick<NumberScale, "log">, value: number) =>
  base === undefined ? value : log(Math.max(Number.MIN_VALUE, value + base));

/** Where a value lies between the limits, 0 to 1; NaN stays. */
export function shareOf(scale: NumberScale, value: number): number {
  const [low, high] = scale.limits;
  if (Number.isNaN(value)) return value;
  if (low === high) return value < low ? 0 : value > low ? 1 : 0.5;
  if (value <= low) return 0;
  if (value >= high) return 1;
  // Halved first: the ends may be further apart than a number can say.
  const from = bent(scale, low) / 2;
  return clamp((bent(scale, value) / 2 - from) / (bent(scale, high) / 2 - from), 0, 1);
}

/** The inverse of `shareOf`. */
export function valueAt(scale: NumberScale, share: number): number {
  const [low, high] = scale.limits;
  if (scale.log === undefined) return low * (1 - share) + high * share;
  // Logarithms are float32 here: the value is looked for between the limits, to which both ends come exactly.
  if (share <= 0 || share >= 1) return share <= 0 ? low : high;
  let [a, b] = [low, high];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (shareOf(scale, middle) < share) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Round values between the limits, about so many. */
export function ticksOf(scale: NumberScale, count: number): number[] {
  const [low, high] = scale.limits;
  // Limits may be too far apart, or too near, for a difference: then there are none.
  const within = (some: readonly number[]) =>
    some.filter((value) => value >= low && value <= high && (!scale.isWhole || Number.isInteger(value)));
  const span = high - low;
  if (scale.log === undefined) return span > 1e-290 && span < 1e300 ? within(ticks(low, high, count)) : [];
  const powers: number[] = low <= 0 ? [0] : [];
  for (let e = -12; e <= 15; e++) powers.push(Number(`1e${e}`));
  const fine = within(powers.flatMap((power) => (power === 0 ? [0] : [power, 2 * power, 5 * power])));
  return fine.length <= count ? fine : within(powers);
}

/** A value as people read it. */
export function numberText({ kind, isWhole, whole, unit }: NumberScale, value: number): string {
  if (kind === "date" && whole[1] - whole[0] < 4) {
    const months = Math.floor(value * 12 + 1e-6);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  }
  if (kind !== "number") return String(Math.floor(value + 1e-6));
  const round = isWhole ? Math.round(value) : Number(value.toPrecision(3));
  const size = Math.abs(round);
  const text =
    size >= 1e9 || (size > 0 && size < 1e-4)
      ? String(Number(value.toPrecision(3)))
      : String(round).replace(/^-?\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
  return unit === "" ? text : `${text} ${unit}`;
}
