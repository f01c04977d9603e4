import { oncePer } from "../../kernel/once.ts";
import type { Field, LabelField } from "../../model/field.ts";

const datesOf = oncePer(({ labels, codes }: LabelField) => {
  const times = Float64Array.from(labels, yearOfDate);
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : times[code]));
});

/** The values of a number or date field (dates as years and their parts), NaN where missing; undefined for other types. */
export function numbersOf(field: Field): Float64Array | undefined {
  if (field.type === "number") return field.values;
  return field.type === "date" ? datesOf(field) : undefined;
}

/** "2014" → 2014, "2014-07" → 2014.5, "2014-01-02" → 2014 and a day; NaN for what is no date. */
export function yearOfDate(label: string): number {
  const [, year, month = "1", day = "1"] = /^(\d{1,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(label) ?? [];
  return year === undefined ? Number.NaN : Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}
