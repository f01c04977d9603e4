import { describe, expect, it } from "vitest";
import { csv } from "../../src/read/formats/csv.ts";
import { messages, one, read, said, sureness, titles } from "./reading.ts";

/** A table of one row, by column. */
const table = (row: Readonly<Record<string, string>>, delimiter = ",") =>
  [Object.keys(row), Object.values(row)]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join("\n");

const paper = async (row: Readonly<Record<string, string>>) => said(await one(table(row), "a.csv"));
const service = async (row: Readonly<Record<string, string>>) =>
  (await read(table(row), "a.csv")).files[0].format;

describe("tables of services", () => {
  it("Scopus", async () => {
    const row = {
      Authors: "Larsen M.; Okafor C.",
      "Author full names": "Larsen, Mette (57190000000); Okafor, Chidi (57190000001)",
      "Author(s) ID": "57190000000; 57190000001",
      Title: "River gauges",
      Year: "2019",
      "Source title": "Water",
      "Cited by": "1,200",
      DOI: "10.1000/182",
      Link: "https://example.org/gauges",
      Abstract: "Gauges are few.",
      "Author Keywords": "gauge; river",
      "Index Keywords": "Cities",
      References: "Doe J., First, (1999); Roe A., Second, (2000)",
      "PubMed ID": "31048553",
      "Language of Original Document": "English",
      EID: "2-s2.0-1",
    };
    expect(await service(row)).toBe("scopus-csv");
    expect(await paper(row)).toEqual({
      id: "2-s2.0-1",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
      keywords: ["gauge", "river", "Cities"],
      references: ["Doe J., First, (1999)", "Roe A., Second, (2000)"],
      aliases: ["pmid:31048553"],
      citations: 1200,
      language: "en",
    });
  });
  it("Web of Science, with a column a tag", async () => {
    const row = {
      PT: "J",
      AU: "Larsen, M; Okafor, C",
      AF: "Larsen, Mette; Okafor, Chidi",
      TI: "River gauges",
      SO: "Water",
      CR: "Doe J, 1999, J X; Roe A, 2000, J Y",
      PY: " 2019 ",
      UT: "WOS:1",
      AB: "",
    };
    expect(await service(row)).toBe("wos-tab");
    expect(await paper(row)).toEqual({
      id: "WOS:1",
      title: "River gauges",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      references: ["Doe J, 1999, J X", "Roe A, 2000, J Y"],
      aliases: ["Larsen M, 2019, Water"],
    });
    expect(
      await paper({ ...row, AU: "Larsen, M;  Okafor, C", AF: " ", PT: "J", DE: "", CA: "x;  y" }),
    ).toMatchObject({
      authors: ["M Larsen", "C Okafor"],
    });
    expect(messages(await read(`${table({ ...row, PY: "20x8", UT: "" })}`, "a.csv"))).toEqual([
      expect.stringMatching(/^line 2: row 1: found "20x8"/),
    ]);
    expect((await paper({ ...row, AF: "", AU: "", BE: "Roe, A; Doe, J" })).authors).toEqual([
      "A Roe",
      "J Doe",
    ]);
  });
  it("SpringerLink, which runs names together", async () => {
    const row = {
      "Item Title": "River gauges",
      "Publication Title": "Water",
      "Item DOI": "10.1000/182",
      Authors: "Vivek K. PallipuramMohammad BhuiyanIan McCoyJr.Yann LeCunÉva (Kiss)Zoé",
      "Publication Year": "2019",
      URL: "https://example.org/gauges",
    };
    expect(await service(row)).toBe("springer-csv");
    expect(await paper(row)).toEqual({
      id: "10.1000/182",
      title: "River gauges",
      authors: ["Vivek K. Pallipuram", "Mohammad Bhuiyan", "Ian McCoy", "Jr.Yann LeCun", "Éva (Kiss)", "Zoé"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
    });
  });
  it("Embase, with the year in the source", async () => {
    const row = {
      Title: "River gauges",
      "Author Names": "Larsen M.,  Adler D.G.,Roe A.",
      "Emtree Medical Index Terms": "river",
      Source: "Water (2019) 7:3 (1-9)",
    };
    expect(await service(row)).toBe("embase-csv");
    expect(await paper(row)).toEqual({
      id: "1",
      title: "River gauges",
      authors: ["M. Larsen", "D.G. Adler", "A. Roe"],
      year: 2019,
      venue: "Water",
    });
    const { Source, ...sourceless } = row;
    expect(await paper(sourceless)).toEqual({
      id: "1",
      title: "River gauges",
      authors: ["M. Larsen", "D.G. Adler", "A. Roe"],
    });
  });
  it("Publish or Perish, which cuts lists of authors short", async () => {
    const row = {
      Cites: "7",
      Authors: "M Larsen, C Okafor, ...",
      Title: "River gauges",
      Year: "2019",
      GSRank: "1",
    };
    expect(await service(row)).toBe("pop-csv");
    expect(await paper(row)).toEqual({
      id: "1",
      title: "River gauges",
      authors: ["M Larsen", "C Okafor"],
      year: 2019,
      citations: 7,
    });
    expect((await paper({ ...row, Authors: "M Larsen, …" })).authors).toEqual(["M Larsen"]);
  });
  it.each([
    ["lens-csv", { "Lens ID": "1", Title: "One" }],
    ["ieee-csv", { "Document Title": "One", "Date Added To Xplore": "x" }],
    ["ieee-csv", { "Document Title": "One", "Article Citation Count": "1" }],
    ["zotero-csv", { "Item Type": "x", Title: "One", "Abstract Note": "y" }],
    ["pubmed-csv", { PMID: "7", Title: "One", "Journal/Book": "y" }],
    ["embase-csv", { Title: "One", "Open URL Link": "y" }],
    ["scopus-csv", { "Author(s) ID": "7", Title: "One", "Source title": "y" }],
    ["csv", { EID: "x", Title: "One" }],
    ["csv", { "Item Title": "One", Year: "2001" }],
    ["csv", { "Item Type": "x", Title: "One" }],
    ["csv", { PMID: "7", Title: "One" }],
    ["csv", { GSRank: "7", Title: "One" }],
    ["csv", { "Author Names": "x", Title: "One" }],
    ["csv", { "Document Title": "One", Year: "2001" }],
  ])("%s is known by its columns %j", async (name, row) => {
    expect(await service(row)).toBe(name);
  });
});

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
