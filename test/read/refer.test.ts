import { describe, expect, it } from "vitest";
import { refer } from "../../src/read/formats/refer.ts";
import { messages, one, read, said, sureness, titles } from "./reading.ts";

const ENDNOTE = `%0 Journal Article
%T River gauges in cities
%A Larsen, Mette
%A Okafor, Chidi
%J Water
%D 2019
%K gauge; river
city
%X Gauges are few.
We count them: 5%A year, 100
%done.
%R 10.1000/182
%U https://example.org/gauges
%G English
%F Larsen19
%M WOS:0001

`;

describe("EndNote's tagged format", () => {
  it("gives all of a record", async () => {
    const collection = await read(ENDNOTE);
    expect(messages(collection)).toEqual([]);
    expect(collection.papers.map(said)).toEqual([
      {
        id: "Larsen19",
        title: "River gauges in cities",
        abstract: "Gauges are few. We count them: 5%A year, 100 %done.",
        authors: ["Mette Larsen", "Chidi Okafor"],
        year: 2019,
        venue: "Water",
        doi: "10.1000/182",
        url: "https://example.org/gauges",
        keywords: ["gauge", "river city"],
        aliases: ["WOS:0001"],
        language: "en",
      },
    ]);
  });

  it.each([
    ["%T One\n%M WOS:0001", { id: "WOS:0001" }],
    ["%B A book", { title: "A book", venue: "A book" }],
    ["%T One\n%B A book", { title: "One", venue: "A book" }],
    ["%Q Übersetzt", { title: "Übersetzt" }],
    ["%! Short", { title: "Short" }],
    ["%T One\n%8 May 3, 2018", { year: 2018 }],
    ["%T One\n%E Doe, Jane", { authors: ["Jane Doe"] }],
    ["%T One\n%S A series", { venue: "A series" }],
    ["%T One\n%I A publisher", { venue: "A publisher" }],
    ["%TOne", { title: "One" }],
  ])("%j says %j", async (lines, fields) => {
    expect(said(await one(`%0 Report\n${lines}\n`))).toEqual({ id: "1", title: "One", ...fields });
  });

  it("begins a record at %0, with or without blank lines", async () => {
    const text =
      "%0 Report\n%T One\n%0 Report\n%T Two\n\n%A Doe, Jane\n\n%0 Report\n%A Roe, Ann\n%0 Book\n%T Four\n";
    expect(titles(await read(text))).toEqual(["One", "Two", "[No title] Ann Roe", "Four"]);
  });
  it("begins a record at a %0 that stands below the title of the one before", async () => {
    expect(titles(await read("%T One\n%D 2001\n%0 Book\n%T Two\n"))).toEqual(["One", "Two"]);
  });
  it("takes what stands above %0 for the same record, until there is a title", async () => {
    const collection = await read("%D 2001\n%0 Book\n%T One\n");
    expect(collection.papers.map(said)).toEqual([{ id: "1", title: "One", year: 2001 }]);
    expect(messages(collection)).toEqual([]);
  });
  it("begins a record after a blank line where there is no %0", async () => {
    expect(titles(await read("%T One\n%D 2001\n\n%A Doe, Jane\n\n%T Two\n%D 2002\n"))).toEqual([
      "One",
      "Two",
    ]);
  });
  it("does not take a blank line within a field for the end of the record", async () => {
    const { papers } = await read("%T One\n%X First.\n\nSecond.\n%D 2001\n");
    expect(papers.map(said)).toEqual([{ id: "1", title: "One", abstract: "First. Second.", year: 2001 }]);
  });
  it("names a record without an id by its number", async () => {
    expect(messages(await read("%0 Book\n%0 Book\n%T Two\n%D 20x8\n"))).toEqual([
      expect.stringMatching(/^line 1: record 1: the record has no title/),
      expect.stringMatching(/^line 2: record 2: found "20x8"/),
    ]);
  });

  it.each([
    ["%0 Book\n", 3],
    ["Exported\n%0 Book\n", 3],
    ["%0\n", 0],
    ["the 5%0 Book\n", 0],
    ["%T One\n%A Doe, Jane\n", 2.5],
    ["%D 2001\n%J Water\n", 2.5],
    ["%T One\n", 0],
    ["%T\n%A\n", 0],
    ["%P 1-9\n%V 7\n", 0],
    ["of 5%T ones\nor 5%A ones\n", 0],
    // A page of text with an odd line far down is no file of records.
    [`${"Text. ".repeat(1000)}\n%0 Book\n`, 0],
  ])("knows %j with sureness %d", (head, sure) => {
    expect(sureness(refer, head)).toBe(sure);
  });
});
