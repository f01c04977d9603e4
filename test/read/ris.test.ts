import { describe, expect, it } from "vitest";
import { ris } from "../../src/read/formats/ris.ts";
import { messages, one, read, said, sureness, titles } from "./reading.ts";

const RECORD = `TY  - JOUR
ID  - larsen19
TI  - River gauges in cities
AU  - Larsen, Mette
AU  - Okafor, Chidi
PY  - 2019/05/03/
T2  - Water
DO  - 10.1000/182
UR  - https://example.org/gauges
AB  - Gauges are few.
We count DNA - of them
DNA - 100.
KW  - gauge
KW  - river; city, flood
N1  - Cited By :12
N1  - References: Doe, J., First (1999); Roe, A., Second, (2000)
UT  - WOS:0001
LA  - English
ER  - 
`;

const record = (lines: string) => `TY  - JOUR\n${lines}\nER  - \n`;

describe("RIS", () => {
  it("gives all of a record", async () => {
    const collection = await read(RECORD);
    expect(messages(collection)).toEqual([]);
    expect(collection.papers.map(said)).toEqual([
      {
        id: "larsen19",
        title: "River gauges in cities",
        abstract: "Gauges are few. We count DNA - of them DNA - 100.",
        authors: ["Mette Larsen", "Chidi Okafor"],
        year: 2019,
        venue: "Water",
        doi: "10.1000/182",
        url: "https://example.org/gauges",
        keywords: ["gauge", "river", "city", "flood"],
        references: ["Doe, J., First (1999)", "Roe, A., Second, (2000)"],
        aliases: ["WOS:0001"],
        citations: 12,
        language: "en",
      },
    ]);
  });

  it.each([
    ["UT  - WOS:0001", { id: "WOS:0001" }],
    ["AN  - 0001", { id: "0001" }],
    ["ID  - x1\nAN  - 0001", { id: "x1", aliases: ["0001"] }],
    ["T1  - Two", { title: "Two" }],
    ["CT  - Two", { title: "Two" }],
    ["BT  - Two", { title: "Two", venue: "Two" }],
    ["ST  - Two", { title: "Two" }],
    ["TT  - Two", { title: "Two" }],
    ["N2  - An abstract.", { abstract: "An abstract." }],
    ["Y1  - 2018//", { year: 2018 }],
    ["DA  - 2017/05/01", { year: 2017 }],
    ["Y2  - 2016", { year: 2016 }],
    ["A1  - Doe, Jane", { authors: ["Jane Doe"] }],
    ["A2  - Doe, Jane", { authors: ["Jane Doe"] }],
    ["ED  - Doe, Jane", { authors: ["Jane Doe"] }],
    ["A3  - Doe, Jane", { authors: ["Jane Doe"] }],
    ["JF  - Water", { venue: "Water" }],
    ["JO  - Water", { venue: "Water" }],
    ["JA  - Water", { venue: "Water" }],
    ["J2  - Water", { venue: "Water" }],
    ["T3  - Water", { venue: "Water" }],
    ["SE  - Water", { venue: "Water" }],
    ["PB  - Water", { venue: "Water" }],
    ["DI  - 10.1000/182", { id: "10.1000/182", doi: "10.1000/182" }],
    ["M3  - Article\nM3  - 10.1000/182", { id: "10.1000/182", doi: "10.1000/182" }],
    [
      "UR  - https://x.org/10.1000/182",
      { id: "10.1000/182", doi: "10.1000/182", url: "https://x.org/10.1000/182" },
    ],
    ["  AU  - Doe, Jane", { authors: ["Jane Doe"] }],
    ["L3  - 10.1000/182", { id: "10.1000/182", doi: "10.1000/182" }],
    [
      "DO  - none\nUR  - https://doi.org/10.1000/182",
      { id: "10.1000/182", doi: "10.1000/182", url: "https://doi.org/10.1000/182" },
    ],
    ["UR  - file:c:/a.pdf\nL2  - HTTP://example.org", { url: "HTTP://example.org" }],
    ["L1  - see https://example.org/1\nLK  - https://example.org/2", { url: "https://example.org/2" }],
    ["L1  - https://example.org/1\nLK  - https://example.org/2", { url: "https://example.org/1" }],
    ["CR  - Doe, 1999; Roe, 2000\nCR  - Poe, 2001", { references: ["Doe, 1999", "Roe, 2000", "Poe, 2001"] }],
    ["RF  - Doe, J. | First, 1999", { references: ["Doe, J. | First, 1999"] }],
    ["N1  - references:Doe J, 1999", { references: ["Doe J, 1999"] }],
    ["N1  - For references: see Doe, 1999", {}],
    ["N1  - Export\nN1  - Times cited: 7", { citations: 7 }],
    ["N1  - cited by 7 documents", { citations: 7 }],
    ["N1  - Cited by the authors of as many as 12 others", {}],
    ["N1  - Not cited by 7", {}],
    ["N1  - Cited By :12\nTC  - 7", { citations: 7 }],
  ])("%j says %j", async (lines, fields) => {
    const title = "title" in fields ? "" : "TI  - One\n";
    expect(said(await one(record(title + lines)))).toEqual({ id: "1", title: "One", ...fields });
  });

  it("lets TY close a record that lost its ER, and says where", async () => {
    const collection = await read("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \n");
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([
      "line 3: : a new record begins (TY) before the one before was ended; expected ER, ended here",
    ]);
  });
  it("says that the last record may have been cut off", async () => {
    const collection = await read("TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two, cut o");
    expect(titles(collection)).toEqual(["One", "Two, cut o"]);
    expect(messages(collection)).toEqual([
      "line 4: : the last record is not ended, expected ER (truncated?); read as it is",
    ]);
  });
  it.each(["TI", "T1", "AU", "A1"])("reads a record that lost its TY from its %s on", async (tag) => {
    const { papers } = await read(`${RECORD}PY  - 2001\n${tag}  - Doe, Jane\nTI  - Two\nAI  - x\nER  - \n`);
    expect(papers.map(({ title, year }) => [title, year])).toEqual([
      ["River gauges in cities", 2019],
      [tag === "TI" || tag === "T1" ? expect.stringMatching(/Doe, Jane|Two/) : "Two", undefined],
    ]);
  });
  it("does not begin a record at other tags", async () => {
    const collection = await read(`${RECORD}PY  - 2001\nKW  - x\nER  - \n`);
    expect(titles(collection)).toEqual(["River gauges in cities"]);
    expect(messages(collection)).toEqual([
      "line 20: : 2 lines outside the records, expected TY; left out: “PY - 2001”",
    ]);
  });
  it("skips what stands above the first record, and says so once", async () => {
    const collection = await read("Exported\n\non 1 May\nTY  - JOUR\nText\nTI  - One\nER  - \n");
    expect(titles(collection)).toEqual(["One"]);
    expect(messages(collection)).toEqual([
      "line 1: : 2 lines outside the records, expected TY; left out: “Exported”",
    ]);
  });
  it("leaves out what stands between records, and says how much and where", async () => {
    const long = "a line that is longer than what a message has room for, which is sixty letters";
    expect(messages(await read(`${RECORD}\n  ${long}\n`))).toEqual([
      "line 21: : 1 line outside the records, expected TY; left out: “a line that is longer than what a message has room for, whic”",
    ]);
    expect(messages(await read(`${RECORD}\none\n \ntwo\n${RECORD.replaceAll("1", "2")}`))).toEqual([
      "line 21: : 2 lines outside the records, expected TY; left out: “one”",
    ]);
  });
  it.each(["<1>", "2.", "(12):", "[345678]", " 7 "])(
    "takes %j above a record for its number",
    async (line) => {
      expect(messages(await read(`${line}\n${RECORD}`))).toEqual([]);
    },
  );
  it.each(["1234567", "page 7", "7 pages"])("does not take %j for a number", async (line) => {
    expect(messages(await read(`${line}\n${RECORD}`))).toHaveLength(1);
  });
  it("reads tags without a blank after the dash where records begin that way", async () => {
    const text =
      "TY-JOUR \nTI-One\nPY  - 2001\n AU -Doe, Jane\nAB-Text\nof 7 BC-AD\nER-\nTY  - JOUR\nTI  - Two\nAD-related\nER  - \n";
    expect((await read(text)).papers.map(said)).toEqual([
      { id: "1", title: "One", authors: ["Jane Doe"], year: 2001, abstract: "Text of 7 BC-AD" },
      { id: "2", title: "Two AD-related" },
    ]);
  });
  it("does not take TY for the beginning of a tight record within a text", async () => {
    const text = record("TI  - One\nAB  - Of a par-\n    TY-like\nPARTY-goer\nTY-like thing\nand\nAU-gold");
    expect((await one(text)).abstract).toBe("Of a par- TY-like PARTY-goer TY-like thing and AU-gold");
  });
  it("numbers records for messages", async () => {
    expect(messages(await read(record("PY  - 2001") + record("TI  - Two\nPY  - 20x8")))).toEqual([
      expect.stringMatching(/^line 1: record 1: the record has no title/),
      expect.stringMatching(/^line 4: record 2: found "20x8"/),
    ]);
  });

  it.each([
    ["TY  - JOUR\n", 3],
    ["  TY  - JOUR  \n", 3],
    ["Exported\nTY - \n", 3],
    ["TY\t—\tJOUR\n", 3],
    ["TY  - Journal Article\n", 3],
    ["ty  - JOUR\n", 3],
    ["TY  - What a type never is: words\n", 0],
    ["TY  -JOUR\n", 3],
    ["PARTY  - JOUR\n", 0],
    ["@misc{a, title={One}}\nTY  - JOUR\n", 3],
    ["mail to a@abc{d}\nTY  - JOUR\n", 3],
    ["@1{\nTY  - JOUR\n", 3],
    ["TY  - JOUR\nAB  - x\n@misc{a,\n", 3],
  ])("knows %j with sureness %d", (head, sure) => {
    expect(sureness(ris, head)).toBe(sure);
  });
});
