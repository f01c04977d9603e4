import { describe, expect, it } from "vitest";
import {
  claimsYear,
  cleanDoi,
  cleanLanguage,
  cleanUrl,
  cleanYear,
} from "../../src/read/clean/identifiers.ts";
import { cleanText } from "../../src/read/clean/record.ts";
import { isUpperCase, recase } from "../../src/read/clean/title.ts";

describe("fields", () => {
  it.each([
    ["https://doi.org/10.1234/ABC.1", "10.1234/abc.1"],
    ["doi:10.1016/0304-8853(83)90097-5.", "10.1016/0304-8853(83)90097-5"],
    ["(10.1234/x)", "10.1234/x"],
    ["10.1234%2fabc", "10.1234/abc"],
    ["none", undefined],
  ])("DOI in %s", (raw, doi) => expect(cleanDoi(raw)).toBe(doi));
  it.each([
    ["2014//", 2014],
    ["Mar 2021", 2021],
    [2001, 2001],
    ["2001a", 2001],
    ["c1999", 1999],
    ["12", undefined],
    [99999, undefined],
    ["circa 1900", 1900],
  ])("year in %s", (raw, year) => expect(cleanYear(raw)).toBe(year));
  it.each([
    ["20x8", true],
    [99999, true],
    ["", false],
    ["n.d.", false],
    ["in press", false],
    ["0000", false],
    [0, false],
  ])("whether %s was meant to be a year: %s", (raw, meant) => expect(claimsYear(raw)).toBe(meant));
  it("only links of the web are kept", () => {
    expect(cleanUrl("javascript:alert(1)")).toBeUndefined();
    expect(cleanUrl("see https://x.org/a?b=1.")).toBe("https://x.org/a?b=1");
  });
  it("languages by name, code and tag", () =>
    expect(["English", "eng", "en-US", "Klingon"].map(cleanLanguage)).toEqual(["en", "en", "en", undefined]));
  it.each(["[No abstract available]", "N/A", "nan", "null", "-", "  "])("%s is absence", (token) =>
    expect(cleanText(token)).toBe(""),
  );
});

describe("titles", () => {
  it("recases capitals, with the abstract's spellings", () => {
    const title = "EXPERIMENTS IN DNA SEQUENCING: A STUDY OF RESNET";
    expect(isUpperCase(title)).toBe(true);
    expect(recase(title, "We use DNA and a ResNet here.")).toBe(
      "Experiments in DNA sequencing: A study of ResNet".replace(": A", ": a"),
    );
    expect(isUpperCase("BERT: Pre-training of Deep Transformers")).toBe(false);
  });
});
