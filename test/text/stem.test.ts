import { expect, test } from "vitest";
import { stemWord } from "../../src/text/words/stem.ts";

const stem = (word: string, language = "en") =>
  stemWord(word, language, (part) => part === "in" || part === "the");

test.each([
  ["networks", "network"],
  ["Ponies", "poni"],
  ["hopping", "hop"],
  ["generalizations", "gener"],
  ["controlling", "control"],
  ["is", "is"],
  ["resnet50", "resnet50"],
])("English by natural's Porter stemmer: %s → %s", (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test.each([
  ["de", "Wohnungen", "wohnung"],
  ["es", "canciones", "cancion"],
  ["fr", "continuellement", "continuel"],
  ["ru", "сетями", "сет"],
  ["uk", "мережами", "мереж"],
])("%s by natural's own: %s → %s", (language, word, expected) => {
  expect(stem(word, language)).toBe(expected);
});

test("a compound is the stems of its parts, without stop words; a prefix is no part", () => {
  expect(stem("human-in-the-loop")).toBe("human loop");
  expect(stem("super-resolution")).toBe("super resolut");
  expect(stem("pre-training")).toBe(stem("pretraining"));
});

test("a short name in capitals is no plural: GPS, but networks", () => {
  expect(stem("GPS")).toBe("gps");
  expect(stem("gps")).toBe("gp");
});
