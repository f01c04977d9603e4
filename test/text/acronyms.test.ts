import { describe, expect, test } from "vitest";
import { findAcronyms, shortForm } from "../../src/text/names/acronyms.ts";
import { longFormAt, readsOff } from "../../src/text/names/long-form.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";
import { paper } from "../paper.ts";

const acronymsOf = (...abstracts: string[]) => {
  const tokens = tokenise(
    abstracts.map((abstract, i) => paper({ title: `Title ${i}`, abstract })),
    { stopWords: [], synonyms: [] },
  );
  return findAcronyms(tokens).map(
    (a) =>
      `${a.name} = ${Array.from(tokens.token.subarray(a.from, a.to), (id) => tokens.words[id]).join(" ")}`,
  );
};

describe("readsOff", () => {
  test("takes a letter or more from the beginning of every word", () => {
    expect(readsOff("nas", ["neural", "architecture", "search"], [0, 0, 0])).toBe(true);
    expect(readsOff("convnet", ["convolutional", "network"], [0, 0])).toBe(true);
  });
  test("leaves no content word unread", () => {
    expect(readsOff("nas", ["neural", "architecture", "search", "method"], [0, 0, 0, 0])).toBe(false);
    expect(readsOff("roi", ["region", "of", "interest"], [0, 1, 0])).toBe(true);
    expect(readsOff("ri", ["region", "of", "interest"], [0, 1, 0])).toBe(true);
  });
});

test("shortForm wants two capitals and drops the plural", () => {
  expect(["GANs", "ResNet", "The", "A", "mAP", "CNN"].map(shortForm)).toEqual([
    "GAN",
    "ResNet",
    "",
    "",
    "mAP",
    "CNN",
  ]);
});

describe("findAcronyms", () => {
  test("reads definitions in brackets", () => {
    expect(
      acronymsOf("We study neural architecture search (NAS) and generative adversarial networks (GANs)."),
    ).toEqual(["NAS = neural architecture search", "GAN = generative adversarial networks"]);
  });
  test("takes no bracket for a definition that does not spell the letters", () => {
    expect(acronymsOf("We use a large method (CNN) on images (ResNet-50).")).toEqual([]);
  });
  test("takes one word that spells the letters for the long form, not more words before it", () => {
    expect(acronymsOf("The entropy of the electroencephalogram (EEG).")).toEqual([]);
  });
  test("leaves out what papers expand in different ways", () => {
    expect(acronymsOf("A region proposal (RP).", "A random projection (RP).")).toEqual([]);
  });
});

test.each([
  ["a bidirectional long short-term memory (BiLSTM) cell", "bidirectional long short-term memory"],
  ["by optical character recognition (OCR)", "optical character recognition"],
  ["we use a fast parser (OCR)", ""],
  ["optical character recognition OCR", ""],
])("the long form in: %s", (text, expected) => {
  const tokens = tokenise([paper({ title: "", abstract: text })], { stopWords: [], synonyms: [] });
  const { token, words } = tokens;
  const at = token.findIndex((id) => /\p{Lu}{2}/u.test(words[id]));
  const from = longFormAt(tokens, words[token[at]], at, 0);
  const long = from < 0 ? [] : Array.from(token.subarray(from, at - 1), (id) => words[id]);
  expect(long.join(" ")).toBe(expected);
});
