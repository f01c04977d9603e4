import { describe, expect, it } from "vitest";
import { foldName, matchFields } from "../../src/read/fields.ts";
import { lineSplitter } from "../../src/read/lines.ts";
import { splitList, splitReferences } from "../../src/read/lists.ts";

describe("keywords in one string", () => {
  it.each([
    ["gauge; river, city;", ["gauge", "river, city"]],
    ["gauge | river, city", ["gauge", "river, city"]],
    ["gauge\n\n river, city ", ["gauge", "river, city"]],
    ["gauge, river ,, city", ["gauge", "river", "city"]],
    ["a;b|c\nd", ["a", "b|c\nd"]],
    ["a|b\nc", ["a", "b\nc"]],
    ["", []],
  ])("%j is %j", (list, words) => {
    expect(splitList(list)).toEqual(words);
  });
});

describe("references in one string", () => {
  it.each([
    ["Doe J., First, (1999); Roe A., Second; ", ["Doe J., First, (1999)", "Roe A., Second"]],
    ["Doe;", ["Doe"]],
    ["Doe & Roe &amp; Co, 1999; Poe &#38; Co; Moe", ["Doe & Roe &amp; Co, 1999", "Poe &#38; Co", "Moe"]],
    ["Doe &AMP; Roe; Poe &toolong; x; &#1x; y", ["Doe &AMP; Roe", "Poe &toolong", "x", "&#1x", "y"]],
    ["Doe, 1;2\nRoe | Moe", ["Doe, 1;2", "Roe | Moe"]],
    ["Doe, 1;2|Roe", ["Doe, 1;2", "Roe"]],
    ["10.1/a;10.1/b", ["10.1/a", "10.1/b"]],
    ["W1, W2,W3", ["W1", "W2", "W3"]],
    ["W1", ["W1"]],
    ["Doe J, Roe A, 1999", ["Doe J, Roe A, 1999"]],
    ["", []],
  ])("%j is %j", (list, references) => {
    expect(splitReferences(list)).toEqual(references);
  });
});

describe("lines of text that comes in pieces", () => {
  const split = (...pieces: readonly string[]) => {
    const lines: [number, string][] = [];
    const splitter = lineSplitter((line, number) => lines.push([number, line]));
    for (const piece of pieces) splitter.push(piece);
    splitter.end();
    return lines;
  };
  it.each([
    [["a\nb\r\nc\rd"], ["a", "b", "c", "d"]],
    [
      ["a\n", "b\n"],
      ["a", "b"],
    ],
    [
      ["a", "b", "c\nd", "e"],
      ["abc", "de"],
    ],
    // A line end cut in two is one line end.
    [
      ["a\r", "\nb"],
      ["a", "b"],
    ],
    [
      ["a\r", "", "\nb"],
      ["a", "b"],
    ],
    [
      ["a\r", "b\n"],
      ["a", "b"],
    ],
    [
      ["a\r", "\rb"],
      ["a", "", "b"],
    ],
    [
      ["a\n", "\nb"],
      ["a", "", "b"],
    ],
    [["\n\r\n\r"], ["", "", ""]],
    [["\r\r\n\n"], ["", "", ""]],
    [["a\rb\nc\r\nd\ne"], ["a", "b", "c", "d", "e"]],
    [[""], []],
    [[], []],
  ])("%j is %j", (pieces, lines) => {
    expect(split(...pieces)).toEqual(lines.map((line, i) => [i + 1, line]));
  });
});

describe("names of columns", () => {
  it.each([
    ["Author(s) Full-Names", "authorsfullnames"],
    ["Année 2 ", "année2"],
    ["e\u0301te\u0301", "été"],
    ["标题/Title", "标题title"],
  ])("%j is compared as %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
  const match = (names: readonly string[], mapped: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(matchFields(names, new Map(Object.entries(mapped))));
  it.each([
    [["Title", "Abstract"], {}, { title: [0], abstract: [1] }],
    // Best first, where several stand for one field.
    [["Date", "Publication Year", "year"], {}, { year: [2, 1, 0] }],
    [["T1", "Name", "title", "x"], {}, { title: [2, 0, 1] }],
    [["title", "Title"], {}, { title: [0, 1] }],
    // One name may stand for two fields.
    [["PubMed ID"], {}, { id: [0], alias: [0] }],
    // What the user says goes before what is known.
    [["Naslov", "title"], { naslov: "title" }, { title: [0, 1] }],
    [["Title", "Head"], { Title: "abstract", "HEAD ": "title" }, { abstract: [0], title: [1] }],
    [["x"], {}, {}],
  ])("%j with %j are %j", (names, mapped, fields) => {
    expect(match(names, mapped)).toEqual(fields);
  });
  it("are looked up once for items of the same names, not for others", () => {
    const none = new Map<string, string>();
    const first = matchFields(["title", "year"], none);
    expect(matchFields(["title", "year"], none)).toBe(first);
    expect(Object.fromEntries(matchFields(["year", "title"], none))).toEqual({ year: [0], title: [1] });
    expect(Object.fromEntries(matchFields(["title"], none))).toEqual({ title: [0] });
    expect(Object.fromEntries(matchFields(["title"], new Map([["title", "abstract"]])))).toEqual({
      abstract: [0],
    });
  });
});
