import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages, one, read, said, titles } from "./reading.ts";
import { SHARED } from "./shared.ts";

describe("RefWorks", () => {
  const RECORD =
    "RT Journal Article\nSR Electronic(1)\nID 7\nA1 Larsen,Mette\nA1 Okafor,Chidi\nT1 River gauges\nJF J Rivers\nYR 2001\nVO 3\nK1 rivers;gauges\nDO 10.1000/182\nAB We measure\nrivers.\n\n";
  it("gives all of a record", async () => {
    expect((await read(RECORD)).files[0].format).toBe("refworks");
    expect(said(await one(RECORD))).toMatchObject({
      id: "7",
      title: "River gauges",
      abstract: "We measure rivers.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2001,
      venue: "J Rivers",
      doi: "10.1000/182",
      keywords: ["rivers", "gauges"],
    });
  });
  it("gives every record of a table, whose columns are named the other way round", async () => {
    const paper = await one(
      "Reference Type\tAuthors, Primary\tTitle Primary\tPeriodical Full\tPub Year\nJournal Article\tLarsen,null;Okafor, Chidi\tRiver gauges\tJ Rivers\t2001\n",
    );
    expect(paper).toMatchObject({
      title: "River gauges",
      venue: "J Rivers",
      year: 2001,
      authors: ["Larsen", "Chidi Okafor"],
    });
  });
});

describe("Ovid", () => {
  it("gives all of a tagged record, however it is numbered", async () => {
    const text =
      " <7. >\n VN  - Ovid Technologies\n DB  - Ovid MEDLINE(R)\n UI  - 12345678\n TI  - River gauges. [Review]\n AU  - Larsen, Mette [Author; E-mail: m@example.org]\n AU  - Okafor C\n SO  - J Rivers. 3(2):11-19, November 15, 2001.\n AB  - We measure\n   rivers.\n\n <8. >\n VN  - Ovid Technologies\n TI  - Two\n";
    const collection = await read(text);
    expect(collection.files[0].format).toBe("ovid");
    expect(messages(collection)).toEqual([]);
    expect(said(collection.papers[0])).toMatchObject({
      id: "12345678",
      title: "River gauges",
      abstract: "We measure rivers.",
      authors: ["Mette Larsen", "C Okafor"],
      year: 2001,
      venue: "J Rivers",
      aliases: ["pmid:12345678"],
    });
    expect(collection.papers[1].title).toBe("Two");
  });
  it("gives a record with the names of its fields written out", async () => {
    const paper = await one(
      "<8>\nAuthor\n  Larsen, Mette 1;  Okafor, Chidi 2\nTitle\n  River gauges.[Article]\nSource\n  J Rivers.   3(2):11-19, September 2001.\nAbstract\n  We measure rivers.\nReferences\n  Doe J. 1989. First.\n\n  Roe R. 1998. Second.\n",
    );
    expect(said(paper)).toMatchObject({
      title: "River gauges",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2001,
      references: ["Doe J. 1989. First.", "Roe R. 1998. Second."],
    });
  });
});

it("ReDIF gives all of a template", async () => {
  const text =
    "Template-Type: ReDIF-Article 1.0\nTitle: River gauges\nAuthor-Name: Mette Larsen\nAuthor-Workplace-Name: River Board\nAuthor-Name: Chidi Okafor\nAbstract: We measure\n rivers.\nJournal: J Rivers\nYear: 2001\nKeywords: rivers, gauges\nHandle: RePEc:x:y:1\n";
  expect(said(await one(text))).toMatchObject({
    id: "RePEc:x:y:1",
    title: "River gauges",
    abstract: "We measure rivers.",
    authors: ["Mette Larsen", "Chidi Okafor"],
    year: 2001,
    venue: "J Rivers",
    keywords: ["rivers", "gauges"],
  });
});

describe("JSON of one work", () => {
  it("of DataCite, in the service's wrapping and without", async () => {
    const work = {
      doi: "10.5000/182",
      titles: [{ title: "River gauges" }, { title: "Pegel", titleType: "TranslatedTitle" }],
      creators: [
        { name: "Larsen, Mette", givenName: "Mette", familyName: "Larsen" },
        { name: "River Board" },
      ],
      publicationYear: 2001,
      publisher: "Zenodo",
      descriptions: [{ description: "We measure rivers.", descriptionType: "Abstract" }],
      subjects: [{ subject: "rivers" }],
      relatedIdentifiers: [{ relationType: "References", relatedIdentifier: "10.1000/1" }],
    };
    const data = { id: "10.5000/182", type: "dois", attributes: work };
    for (const document of [work, { data }, { data: [data] }]) {
      const text = JSON.stringify(document);
      expect((await read(text)).files[0].format).toBe("datacite-json");
      expect(said(await one(text))).toMatchObject({
        title: "River gauges",
        abstract: "We measure rivers.",
        authors: ["Mette Larsen", "River Board"],
        year: 2001,
        venue: "Zenodo",
        doi: "10.5000/182",
        keywords: ["rivers"],
        references: ["10.1000/1"],
      });
    }
  });
  it("of Semantic Scholar is not taken for its references, whole or cut off", async () => {
    const text = JSON.stringify({
      paperId: "a1",
      title: "One",
      references: [{ paperId: "b2", title: "Two" }],
    });
    for (const document of [text, text.slice(0, -1)])
      expect(said(await one(document))).toMatchObject({ id: "a1", title: "One", references: ["b2"] });
  });
  it("but references that stand alone are the papers", async () => {
    expect(titles(await read('{"references":[{"title":"One"},{"title":"Two"}]}'))).toEqual(["One", "Two"]);
  });
  it("of Crossref", async () => {
    const text =
      '{"status":"ok","message-type":"work","message":{"DOI":"10.1000/182","title":["One"],"container-title":["J"]}}';
    expect(await one(text)).toMatchObject({ title: "One", doi: "10.1000/182", venue: "J" });
  });
  it("encoded twice is put right, in any pieces", async () => {
    const inner = '[{"title":"One \\u00e9 \\"two\\"\\n"}]';
    expect((await one(JSON.stringify(inner))).title).toBe('One é "two"');
  });
});

const REPRO = `${SHARED}/repro`;
describe.skipIf(!existsSync(REPRO))("files that were once lost", () => {
  it.each([
    ["80-two-formats.txt", 20],
    ["84-refworks.txt", 2],
    ["85-ovid.txt", 10],
    ["crossref-single-work.json", 1],
    ["embase-2024.csv", 10],
    ["lower-case-tags.ris", 1],
    ["minified-json-read-as-csv.json", 110],
    ["openalex_utf16_doubleencoded.json", 1],
    ["refworks.tsv", 100],
    ["ris-type-with-blank.ris", 1],
    ["s2-single-paper.json", 1],
    ["82-mhtml.bib", 0],
    ["90-python.py", 0],
    ["91-log.txt", 0],
    ["yaml-429-papers.yml", 0],
  ])("%s: %d papers", async (name, count) => {
    expect((await read(readFileSync(`${REPRO}/${name}`), name)).files[0].papers).toBe(count);
  });
});

describe("where and when a work was printed", () => {
  it("Ovid: the whole behind its editors", async () => {
    const ovid = (lines: string) => one(`<1. >\nVN  - Ovid Technologies\nTI  - A chapter\n${lines}\n`);
    const editors =
      "SO  - Doe, Ann [Ed]; Roe, Bo [Ed]. (2012). A book: of chapters. (pp. 11-31). Place: House.";
    expect(await ovid(editors)).toMatchObject({ venue: "A book: of chapters", year: 2012 });
    expect(await ovid("BT  - Roe, B. [Ed.]. [Studies of seas.] House. 2002: 1-9.")).toMatchObject({
      venue: "Studies of seas",
    });
  });
  it("DataCite: the book that a deposited chapter is in, of its own year", async () => {
    const whole = { relationType: "IsPublishedIn", titles: [{ title: "The book" }], publicationYear: "2022" };
    const chapter = {
      doi: "10.1000/1",
      titles: [{ title: "A chapter" }],
      creators: [{ name: "Larsen, Mette" }],
      publisher: "A repository",
      publicationYear: 2024,
      relatedItems: [whole],
    };
    expect(await one(JSON.stringify(chapter))).toMatchObject({ venue: "The book", year: 2022 });
  });
  it("MODS: the first year of a serial, whatever stands before it", async () => {
    const dates = '<dateIssued>-1988</dateIssued><dateIssued point="start">1985</dateIssued>';
    const mods = `<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Rivers</title></titleInfo><originInfo>${dates}</originInfo></mods>`;
    expect((await one(mods)).year).toBe(1985);
  });
  it("Crossref: when a thesis was approved", async () => {
    const thesis =
      "<dissertation><titles><title>Rivers</title></titles><approval_date><year>1958</year></approval_date></dissertation>";
    const record = `<doi_records><doi_record><crossref>${thesis}</crossref></doi_record></doi_records>`;
    expect((await one(record)).year).toBe(1958);
  });
  it("BibLaTeX: an entry of an encyclopedia, two names without and, room in a title", async () => {
    const entry =
      "@inreference{k, title = {Encyclopedia}, lista = {Rivers\\hspace{1em}of}, author = {Miller, D., Firby, J.}}";
    expect(await one(entry)).toMatchObject({
      title: "Rivers of",
      venue: "Encyclopedia",
      authors: ["D. Miller", "J. Firby"],
    });
  });
});
