import fc from "fast-check";
import { expect, test } from "vitest";
import { WordTable } from "../../src/folder/word-table.ts";
import { numberWords, searchWords } from "../../src/folder/words.ts";

function numbered(texts: readonly string[], shortest?: number) {
  const table = new WordTable();
  const numbers = texts.map((text) => {
    const own: number[] = [];
    numberWords(text, table, (number) => own.push(number), shortest);
    return own;
  });
  return { numbers, words: table.words() };
}

test("words have numbers in the order in which they come, whatever their case and accents", () => {
  expect(numbered(["Graph of Müller", "of a graph", "J. Muller"])).toEqual({
    numbers: [
      [0, 1, 2],
      [1, 3, 0],
      [4, 2],
    ],
    words: ["graph", "of", "muller", "a", "j"],
  });
  expect(numbered(["J. Muller"], 2).words).toEqual(["muller"]);
});

test("they are the words that are searched for: any letters, halves of characters, runs that are cut", () => {
  const letters = fc.string({
    unit: fc.constantFrom(
      "a",
      "B",
      "ß",
      "é",
      "Σ",
      "٣",
      "漢",
      "\u{1d538}",
      "\ud835",
      "\udd38",
      "\u0301",
      "-",
      " ",
      "𐐀",
      "ǅ",
    ),
  });
  const long = fc
    .tuple(fc.constantFrom("x", "\u{1d538}"), fc.integer({ min: 30, max: 140 }))
    .map(([of, n]) => `q${of.repeat(n)}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(letters, fc.string({ unit: "grapheme" }), long)), (texts) => {
      const { numbers, words } = numbered(texts);
      expect(numbers.map((list) => list.map((number) => words[number]))).toEqual(texts.map(searchWords));
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});

test("a table grows: 20,000 words, each found again", () => {
  const table = new WordTable();
  const words = Array.from({ length: 20_000 }, (_, k) => `word${k}`);
  expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, k) => k));
  expect(words.map((word) => table.numberOf(`<${word}>`, 1, word.length + 1))).toEqual(
    words.map((_, k) => k),
  );
  expect(table.words()).toEqual(words);
});
