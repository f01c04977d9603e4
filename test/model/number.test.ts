import fc from "fast-check";
import { expect, test } from "vitest";
import { sixDigits } from "../../src/model/number.ts";

test("six significant digits, whatever the size", () => {
  expect(sixDigits(0.123456789)).toBe(0.123457);
  expect(sixDigits(-1234.56789)).toBe(-1234.57);
  expect(sixDigits(0.000123456789)).toBe(0.000123457);
  expect(sixDigits(0.00001234567)).toBe(0.0000123457);
  expect(sixDigits(12345678)).toBe(12345700);
  expect(sixDigits(1)).toBe(1);
  expect([Number.NaN, Number.POSITIVE_INFINITY, 0].map(sixDigits)).toEqual([0, 0, 0]);
});

test("a float32 read back is written the same", () => {
  fc.assert(
    fc.property(
      fc.float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(-1e20), max: Math.fround(1e20) }),
      (x) => {
        fc.pre(x === 0 || Math.abs(x) > 1e-30);
        expect(sixDigits(Math.fround(sixDigits(x)))).toBe(sixDigits(x));
      },
    ),
  );
});

test("it agrees with toPrecision to one unit of the sixth digit", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (x) => {
      expect(Math.abs(sixDigits(x) - Number(x.toPrecision(6)))).toBeLessThanOrEqual(x * 1e-5);
    }),
  );
});
