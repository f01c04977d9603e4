import { describe, expect, it } from "vitest";
import { messages, one, read, said } from "./reading.ts";

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
      authors: ["M Larsen", "C Okafor", "x", "y"],
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
