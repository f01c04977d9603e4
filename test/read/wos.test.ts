import { describe, expect, it } from "vitest";
import { wos } from "../../src/read/formats/wos.ts";
import { messages, one, read, said, sureness, titles } from "./reading.ts";

const WEB_OF_SCIENCE = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Larsen, ME
   Okafor, C
AF Larsen, Mette
   Okafor, Chidi
TI River gauges in cities: what a
   gauge counts
SO WATER RESEARCH
LA English
DE gauge; River CITY; PCR-based
ID FLOOD; DNA
AB Gauges are few.
   We count them.
CR Doe J, 1999, J WATER, V1, P2
   Roe A, 2000, J RIVER, V3, P4, DOI 10.1/x
TC 12
J9 WATER RES
PY 2019
VL 54
BP 980
DI 10.1000/182
UT WOS:0001
PM 31048553
ER

EF
`;

/** A record that begins and ends as it should. */
const record = (lines: string) => `FN ISI Export\nVR 1.0\nPT J\n${lines}\nER\n\nEF`;

describe("Web of Science's format", () => {
  it("gives all of a record", async () => {
    const collection = await read(WEB_OF_SCIENCE);
    expect(messages(collection)).toEqual([]);
    expect(collection.papers.map(said)).toEqual([
      {
        id: "WOS:0001",
        title: "River gauges in cities: what a gauge counts",
        abstract: "Gauges are few. We count them.",
        authors: ["Mette Larsen", "Chidi Okafor"],
        year: 2019,
        venue: "WATER RESEARCH",
        doi: "10.1000/182",
        keywords: ["gauge", "River CITY", "PCR-based", "flood", "DNA"],
        references: ["Doe J, 1999, J WATER, V1, P2", "Roe A, 2000, J RIVER, V3, P4, DOI 10.1/x"],
        aliases: ["Larsen ME, 2019, WATER RES, V54, P980", "pmid:31048553"],
        citations: 12,
        language: "en",
      },
    ]);
  });

  it.each([
    ["DI 10.1000/ABC", { id: "10.1000/ABC", doi: "10.1000/abc" }],
    // The DOI of the book, which all its chapters share.
    ["DT Article; Book Chapter\nD2 10.1000/182", {}],
    ["DT Book\nD2 10.1000/182", { id: "10.1000/182", doi: "10.1000/182" }],
    ["AU Larsen, M\n   Okafor, C", { authors: ["M Larsen", "C Okafor"] }],
    ["BE Roe, A\n   Doe, J", { authors: ["A Roe", "J Doe"] }],
    ["EA MAR 2018", { year: 2018 }],
    ["PD MAR 2017", { year: 2017 }],
    ["CY MAY 03-05, 2016", { year: 2016 }],
    ["SE Lecture Notes", { venue: "Lecture Notes" }],
    ["J9 WATER RES", { venue: "WATER RES" }],
    ["CT Conference on Water", { venue: "Conference on Water" }],
    ["Z9 7", { citations: 7 }],
    ["AB", {}],
  ])("%j says %j", async (lines, fields) => {
    expect(said(await one(record(`TI One\n${lines}`)))).toEqual({ id: "1", title: "One", ...fields });
  });

  it.each([
    ["SO WATER RESEARCH\nVL 54\nBP 980", "Larsen ME, 2019, WATER RESEARCH, V54, P980"],
    ["SO WATER RESEARCH\nJI Water Res.\nBP 980", "Larsen ME, 2019, Water Res., P980"],
    ["SO WATER RESEARCH\nJI Water Res.\nJ9 WATER RES", "Larsen ME, 2019, WATER RES"],
    ["J9 WATER RES\nVL 54\nAR UNSP 115", "Larsen ME, 2019, WATER RES, V54, ARTN 115"],
    ["J9 WATER RES\nAR e0115", "Larsen ME, 2019, WATER RES, ARTN 0115"],
    ["J9 WATER RES\nAR 2e15", "Larsen ME, 2019, WATER RES, ARTN 2e15"],
    ["J9 WATER RES\nBP 980\nAR 115", "Larsen ME, 2019, WATER RES, P980"],
  ])("%j is cited as %j", async (lines, cited) => {
    const paper = await one(record(`AU Larsen, ME\nTI One\nPY 2019\n${lines}`));
    expect(paper.aliases).toEqual([cited]);
  });
  it.each([
    "PY 2019\nSO WATER",
    "AU Larsen, ME\nSO WATER",
    "AU Larsen, ME\nPY 2019",
    "AU Larsen, ME\nPY 19\nSO X",
  ])("%j is not enough to be cited by", async (lines) => {
    expect((await one(record(`TI One\n${lines}`))).aliases).toEqual([]);
  });

  it("joins wrapped lines, also those that lost their indent", async () => {
    const paper = await one(
      record("TI One\nand  \n   two AB and\n\nthree.\nCR Doe J, 1999, J X\n\n   Roe A, 2000, J Y"),
    );
    expect(said(paper)).toEqual({
      id: "1",
      title: "One and two AB and three",
      references: ["Doe J, 1999, J X", "Roe A, 2000, J Y"],
    });
  });
  it("reads each record of several, numbered for messages", async () => {
    const collection = await read(
      "FN ISI\nVR 1.0\nPT J\nTI One\nER\n\nPT J\nPY 2001\nER\n\nPT J\nTI Three\nPY 20x8\nER\nEF\n",
    );
    expect(titles(collection)).toEqual(["One", "Three"]);
    expect(messages(collection)).toEqual([
      expect.stringMatching(/^line 7: record 2: the record has no title/),
      expect.stringMatching(/^line 11: record 3: found "20x8"/),
    ]);
  });
  it("reads files that were joined", async () => {
    const collection = await read(
      "FN ISI\nVR 1.0\nPT J\nTI One\nER\nEF\nFN ISI\nVR 1.0\nPT J\nTI Two\nER\nEF\n",
    );
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([]);
  });
  it("ends a record that lost its ER at the next PT, and says where", async () => {
    const collection = await read("FN ISI\nPT J\nTI One\nFN ISI\nPT J\nTI Two\nER\nEF\n");
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([
      "line 5: : a new record begins (PT) before the one before was ended; expected ER, ended here",
    ]);
  });
  it("says that the last record may have been cut off", async () => {
    const collection = await read("FN ISI\nPT J\nTI One\nER\nPT J\nTI Two, cut o");
    expect(titles(collection)).toEqual(["One", "Two, cut o"]);
    expect(messages(collection)).toEqual([
      "line 5: : the last record is not ended, expected ER (truncated?); read as it is",
    ]);
  });
  it("ends the last record at EF", async () => {
    expect(messages(await read("FN ISI\nPT J\nTI One\nEF\n"))).toEqual([]);
  });
  it("says nothing more of a record of which only the beginning is there", async () => {
    expect(messages(await read("FN ISI\nPT J\nTI One\nER\nPT J\nAU"))).toEqual([
      expect.stringMatching(/^line 5: record 2: the record has no title/),
    ]);
  });
  it("reads a record that lost its PT", async () => {
    expect(titles(await read("FN ISI\nVR 1.0\nTI One\nER\nEF\n"))).toEqual(["One"]);
  });

  it.each([
    ["FN Clarivate Analytics", 3],
    ["FN Thomson Reuters Web of Knowledge", 3],
    ["FN ISI Export Format", 3],
    ["FN Export of Web of Science", 3],
    ["FN Something else", 0],
    ["The FN ISI Export", 0],
    ["PT J\nAU Doe, J", 3],
    ["PT J  \nTI One", 3],
    ["PT J\nSO X", 3],
    ["PT J\nUT X", 3],
    ["PT J\nAF X", 3],
    ["PT J", 0],
    ["PT 7\nTI One", 0],
    ["PT Journal\nTI One", 0],
    ["OPT J\nTI One", 0],
    ["PT J\nXTI One", 0],
    [`${"Text. ".repeat(500)}\nPT J\nTI One`, 0],
  ])("knows %j with sureness %d", (head, sure) => {
    expect(sureness(wos, head)).toBe(sure);
  });
});
