import { expect, test } from "vitest";
import { americanSpelling } from "../../src/text/words/spelling.ts";
import { stemWord } from "../../src/text/words/stem.ts";

test.each([
  ["visualisation", "visualization"],
  ["organisational", "organizational"],
  ["optimised", "optimized"],
  ["analyser", "analyzer"],
  ["behavioural", "behavioral"],
  ["neighbourhood", "neighborhood"],
  ["coloured", "colored"],
  ["tumours", "tumors"],
  ["centre", "center"],
  ["modelling", "modeling"],
  ["catalogues", "catalogs"],
  ["greyscale", "grayscale"],
  ["anaemia", "anemia"],
  ["haemoglobin", "hemoglobin"],
  ["paediatric", "pediatric"],
])("%s is %s", (british, american) => {
  expect(americanSpelling(british)).toBe(american);
  const stem = (word: string) => stemWord(word, "en", () => false);
  expect(stem(british)).toBe(stem(american));
});

test.each(
  "noise exercise precise promise analysis analyses four tour contour hour pour controlled spelling rolling fire more epilogue expertise otherwise raised basis grease aerial does mouse liver".split(
    " ",
  ),
)("%s stays", (word) => {
  expect(americanSpelling(word)).toBe(word);
});
