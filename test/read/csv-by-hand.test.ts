import { describe, expect, it } from "vitest";
import { csv } from "../../src/read/formats/csv.ts";
import { readPapers } from "../../src/read/read.ts";
import { messages, one, read, said, source, sureness, titles } from "./reading.ts";

/** A table of one row, by column. */
const table = (row: Readonly<Record<string, string>>, delimiter = ",") =>
  [Object.keys(row), Object.values(row)]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join("\n");

const paper = async (row: Readonly<Record<string, string>>) => said(await one(table(row), "a.csv"));

describe("cells", () => {
  it.each([
    [{ Summary: " ", Abstract: "" }, {}],
    [{ Abstract: " ", Summary: "Few." }, { abstract: "Few." }],
    [{ DOI: "10.1000/182" }, { id: "10.1000/182", doi: "10.1000/182" }],
    [{ Authors: "['Marx, Karl', 'Lindgren, Astrid']" }, { authors: ["Karl Marx", "Astrid Lindgren"] }],
    [{ Authors: '[ "O\'Neill, Eugene" ]' }, { authors: ["Eugene O'Neill"] }],
    [{ Authors: "null Plato; Larsen, Mette(571900)" }, { authors: ["Plato", "Mette Larsen"] }],
    [{ Keywords: "['gauge', 'river, city']" }, { keywords: ["gauge", "river, city"] }],
    [{ Keywords: "gauge|river", Tags: "city" }, { keywords: ["gauge", "river", "city"] }],
    [{ References: "['Doe, 1999', 'Roe, 2000']" }, { references: ["Doe, 1999", "Roe, 2000"] }],
    // A count is no reference.
    [{ References: " 42 " }, {}],
    [{ References: "42 works" }, { references: ["42 works"] }],
    [
      { "arXiv ID": "", PMCID: "PMC8; PMC9", MAG: "123456789" },
      { aliases: ["PMC8", "PMC9", "pmid:123456789"] },
    ],
    [{ Alias: "123" }, { aliases: ["123"] }],
    [
      { Alias: "12345678 90;x1234;1234x;1234567890" },
      { aliases: ["12345678 90", "x1234", "1234x", "1234567890"] },
    ],
    [{ Alias: " 1234 ;5678" }, { aliases: ["1234", "pmid:5678"] }],
    [{ References: "Works 42" }, { references: ["Works 42"] }],
    [
      { Authors: "Larsen (57190) Mette; Okafor, Chidi (12345)" },
      { authors: ["Larsen (57190) Mette", "Chidi (12345) Okafor"] },
    ],
    [{ Authors: "Plato null one; null  Hegel" }, { authors: ["Plato null one", "Hegel"] }],
    [{ Authors: " ['Plato', 'Hegel' ] " }, { authors: ["Plato", "Hegel"] }],
    [{ Keywords: "x ['gauge', 'river']" }, { keywords: ["x ['gauge'", "'river']"] }],
    [{ Keywords: "['gauge', 'river'] x" }, { keywords: ["['gauge'", "'river'] x"] }],
    [{ Keywords: "[gauge, 'river']" }, { keywords: ["[gauge", "'river']"] }],
    [{ Authors: "Ann Roe", "Author full names": "Roe, Annabel" }, { authors: ["Ann Roe"] }],
    [{ Authors: "", "Author full names": "Roe, Annabel" }, { authors: ["Annabel Roe"] }],
    [{ Source: "Water (2019) 7" }, { venue: "Water (2019) 7" }],
  ] as const)("%j says %j", async (row, expected) => {
    expect(await paper({ Title: "One", ...row })).toEqual({ id: "1", title: "One", ...expected });
  });
});

describe("tables by hand", () => {
  it.each([
    ["a,b;c", ";", "title;a,b;c\nOne;x,y;z"],
    ["tabs", "\t", "title\tabstract\nOne\tFew."],
    ["bars", "|", "title|abstract\nOne|Few."],
  ])("the delimiter is what the header row has most of: %s", async (_, __, text) => {
    expect(titles(await read(text, "a.csv"))).toEqual(["One"]);
  });
  it.each([
    ["sep=;\ntitle;year,\nOne;2001\n", 2001],
    ['\ufeff"sep=|"\r\ntitle|year\r\nOne|2001\r\n', 2001],
    ["SEP=,\n\ntitle,year\nOne,2001\n", 2001],
  ])("what stands behind sep= is the delimiter: %j", async (text, year) => {
    expect(said(await one(text, "a.csv"))).toEqual({ id: "1", title: "One", year });
  });
  it("leaves out what stands above the header row, and counts its lines", async () => {
    const text = "My papers, all of them\n\nExported: today\ntitle,abstract,year\nOne,Few.,2001\nTwo\n";
    const collection = await read(text, "a.csv");
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([
      "line 1: : 3 lines before the header row left out: “My papers, all of them”",
      "line 6: row 2: found 1 cell, expected 3 columns; the row was read as far as it goes",
    ]);
    expect(messages(await read("Mine\ntitle,abstract,year\nOne,Few.,2001\n", "a.csv"))).toEqual([
      "line 1: : 1 line before the header row left out: “Mine”",
    ]);
  });
  it("does not look for a header row for ever", async () => {
    const above = (n: number) => `${"a,b\n".repeat(n)}title,abstract\nOne,Few.\n`;
    expect(titles(await read(above(14), "a.csv"))).toEqual(["One"]);
    expect(messages(await read(above(15), "a.csv")).join()).toContain("no column is known as the title");
  });
  it("does not take a row with a cell like a title for the header row", async () => {
    const text = "word,count,a,b,c,d,e,f\ntitle,7,1,2,3,4,5,6\n";
    expect(messages(await read(text, "a.csv")).join()).toContain(
      "no column is known as the title; the columns of the header row are word, count",
    );
  });
  it("names the first columns where none is a title", async () => {
    const names = Array.from({ length: 13 }, (_, i) => `c${i + 1}`);
    const twelve = names.slice(0, 12).join(", ");
    const says = async (columns: readonly string[]) =>
      messages(
        await read(
          `${columns.join(" ,")}\n${columns.map(() => "x").join(",")}\n${columns.map(() => "y").join(",")}\n`,
          "a.csv",
        ),
      )[0];
    expect(await says(names)).toBe(
      `line 1: : no column is known as the title; the columns of the header row are ${twelve} …. Say which is which, for example --columns title="c1"; without a header row, add one`,
    );
    expect(await says(names.slice(0, 12))).toContain(`are ${twelve}. Say`);
  });
  it("tells of a column that is named and not there; of several tables each may lack some", async () => {
    const text = "Naslov,Povzetek,year\nOne,Few.,2001\n";
    const columns = new Map([
      ["naslov", "title"],
      ["Povzetk", "abstract"],
    ]);
    expect(messages(await read(text, "a.csv", { columns }))).toEqual([
      'line 1: : no column is called "Povzetk", which --columns names for abstract; the columns of the header row are Naslov, Povzetek, year; read without it',
    ]);
    const two = [source("a.csv", text), source("b.csv", "Naslov,Povzetk\nTwo,Some.\n")];
    expect(messages(await readPapers(two, { columns }))).toEqual([]);
  });
  it("takes another header row further down, also one of other columns", async () => {
    const text =
      "title,abstract,year\nOne,Few.,2001\ntitle,abstract,year\nTwo,Some.,2002\nyear,abstract,title\n2003,Many.,Three\n";
    expect(
      (await read(text, "a.csv")).papers.map(({ title, abstract, year }) => [title, abstract, year]),
    ).toEqual([
      ["One", "Few.", 2001],
      ["Two", "Some.", 2002],
      ["Three", "Many.", 2003],
    ]);
  });
  it("does not take a paper called like a column for a header row", async () => {
    const text = "title,abstract,year\ntitle,Few.,2001\nOne,abstract,2002\n";
    expect(titles(await read(text, "a.csv"))).toEqual(["title", "One"]);
  });
  it("passes over rows of blanks, and a blank cell at the end", async () => {
    const collection = await read("title,year\n , \nOne,2001,\nTwo,2002,x\n,,\n", "a.csv");
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([
      "line 4: row 2: found 3 cells, expected 2 columns; the row was read as far as it goes",
    ]);
  });
  it("leaves a quote in a table of tabs as it is, unless cells are quoted", async () => {
    expect(titles(await read('title\tyear\n"One" of them\t2001\n"Two\t2002\n', "a.tsv"))).toEqual([
      '"One" of them',
      '"Two',
    ]);
    expect(titles(await read('title\tyear\n"One\tof two"\t2001\n"Two"\t2002\n', "a.tsv"))).toEqual([
      "One of two",
      "Two",
    ]);
  });

  it.each([
    ["title,abstract\n", "a.txt", 2.2],
    ["title,x\n", "a.txt", 1.2],
    ["title\nOne\n", "a.csv", 1.2],
    ["title\nOne\n", "a.tsv.gz", 1.2],
    ['"Title" \nOne\n', "a.txt", 1.2],
    ["document title\nOne\n", "a.txt", 0],
    ["document title\nOne\n", "a.csv", 1.2],
    ["title", "a.csv", 0],
    ["name of it\nOne\n", "a.csv", 0],
    ["abstract,year\n", "a.txt", 1.1],
    ["x,y\n", "a.csv", 1.1],
    ["x,y\n", "a.tab", 1.1],
    ["x,y\n", "a.txt", 0],
    ["a,b,c\n1,2,3\n4,5,6\n", "a.txt", 1.1],
    ["a,b,c\n1,2\n4,5,6\n", "a.txt", 0],
    ["a,b\n1,2\n3,4\n", "a.txt", 0],
    ["a,b,c\n", "a.txt", 0],
    ["[1] a,b,c\n[2] d,e,f\n[3] g,h,i\n", "a.txt", 0],
    ["(1) a,b,c\n(2) d,e,f\n(3) g,h,i\n", "a.txt", 0],
    ["1. a,b,c\n2) d,e,f\n3. g,h,i\n", "a.txt", 0],
    [`${"long ".repeat(9)},b,c\n1,2,3\n4,5,6\n`, "a.txt", 0],
  ])("knows %j in %s with sureness %d", (head, name, sure) => {
    expect(sureness(csv, head, name)).toBe(sure);
  });
});
