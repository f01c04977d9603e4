import fc from "fast-check";
import { expect, test } from "vitest";
import { markTerms } from "../../src/web/panels/mark.ts";

const shown = (text: string, terms: string[]) =>
  markTerms(text, terms)
    .map(({ text: t, term }) => (term < 0 ? t : `[${t}]`))
    .join("");

test("marks a term where it stands, whatever its case and ending", () => {
  expect(shown("Residual Networks and a network.", ["network"])).toBe("Residual [Networks] and a [network].");
});

test("marks the longer of two terms that begin alike", () => {
  expect(shown("neural architecture search", ["neural", "neural architecture"])).toBe(
    "[neural architecture] search",
  );
});

test("leaves words alone that only hold a term", () => {
  expect(shown("subnetting", ["net"])).toBe("subnetting");
});

test("the stretches join to the text again", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, terms) => {
      expect(
        markTerms(text, terms)
          .map((stretch) => stretch.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
