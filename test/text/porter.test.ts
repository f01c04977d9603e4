import fc from "fast-check";
import natural from "natural/lib/natural/stemmers/porter_stemmer.js";
import { expect, test } from "vitest";
import { porterStem } from "../../src/text/words/porter.ts";

test.each([
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["agreed", "agre"],
  ["hopping", "hop"],
  ["filing", "file"],
  ["relational", "relat"],
  ["rational", "ration"],
  ["electricity", "electr"],
  ["controlling", "control"],
  ["is", "is"],
])("%s → %s", (word, stem) => expect(porterStem(word)).toBe(stem));

/** What the steps look for, and letters that are now a vowel and now none. */
const PIECES =
  `ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti
  biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive
  ize ion sion tion eed ed ing ies sses ss s e y ll l a b c d i o u z w x t 1`.split(/\s+/);

test("is natural's stemmer, letter for letter", () => {
  const word = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, (pieces) => {
      expect(porterStem(pieces.join(""))).toBe(natural.stem(pieces.join("")));
    }),
    { numRuns: 3000 },
  );
});
