import type { Field } from "../../model/field.ts";

const kept = new WeakMap<Field, Float64Array | undefined>();

/** The values of a number or date field (dates as years and their parts), NaN where missing; undefined for other types. */
export function numbersOf(field: Field): Float64Array | undefined {
  if (field.type === "number") return field.values;
  if (field.type !== "date") return undefined;
  const found = kept.get(field);
  if (found) return found;
  const times = Float64Array.from(field.labels, yearOfDate);
  const made = Float64Array.from(field.codes, (code) => (code < 0 ? Number.NaN : times[code]));
  kept.set(field, made);
  return made;
}

/** "2014" → 2014, "2014-07" → 2014.5, "2014-01-02" → 2014 and a day; NaN for what is no date. */
export function yearOfDate(label: string): number {
  const [, year, month = "1", day = "1"] = /^(\d{1,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(label) ?? [];
  return year === undefined ? Number.NaN : Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}
