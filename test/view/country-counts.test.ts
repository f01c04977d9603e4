import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field } from "../../src/model/field.ts";
import { labelField, listField } from "../../src/model/field-columns.ts";
import { countCountries, countryField } from "../../src/view/country-counts.ts";
import { passesField } from "../../src/view/field-filter.ts";
import { sampleMap } from "../sample-map.ts";

const all = new Uint8Array(4).fill(1);
/** Paper 3 has no country. */
const countries = listField({ name: "countries" }, 4, {
  papers: [0, 1, 2],
  values: [["NO"], ["NO", "SG"], ["SG", "US", "NO"]],
});

test("papers by any author's country: one of three countries counts in each", () => {
  expect(countCountries(countries, all, false)).toEqual({
    papers: 3,
    countries: [
      { code: "NO", papers: 3 },
      { code: "SG", papers: 2 },
      { code: "US", papers: 1 },
    ],
  });
});

test("fractional: 1 + 1/2 + 1/3 of three papers for Norway, 1/2 + 1/3 for Singapore, 1/3 for the United States", () => {
  const found = countCountries(countries, all, true).countries;
  expect(found.map(({ code, papers }) => [code, papers.toFixed(4)])).toEqual([
    ["NO", "1.8333"],
    ["SG", "0.8333"],
    ["US", "0.3333"],
  ]);
});

test("only papers that count do, and a field of one country each works alike", () => {
  expect(countCountries(countries, Uint8Array.of(0, 0, 1, 1), false).papers).toBe(1);
  const one = labelField({ name: "countries" }, "category", 3, { papers: [0, 2], values: ["FR", "FR"] });
  expect(countCountries(one, all, true)).toEqual({ papers: 2, countries: [{ code: "FR", papers: 2 }] });
  const papersOf = (field: Field, code: string) =>
    [0, 1, 2].filter(
      passesField({ ...sampleMap(), fields: [field] }, field.name, { values: new Set([code]) }),
    );
  expect([papersOf(countries, "SG"), papersOf(one, "FR"), papersOf(one, "__proto__")]).toEqual([
    [1, 2],
    [0, 2],
    [],
  ]);
  expect([countryField([one])?.name, countryField([]), countryField()]).toEqual([
    "countries",
    undefined,
    undefined,
  ]);
});

test("fractional counts sum to the papers with a country", () => {
  const paper = fc.uniqueArray(fc.constantFrom("NO", "SG", "US", "__proto__"), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 20 }), (values) => {
      const field = listField({ name: "countries" }, values.length, {
        papers: values.map((_, i) => i),
        values,
      });
      const { countries: found, papers } = countCountries(field, new Uint8Array(values.length).fill(1), true);
      expect(found.reduce((sum, one) => sum + one.papers, 0)).toBeCloseTo(papers, 8);
    }),
  );
});
