import { describe, expect, it } from "vitest";
import { one, said } from "./reading.ts";

/** What is read of the only item of a list, beside what the table takes for granted. */
const fields = async (item: object) => said(await one(JSON.stringify([item]), "a.json"));

describe("OpenAlex", () => {
  const ID = "https://openalex.org/W1";
  it("gives all of a work", async () => {
    const work = {
      id: ID,
      doi: "https://doi.org/10.1000/182",
      title: "River gauges",
      display_name: "River gauges, displayed",
      publication_year: 2019,
      publication_date: "2018-12-31",
      language: "en",
      ids: { pmid: "https://pubmed.ncbi.nlm.nih.gov/31048553" },
      primary_location: {
        landing_page_url: "https://example.org/gauges",
        source: { display_name: "Water" },
      },
      authorships: [
        { author: { display_name: "Mette Larsen" }, raw_author_name: "M. Larsen" },
        { author: {}, raw_author_name: "Okafor, Chidi" },
        { institutions: [] },
      ],
      cited_by_count: 12,
      keywords: [{ display_name: "Gauge" }, "River"],
      referenced_works: ["https://openalex.org/W2", "https://openalex.org/W3"],
      abstract_inverted_index: { are: [1], Gauges: [0, 3], few: [2], never: [-1, 1_000_000, 2.5, "1"] },
    };
    expect(await fields(work)).toEqual({
      id: ID,
      title: "River gauges",
      abstract: "Gauges are few Gauges",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
      keywords: ["Gauge", "River"],
      references: ["https://openalex.org/W2", "https://openalex.org/W3"],
      aliases: ["pmid:31048553"],
      citations: 12,
      language: "en",
    });
  });
  it.each([
    [{ title: null, display_name: "Two" }, { title: "Two" }],
    [{ abstract: "Plain." }, { abstract: "Plain." }],
    [{ abstract_inverted_index: null }, {}],
    [{ abstract_inverted_index: { odd: "x", none: [] } }, {}],
    [{ publication_date: "2018-12-31" }, { year: 2018 }],
    [{ host_venue: { display_name: "Water" } }, { venue: "Water" }],
    [{ ids: { doi: "https://doi.org/10.1000/182" } }, { doi: "10.1000/182" }],
    [{ authorships: "none" }, {}],
  ])("%j says %j", async (item, expected) => {
    expect(await fields({ id: ID, title: "One", ...item })).toEqual({
      id: ID,
      title: "One",
      url: ID,
      ...expected,
    });
  });
  it.each([{ abstract_inverted_index: {} }, { referenced_works: [] }, { id: "HTTPS://OPENALEX.ORG/w1" }])(
    "knows a work by %j",
    async (item) => {
      expect(
        (await fields({ ...item, title: "One", authorships: [{ raw_author_name: "Al Doe" }] })).authors,
      ).toEqual(["Al Doe"]);
    },
  );
});

describe("Semantic Scholar", () => {
  it("gives all of a paper", async () => {
    const paper = {
      paperId: "abc123",
      corpusId: 77,
      externalIds: { ArXiv: "2001.00001v2", PubMed: "31048553", DOI: "10.1000/182", CorpusId: 78 },
      title: "River gauges",
      abstract: "Gauges are few.",
      tldr: { text: "Few." },
      year: 2019,
      publicationDate: "2018-12-31",
      authors: [{ authorId: "1", name: "Mette Larsen" }, { name: "Chidi Okafor" }],
      venue: "Water",
      url: "https://example.org/gauges",
      fieldsOfStudy: ["Hydrology"],
      citationCount: 12,
      references: [{ paperId: "def" }, { citedPaper: { paperId: "ghi" } }, { citedPaper: { title: null } }],
    };
    expect(await fields(paper)).toEqual({
      id: "abc123",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
      keywords: ["Hydrology"],
      references: ["def", "ghi"],
      aliases: ["CorpusID:77", "arxiv:2001.00001", "pmid:31048553"],
      citations: 12,
    });
  });
  it.each([
    [{ tldr: { text: "Few." } }, { abstract: "Few." }],
    [{ year: null, publicationDate: "2018-12-31" }, { year: 2018 }],
    [{ venue: "", publicationVenue: { name: "Water" } }, { venue: "Water" }],
    [{ venue: "", journal: { name: "Water" } }, { venue: "Water" }],
    [{ doi: "10.1000/182" }, { doi: "10.1000/182" }],
    [{ externalIds: { CorpusId: 78 } }, { aliases: ["CorpusID:78"] }],
    [{ externalids: { ArXiv: "math/0309136" } }, { aliases: ["arxiv:math/0309136"] }],
    [{ citationcount: 3 }, { citations: 3 }],
    [{ references: null }, {}],
  ])("%j says %j", async (item, expected) => {
    expect(await fields({ paperId: "abc123", title: "One", ...item })).toEqual({
      id: "abc123",
      title: "One",
      ...expected,
    });
  });
  it.each([
    [{ paperId: "x", tldr: { text: "Few." } }, "x"],
    [{ corpusId: 77, tldr: { text: "Few." } }, "77"],
    [{ corpusid: 77, tldr: { text: "Few." } }, "77"],
  ])("knows a paper by %j", async (item, id) => {
    expect(await fields({ ...item, title: "One" })).toMatchObject({ id, abstract: "Few." });
  });
});

describe("Crossref and CSL", () => {
  it("gives all of a Crossref work", async () => {
    const work = {
      DOI: "10.1000/182",
      URL: "https://doi.org/10.1000/182",
      title: ["River gauges"],
      subtitle: ["A census"],
      abstract: "<jats:p>Gauges are few.</jats:p>",
      issued: { "date-parts": [[2019, 5]] },
      author: [
        { given: "Mette", family: "Larsen" },
        { family: "Vries", given: "Jan", "non-dropping-particle": "de" },
        { name: "River Group" },
        { sequence: "first" },
      ],
      "container-title": ["Water", "Water (Basel)"],
      subject: ["Hydrology"],
      reference: [
        { DOI: "10.1/2", unstructured: "Doe 1999" },
        { unstructured: "Roe, A. First. 2000" },
        { author: "Poe", "article-title": "Second", "journal-title": "Rivers", volume: "3", year: "2001" },
        { author: "Poe", "volume-title": "Book", "series-title": "Series" },
        { key: "ref5" },
        "odd",
      ],
      "is-referenced-by-count": 12,
      language: "en",
    };
    expect(await fields(work)).toEqual({
      id: "10.1000/182",
      title: "River gauges: A census",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Jan de Vries", "River Group"],
      year: 2019,
      venue: "Water Water (Basel)",
      doi: "10.1000/182",
      url: "https://doi.org/10.1000/182",
      keywords: ["Hydrology"],
      references: ["10.1/2", "Roe, A. First. 2000", "Poe, Second, Rivers, 3, 2001", "Poe, Book, Series"],
      citations: 12,
      language: "en",
    });
  });
  it.each([
    [{ id: "doe19", "citation-key": "key" }, { id: "doe19" }],
    [{ "citation-key": "key" }, { id: "key" }],
    [{ subtitle: "" }, {}],
    [{ issued: {}, "published-print": { "date-parts": [["2018"]] } }, { year: 2018 }],
    [{ "published-online": { raw: "May 2017" } }, { year: 2017 }],
    [{ published: { literal: "in 2016" } }, { year: 2016 }],
    [{ created: "2015-01-01" }, { year: 2015 }],
    [{ "original-date": [2014, 3] }, { year: 2014 }],
    [{ issued: { year: 2013 } }, { year: 2013 }],
    [{ issued: { date: 2012 } }, { year: 2012 }],
    [{ issued: ["2011"] }, { year: 2011 }],
    [{ issued: [[2011]] }, {}],
    [{ issued: "", published: 2010 }, { year: 2010 }],
    [{ editor: [{ literal: "River Group" }] }, { authors: ["River Group"] }],
    [{ author: [{ family: "Ma", given: "Nan" }] }, { authors: ["Nan Ma"] }],
    [{ author: [{ family: "nan", given: "nan" }] }, {}],
    [{ author: [{ family: "Doe", given: "" }] }, { authors: ["Doe"] }],
    [{ author: [{ family: "Berg", "dropping-particle": "van" }] }, { authors: ["van Berg"] }],
    [{ author: [{ lastName: "Doe", firstName: "Jane" }] }, { authors: ["Jane Doe"] }],
    [{ author: [{ last_name: "Doe", first_name: "Jane" }] }, { authors: ["Jane Doe"] }],
    [{ "event-title": "Conference on Water" }, { venue: "Conference on Water" }],
    [{ "collection-title": "Notes" }, { venue: "Notes" }],
    [{ keyword: "gauge; river,city" }, { keywords: ["gauge", "river", "city"] }],
    [{ PMID: 7, PMCID: "PMC8" }, { aliases: ["pmid:7", "pmcid:PMC8"] }],
    [{ reference: "none" }, {}],
  ])("CSL: %j says %j", async (item, expected) => {
    const csl = { type: "article", issued: {}, title: "One", ...item };
    expect(await fields(csl)).toEqual({ id: "1", title: "One", ...expected });
  });
  it.each([
    { title: ["One"], DOI: "10.1000/182" },
    { title: ["One"], "container-title": ["Water"] },
    { title: ["One"], "is-referenced-by-count": 1 },
    { title: "One", "container-title": "Water" },
    { title: "One", "citation-key": "x" },
    { title: "One", issued: {} },
    { title: "One", author: [{ family: "Doe" }] },
    { title: "One", author: [{ literal: "Doe" }] },
    { title: "One", type: "article", issued: "2001" },
  ])("knows CSL by %j", async (item) => {
    // A member that only CSL has.
    expect((await fields({ ...item, "collection-title": "C", "event-title": "E" })).venue).toMatch(/Water|E/);
  });
  it.each([
    { title: "One", issued: { year: 2001 }, authors: ["Jane Doe"] },
    { title: "One", issued: "2001" },
    { title: ["One"] },
    { title: "One", author: ["Jane Doe"] },
  ])("does not take %j for CSL", async (item) => {
    expect((await fields({ ...item, "event-title": "E" })).venue).toBeUndefined();
  });
});
