import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { messages, read, source } from "./reading.ts";

type Item = Record<string, unknown>;
const count = async (...items: Item[]) => (await read(JSON.stringify(items))).papers.length;
const COLUMN = { title: "Addresses of officers, authors and others", authors: ["A Bee"], year: 1981 };
const LONG = "A long enough title to tell works apart";

describe("one paper once", () => {
  it("by DOI, however it is written, with the richer fields kept", async () => {
    const collection = await read(
      JSON.stringify([
        {
          id: "a",
          title: LONG,
          doi: "https://doi.org/10.1234/ABC",
          references: ["r1"],
          keywords: ["One"],
          citations: 3,
        },
        {
          id: "b",
          title: LONG,
          doi: "10.1234/abc",
          abstract: "Text",
          year: 2001,
          authors: ["Doe, J."],
          references: ["r1", "r2"],
          keywords: ["one", "two"],
          citations: 9,
        },
      ]),
    );
    expect(collection.merged).toBe(1);
    expect(collection.papers).toEqual([
      {
        id: "a",
        identity: "doi:10.1234/abc",
        title: LONG,
        abstract: "Text",
        authors: ["J. Doe"],
        year: 2001,
        doi: "10.1234/abc",
        url: "https://doi.org/10.1234/ABC",
        keywords: ["One", "two"],
        references: ["r1", "r2"],
        aliases: ["b"],
        citations: 9,
      },
    ]);
    expect(messages(collection)).toEqual([
      expect.stringMatching(/b: duplicate: the same DOI 10\.1234\/abc as a .*merged/),
    ]);
  });
  it("by title, year and first author, across files and forms of names", async () => {
    const files = [
      source(
        "a.json",
        JSON.stringify([{ title: `${LONG}.`, year: 2001, authors: ["García Márquez, Gabriel"] }]),
      ),
      source(
        "b.json",
        JSON.stringify([{ title: LONG.toUpperCase(), year: 2002, authors: ["Garcia Marquez G."] }]),
      ),
    ];
    expect((await readPapers(files)).papers.length).toBe(1);
  });
  it("a preprint and its published version", async () => {
    expect(
      await count(
        { title: LONG, doi: "10.48550/arxiv.1", authors: ["A Bee"], year: 2020 },
        { title: LONG, doi: "10.1/xyz12", authors: ["A Bee"], year: 2021 },
      ),
    ).toBe(1);
  });
});

describe("different papers under one key stay apart", () => {
  it.each<[string, Item, Item]>([
    [
      "one DOI, unlike titles",
      { title: "Rivers in the north", doi: "10.1234/x" },
      { title: "Birdsong over cities", doi: "10.1234/x" },
    ],
    [
      "one title, other first authors",
      { title: LONG, authors: ["A Bee"], year: 2001 },
      { title: LONG, authors: ["C Dee"], year: 2001 },
    ],
    [
      "one title, years apart",
      { title: LONG, authors: ["A Bee"], year: 2001 },
      { title: LONG, authors: ["A Bee"], year: 2009 },
    ],
    ["one title, two DOIs", { title: LONG, doi: "10.1234/a" }, { title: LONG, doi: "10.1234/b" }],
    [
      "editorials",
      { title: "Editorial", authors: ["A Bee"], year: 2001, abstract: "On rivers" },
      { title: "Editorial", authors: ["A Bee"], year: 2001, abstract: "On birds" },
    ],
    ["other volumes of a column", { ...COLUMN, volume: "2" }, { ...COLUMN, volume: "3" }],
    ["other issues", { ...COLUMN, volume: 2, issue: "2" }, { ...COLUMN, volume: 2, issue: "3-4" }],
    ["other pages of one issue", { ...COLUMN, pages: "20--25" }, { ...COLUMN, pages: "31" }],
    [
      "one abstract, two titles",
      { title: "Rivers in the north", abstract: "Same" },
      { title: "Rivers in the south", abstract: "Same" },
    ],
  ])("%s", async (_name, a, b) => expect(await count(a, b)).toBe(2));
});

describe("identity", () => {
  it("is the DOI, else a hash of title, year and first author, unique in a collection", async () => {
    const one = { title: "Editorial", authors: ["A Bee"], year: 2001, abstract: "On rivers" };
    const { papers } = await read(
      JSON.stringify([{ title: "T", doi: "10.1234/X" }, one, { ...one, abstract: "On birds" }]),
    );
    const [doi, first, second] = papers.map((p) => p.identity);
    expect(doi).toBe("doi:10.1234/x");
    expect(first).toMatch(/^hash:[0-9a-f]{16}$/);
    expect(second).toBe(`${first}~2`);
  });
});
