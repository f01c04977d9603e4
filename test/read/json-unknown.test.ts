import { describe, expect, it } from "vitest";
import { one, read, said } from "./reading.ts";

/** What is read of the only item of a list, beside what the table takes for granted. */
const fields = async (item: object) => said(await one(JSON.stringify([item]), "a.json"));

describe("Zotero's interface and saved maps", () => {
  const DATA = {
    key: "AB12",
    title: "River gauges",
    abstractNote: "Gauges are few.",
    date: "May 2019",
    creators: [{ firstName: "Mette", lastName: "Larsen" }, { name: "River Group" }, {}],
    publicationTitle: "Water",
    DOI: "10.1000/182",
    url: "https://example.org/gauges",
    tags: [{ tag: "gauge" }, "river", {}],
    language: "en",
  };
  const PAPER = {
    id: "AB12",
    title: "River gauges",
    abstract: "Gauges are few.",
    authors: ["Mette Larsen", "River Group"],
    year: 2019,
    venue: "Water",
    doi: "10.1000/182",
    url: "https://example.org/gauges",
    keywords: ["gauge", "river"],
    language: "en",
  };
  it("gives all of an item of Zotero", async () => {
    expect(await fields({ key: "AB12", version: 1, data: DATA })).toEqual(PAPER);
  });
  it.each([
    [{ publicationTitle: "", proceedingsTitle: "Proc. of Water" }, "Proc. of Water"],
    [{ publicationTitle: "", proceedingsTitle: "", bookTitle: "Book of Water" }, "Book of Water"],
  ])("%j is the venue %j", async (data, venue) => {
    expect((await fields({ key: "AB12", data: { ...DATA, ...data } })).venue).toBe(venue);
  });
  it("reads an item of Zotero without creators and tags", async () => {
    expect(await fields({ key: "k", data: { key: "AB12", title: "One" } })).toEqual({
      id: "AB12",
      title: "One",
    });
  });
  it("gives all of a node", async () => {
    const { title, ...rest } = PAPER;
    const more = { references: ["10.1/2"], aliases: ["pmid:7"], citations: 12 };
    expect(await fields({ key: "p1", attributes: { ...rest, ...more, label: title } })).toEqual({
      ...PAPER,
      ...more,
    });
    expect(await fields({ key: "p1", attributes: { title } })).toEqual({ id: "1", title });
  });
});

describe("items of no known service", () => {
  it("gives all that is known by its name", async () => {
    const item = {
      key: "k1",
      Title: "River gauges",
      Summary: "Gauges are few.",
      Published: "May 2019",
      Authors: "Larsen, Mette; Okafor, Chidi",
      Journal: "Water",
      "Article DOI": "10.1000/182",
      Link: "https://example.org/gauges",
      Keywords: "gauge; river",
      "Index Keywords": ["city"],
      References: "Doe J, 1999; Roe A, 2000",
      "Cited by": "12",
      Language: "English",
    };
    expect(await fields(item)).toEqual({
      id: "k1",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
      keywords: ["gauge", "river", "city"],
      references: ["Doe J, 1999", "Roe A, 2000"],
      citations: 12,
      language: "en",
    });
  });
  it.each([
    [{ abstract: " ", summary: "Few." }, { abstract: "Few." }],
    [{ abstract: "", summary: "Few." }, { abstract: "Few." }],
    [{ year: null, date: "2018" }, { year: 2018 }],
    [{ year: "", date: 2018 }, { year: 2018 }],
    [
      { authors: ["Mette Larsen", { name: "Chidi Okafor" }, { id: 7 }] },
      { authors: ["Mette Larsen", "Chidi Okafor"] },
    ],
    [{ "Author full names": "Larsen, Mette" }, { authors: ["Mette Larsen"] }],
    [
      { references: ["10.1/2", 7, null, { doi: "10.1/3", title: "x" }] },
      { references: ["10.1/2", "7", "10.1/3"] },
    ],
    [{ references: [], cites: ["a"] }, { references: ["a"] }],
    [{ references: 7 }, {}],
    [{ keywords: [["gauge"], "river"] }, { keywords: ["gauge", "river"] }],
    [{ pmid: 7 }, { id: "7", aliases: ["pmid:7"] }],
    [
      { id: "x", pmcid: "PMC8" },
      { id: "x", aliases: ["pmcid:PMC8"] },
    ],
    [
      { id: "x", arxiv_id: "2001.1" },
      { id: "x", aliases: ["arxiv:2001.1"] },
    ],
    [
      { id: "x", arXivID: "2001.1" },
      { id: "x", aliases: ["arxiv:2001.1"] },
    ],
    [
      { id: "x", arxiv: "2001.1" },
      { id: "x", aliases: ["arxiv:2001.1"] },
    ],
    [
      { id: "x", corpus_id: 9 },
      { id: "x", aliases: ["corpusid:9"] },
    ],
    [
      { id: "x", mag: null, aliases: ["eid:5"] },
      { id: "x", aliases: ["eid:5"] },
    ],
    [{ abstract: { en: "Few." } }, { abstract: "Few." }],
    [{ abstract: { "#text": "Few." } }, { abstract: "Few." }],
    [{ abstract: { _: "Few." } }, { abstract: "Few." }],
    [{ abstract: { value: "Few." } }, { abstract: "Few." }],
    [{ abstract: { text: "Few." } }, { abstract: "Few." }],
    [{ venue: { display_name: "Water" } }, { venue: "Water" }],
    [{ venue: { full_name: "Water" } }, { venue: "Water" }],
    [{ venue: { title: "Water" } }, { venue: "Water" }],
    [{ venue: { label: "Water" } }, { venue: "Water" }],
    [{ venue: [{ name: "Water" }, "x"] }, { venue: "x" }],
    [{ venue: [{ name: "Water" }] }, { venue: "Water" }],
    [{ venue: [["Water"]] }, {}],
    [{ venue: [] }, {}],
    [{ venue: { id: 7 } }, {}],
  ])("%j says %j", async (item, expected) => {
    expect(await fields({ title: "One", ...item })).toEqual({ id: "1", title: "One", ...expected });
  });
  it.each(["doi", "DOI", "paperId", "id", "key", "pmid", "unstructured", "raw", "citation", "title"])(
    "a reference may be known by its %s",
    async (name) => {
      const references = [{ [name]: "x" }, { [name]: " " }, { other: "y" }];
      expect((await fields({ title: "One", references })).references).toEqual(["x"]);
    },
  );
  it.each(["_source", "paper", "citedPaper", "citingPaper", "work", "document", "item"])(
    "the record may be wrapped in %s",
    async (name) => {
      expect(await fields({ rank: 1, [name]: { title: "One" } })).toEqual({ id: "1", title: "One" });
      expect((await fields({ title: "Outer", [name]: { title: "Inner" } })).title).toBe("Outer");
      expect((await fields({ Title: "Outer", [name]: { title: "Inner" } })).title).toBe("Outer");
    },
  );
  it("mixes services in one list", async () => {
    const list = [
      { id: "https://openalex.org/W1", display_name: "One" },
      { paperId: "x", title: "Two", tldr: { text: "Few." } },
      { title: "Three", summary: "Some." },
    ];
    expect((await read(JSON.stringify(list))).papers.map(({ title, abstract }) => [title, abstract])).toEqual(
      [
        ["One", ""],
        ["Two", "Few."],
        ["Three", "Some."],
      ],
    );
  });
});
