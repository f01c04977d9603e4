import { expect, test } from "vitest";
import { NO_FILTERS } from "../../src/view/filters.ts";
import { fieldFilterOf, fieldsAfter, withFieldFilter } from "../../src/view/own-filters.ts";

const years = [1990, 2020] as const;
const only = (...values: string[]) => ({ values: new Set(values) });

test("a filter by years or a venue is the one of the years' bars or the venues' list, and reads the same by the field", () => {
  const ranged = withFieldFilter(NO_FILTERS, "year", { range: [2003, Number.POSITIVE_INFINITY] }, years);
  expect(ranged).toEqual({ fields: new Map(), years: [2003, 2020] });
  expect(fieldFilterOf({ ...NO_FILTERS, years: [2003, 2020] }, "year")).toEqual({ range: [2003, 2021] });
  const venue = withFieldFilter(NO_FILTERS, "venue", only("VIS"), years);
  expect(venue).toEqual({ fields: new Map(), venues: new Set(["VIS"]) });
  expect(fieldFilterOf({ ...NO_FILTERS, venues: new Set(["VIS"]) }, "venue")).toEqual(only("VIS"));
});

test("what a list cannot say is a filter by the field in its place, and goes with it", () => {
  const more = { ...only("VIS"), missing: true };
  const filters = { ...NO_FILTERS, venues: new Set(["VIS"]) };
  const made = withFieldFilter(filters, "venue", more, years);
  expect(made).toEqual({ fields: new Map([["venue", more]]), venues: new Set() });
  const mixed = { ...NO_FILTERS, fields: new Map([["venue", more]]) };
  expect(fieldFilterOf(mixed, "venue")).toEqual(more);
  expect(withFieldFilter(mixed, "venue", only("VIS"), years)).toEqual(venuesOnly("VIS"));
  expect(withFieldFilter(mixed, "country", { values: new Set() }, years)).toEqual({ fields: mixed.fields });
  expect(fieldsAfter(mixed, { venues: new Set(["EuroVis"]) })).toEqual(new Map());
  expect(fieldsAfter(mixed, { authors: new Set(["A. Bee"]) })).toBe(mixed.fields);
});

const venuesOnly = (name: string) => ({ fields: new Map(), venues: new Set([name]) });
