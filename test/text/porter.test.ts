import fc from "fast-check";
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { expect, test } from "vitest";
import { porterStem } from "../../src/text/words/porter.ts";

test.each([
  ["networks", "network"],
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["agreed", "agre"],
  ["hopping", "hop"],
  ["filing", "file"],
  ["relational", "relat"],
  ["generalizations", "gener"],
  ["replacement", "replac"],
  ["adoption", "adopt"],
  ["rate", "rate"],
  ["controlling", "control"],
  ["is", "is"],
])("%s → %s", (word, stem) => {
  expect(porterStem(word)).toBe(stem);
});

// Letters alone seldom make a word that a rule applies to: parts that rules look for do.
const PARTS =
  `a e i o u y b c d l s t z w x n r at bl iz ed ing eed ss ies sses y ly ational tional enci izer abli bli alli eli
  ization ation ator alism iveness ful ness icate ative ical al ance ement ment ent sion tion ous ive ize ll 1 50`.split(
    /\s+/,
  );

test("the stems are natural's", () => {
  const words = fc
    .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(""))
    .filter((word) => /^[a-z]+[0-9]*[a-z]*$/.test(word));
  fc.assert(
    fc.property(words, (word) => {
      expect(porterStem(word)).toBe(porter.stem(word));
    }),
    { numRuns: 5000 },
  );
});
