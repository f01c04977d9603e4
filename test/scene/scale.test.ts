import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field } from "../../src/model/field.ts";
import { booleanField, labelField, listField, numberField } from "../../src/model/field-columns.ts";
import { fieldNamed, fieldNames } from "../../src/model/own-fields.ts";
import { facetOf } from "../../src/scene/scale/facet.ts";
import { numberText, scaleOf, shareOf, ticksOf, valueAt } from "../../src/scene/scale/numbers.ts";
import { painted, paintOf, sizeValues } from "../../src/scene/scale/paint.ts";
import { NAMED, paletteOf, STEPS } from "../../src/scene/scale/palettes.ts";
import { sampleMap } from "../sample-map.ts";

const numbers = (...values: readonly number[]): Field =>
  numberField({ name: "n" }, values.length, { papers: [...values.keys()], values });
const words = (...values: readonly (string | undefined)[]): Field =>
  labelField({ name: "w" }, "category", values.length, {
    papers: [...values.keys()].filter((i) => values[i] !== undefined),
    values: values.filter((value) => value !== undefined),
  });
const scale = (...values: readonly number[]) => {
  const made = scaleOf(numbers(...values));
  if (!made) throw new Error("no scale");
  return made;
};
const hundred = Array.from({ length: 100 }, (_, i) => i + 0.5);

describe("scales of numbers", () => {
  test("even values: from the least to the most, half way in the middle", () => {
    const made = scale(...hundred);
    expect(made.limits).toEqual([0.5, 99.5]);
    expect(shareOf(made, 50)).toBe(0.5);
    expect([shareOf(made, -9), shareOf(made, Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
    expect(shareOf(made, Number.NaN)).toBeNaN();
  });

  test("one value far out: limits are the 2nd and the 98th of a hundred, and the outlier has the last colour", () => {
    // 99 values from 0.5 to 98.5 and 400: 399.5 > 1.5 × 96; places 2 and 97 of 0 … 99.
    const made = scale(...hundred.slice(0, 99), 400);
    expect(made.limits).toEqual([2.5, 97.5]);
    expect(shareOf(made, 400)).toBe(1);
  });

  test("counts over decades are read on a logarithm of one more: 0, 9, 99, 999 are even steps", () => {
    const made = scale(0, 1, 9, 99, 999);
    expect(made.log).toBe(1);
    expect([0, 9, 99, 999].map((value) => shareOf(made, value))).toEqual([
      0,
      expect.closeTo(1 / 3, 5),
      expect.closeTo(2 / 3, 5),
      1,
    ]);
    expect(ticksOf(made, 6)).toEqual([0, 1, 10, 100]);
    expect(valueAt(made, 1 / 3)).toBeCloseTo(9, 2);
  });

  test("years are no counts: no logarithm, no thousands, whole ticks", () => {
    const made = scale(1990, 2000, 2020);
    expect([made.kind, made.log]).toEqual(["year", undefined]);
    expect(numberText(made, 2000)).toBe("2000");
    expect(numberText(scale(0, 12_345.5), 12_345.5)).toBe("12,300");
    expect(ticksOf(scale(2001, 2003), 10)).toEqual([2001, 2002, 2003]);
  });

  test("dates stand between years, as exact as they are", () => {
    const field = labelField({ name: "d" }, "date", 3, {
      papers: [0, 1, 2],
      values: ["2014", "2014-07", "2015"],
    });
    const made = scaleOf(field);
    expect(made && shareOf(made, 2014.5)).toBe(0.5);
    expect([...paintOf(field, false).codes]).toEqual([0, (STEPS - 1) / 2, STEPS - 1]);
    expect(made && numberText(made, 2014.5)).toBe("2014-07");
  });

  test("limits chosen by hand hold; those that are none do not", () => {
    expect(scaleOf(numbers(1, 2, 3), [2, 3])?.limits).toEqual([2, 3]);
    expect(scaleOf(numbers(1, 2, 3), [3, 2])?.limits).toEqual([1, 3]);
    expect(scaleOf(numbers(1, 2, 3), [Number.NaN, 2])?.limits).toEqual([1, 3]);
  });
});

describe("colours by value", () => {
  test("the commonest first, equal ones by their letters; what is not named and what is missing apart", () => {
    const values = ["b", "b", "a", "a", "c", undefined, ..."defghij"];
    const paint = paintOf(words(...values), false);
    const { named, others, missing } = paletteOf(false);
    expect(paint.classes.map(({ label, what, count }) => [label || what, count])).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 1],
      ["d", 1],
      ["e", 1],
      ["f", 1],
      ["g", 1],
      ["others", 3],
      ["missing", 1],
    ]);
    expect(values.map((_, i) => painted(paint, i)).slice(0, 6)).toEqual([
      named[1],
      named[1],
      named[0],
      named[0],
      named[2],
      missing,
    ]);
    expect(painted(paint, values.length - 1)).toBe(others);
  });

  test("a paper of several values has the colour of its first named one, or of one that is chosen", () => {
    const field = listField({ name: "l" }, 3, { papers: [0, 1, 2], values: [["x", "y"], ["y"], ["y", "x"]] });
    const { named } = paletteOf(true);
    const colors = (first?: ReadonlySet<string>) =>
      [0, 1, 2].map((i) => painted(paintOf(field, true, { first }), i));
    // y is commoner: the first hue.
    expect(colors()).toEqual([named[1], named[0], named[0]]);
    expect(colors(new Set(["x"]))).toEqual([named[1], named[0], named[1]]);
  });

  test("yes and no", () => {
    const field = booleanField({ name: "b" }, 3, { papers: [0, 1, 2], values: [true, false, true] });
    expect(paintOf(field, false).classes.map(({ label, count }) => [label, count])).toEqual([
      ["yes", 2],
      ["no", 1],
    ]);
  });
});

test("dots are sized by numbers from 0, by years from the first, and missing ones not at all", () => {
  const ratio = (field: Field) => {
    const sizes = sizeValues(field) ?? [];
    return Array.from(sizes, (size) => size / sizes[sizes.length - 1]);
  };
  expect(ratio(numbers(0, Number.NaN, 5, 10))).toEqual([0, 0, 0.5, 1]);
  // From a twentieth of the span before the first: 1 of 21 and 21 of 21.
  expect(ratio(numbers(2000, 2020))).toEqual([expect.closeTo(1 / 21, 4), 1]);
  expect(sizeValues(words("a"))).toBeUndefined();
});

test("fields of a map are those that every paper may have, then its own; no name is more than a name", () => {
  const map = sampleMap({
    fields: [words("a", "b"), { ...numbers(1), name: "__proto__" }, { ...words("a"), name: "year" }],
  });
  expect(fieldNames(map)).toEqual([
    "year",
    "citations",
    "localCitations",
    "venue",
    "language",
    "authors",
    "keywords",
    "concepts",
    "w",
    "__proto__",
  ]);
  // Paper 2 cites 0 and 1; a map in which none cites another has no such field.
  expect(fieldNamed(map, "localCitations")).toMatchObject({ values: Float64Array.of(1, 1, 0, 0) });
  expect(fieldNamed({ ...map, edges: [] }, "localCitations")).toBeUndefined();
  expect(fieldNamed(map, "__proto__")?.type).toBe("number");
  expect(fieldNamed(map, "constructor")).toBeUndefined();
  expect(fieldNamed(map, "year")?.type).toBe("number");
});

test("decisions keep their colours whichever are commoner; unseen ones step back", () => {
  const colors = (...values: readonly string[]) =>
    paintOf({ ...words(...values), name: "decision" }, false).classes.map(({ label, color }) => [
      label,
      color,
    ]);
  const [included, excluded, , unseen] = paletteOf(false).decisions;
  const expected = [
    ["included", included],
    ["excluded", excluded],
    ["unseen", unseen],
  ];
  expect(colors("unseen", "unseen", "included", "excluded")).toEqual(expected);
  expect(colors("unseen", "included", "included", "excluded", "excluded", "excluded")).toEqual(expected);
  expect(unseen).toBe(paletteOf(false).others);
});

const anyNumber = fc.double();
const anyField: fc.Arbitrary<Field> = fc.oneof(
  fc.array(anyNumber).map((values) => numbers(...values)),
  fc.array(fc.option(fc.string(), { nil: undefined })).map((values) => words(...values)),
  fc
    .array(fc.array(fc.constantFrom("__proto__", "constructor", "a", "", "b")))
    .map((values) => listField({ name: "l" }, values.length, { papers: [...values.keys()], values })),
  fc
    .array(fc.option(fc.string(), { nil: undefined }))
    .map((values) => ({ ...words(...values), type: "date" }) as Field),
);

test("any field, empty, infinite or without a value: every paper has a colour, and each is counted where it is seen", () => {
  fc.assert(
    fc.property(anyField, fc.boolean(), (field, dark) => {
      const paint = paintOf(field, dark);
      for (const code of paint.codes) expect(paint.colors[code]).toMatch(/^#[0-9a-f]{6}$/);
      for (const { color, count, what } of paint.classes) {
        expect(count).toBeGreaterThan(0);
        const seen = [...paint.codes].filter((code) => paint.colors[code] === color).length;
        if (field.type === "list" && what === "value") expect(seen).toBeLessThanOrEqual(count);
        else expect(seen).toBe(count);
      }
      expect(paint.colors).toHaveLength(paint.scale ? STEPS + 1 : NAMED + 2);
      for (const size of sizeValues(field) ?? [])
        expect(size).toSatisfy((v: number) => v >= 0 && Number.isFinite(v));
    }),
  );
});

test("any limits and values: shares are between 0 and 1 and never fall; a value comes back from its share", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
      const made = scale(...values);
      const shares = values.toSorted((a, b) => a - b).map((value) => shareOf(made, value));
      for (const [k, share] of shares.entries()) {
        expect(share).toSatisfy((v: number) => v >= 0 && v <= 1);
        if (k > 0) expect(share).toBeGreaterThanOrEqual(shares[k - 1]);
      }
      for (const tick of ticksOf(made, 5))
        expect(tick).toSatisfy((v: number) => v >= made.limits[0] && v <= made.limits[1]);
    }),
  );
});

test("values by papers are counted once a paper, whatever their order", () => {
  const { names, counts, start, values } = facetOf(
    listField({ name: "l" }, 2, { papers: [0, 1], values: [["a", "a", "b"], ["b"]] }),
  );
  expect([names, [...counts], [...start], [...values]]).toEqual([
    ["b", "a"],
    [2, 1],
    [0, 2, 3],
    [1, 0, 0],
  ]);
});
