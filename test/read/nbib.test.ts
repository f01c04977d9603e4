import { describe, expect, it } from "vitest";
import { nbib } from "../../src/read/formats/nbib.ts";
import { messages, one, read, said, sureness, titles } from "./reading.ts";

/** A record as PubMed writes it, short of what nobody reads. */
const PUBMED = `
PMID- 31048553
OWN - NLM
DP  - 2019 May 3
TI  - River gauges in cities: what an MRI
      SCAN - and a gauge have in common.
LID - S0140-6736(19)30183-5 [pii]
LID - 10.1126/science.aav7271 [doi]
AB  - BACKGROUND: Gauges are few.
      We count them.
FAU - Larsen, Mette
AU  - Larsen M
FAU - Okafor, Chidi
LA  - eng
JT  - Science (New York, N.Y.)
TA  - Science
MH  - *Rivers/*analysis
MH  - Cities
OT  - gauge
PMC - PMC6690000
SO  - Science. 2019 May 3;364(6439).
`;

describe("PubMed's format", () => {
  it("gives all of a record", async () => {
    const collection = await read(`Results of a search
${PUBMED}`);
    expect(messages(collection)).toEqual([
      "line 1: : 1 line outside the records, expected a tag; left out: “Results of a search”",
    ]);
    expect(collection.files[0].format).toBe("nbib");
    expect(collection.papers.map(said)).toEqual([
      {
        id: "31048553",
        title: "River gauges in cities: what an MRI SCAN - and a gauge have in common",
        abstract: "BACKGROUND: Gauges are few. We count them.",
        authors: ["Mette Larsen", "Chidi Okafor"],
        year: 2019,
        venue: "Science (New York, N.Y.)",
        doi: "10.1126/science.aav7271",
        keywords: ["gauge", "Rivers", "Cities"],
        aliases: ["pmid:31048553", "pmcid:PMC6690000"],
        language: "en",
      },
    ]);
  });

  it.each([
    ["BTI - A book", { title: "A book", venue: "A book" }],
    ["BTI - A book\nTI  - Its chapter", { title: "Its chapter", venue: "A book" }],
    ["TT  - Flüsse", { title: "Flüsse" }],
    ["TI  - One\nOAB - Another abstract.", { abstract: "Another abstract." }],
    ["TI  - One\nDEP - 20180102", { year: 2018 }],
    ["TI  - One\nEDAT- 2017/05/01 06:00", { year: 2017 }],
    ["TI  - One\nAU  - Larsen M", { authors: ["M Larsen"] }],
    ["TI  - One\nCN  - River Group", { authors: ["River Group"] }],
    ["TI  - One\nFED - Okafor, Chidi", { authors: ["Chidi Okafor"] }],
    ["TI  - One\nTA  - Science", { venue: "Science" }],
    ["TI  - One\nSO  - Science. 2019", { venue: "Science. 2019" }],
    ["TI  -\nBTI - A book", { title: "A book", venue: "A book" }],
    ["TI  - One\nAID - 10.1000/182 [doi]", { doi: "10.1000/182" }],
    ["TI  - One\nAID - 10.1000/182[doi]", { doi: "10.1000/182" }],
    ["TI  - One\nAID - doi: 10.1000/182 [doi]", { doi: "10.1000/182" }],
    ["TI  - One\nAID - see 10.1000/181 [pii]\nAID - 10.1000/182", { doi: "10.1000/182" }],
    ["TI  - One\nDOI - 10.1000/182", { doi: "10.1000/182" }],
    ["TI  -One", { title: "One" }],
  ])("%j says %j", async (lines, fields) => {
    expect(said(await one(`PMID- 7\n${lines}\n`))).toEqual({
      id: "7",
      title: "One",
      aliases: ["pmid:7"],
      ...fields,
    });
  });

  it("begins a record at PMID", async () => {
    expect(
      titles(await read("PMID- 1\nTI  - One\nPMID- 2\nFAU - Doe, Jane\nPMID- 3\nTI  - Three\n")),
    ).toEqual(["One", "[No title] Jane Doe", "Three"]);
  });
  it("takes what stands above PMID for the same record, until there is a title", async () => {
    const { papers } = await read("OWN - NLM\nPMID- 1\nTI  - One\nOWN - NLM\nPMID- 2\nTI  - Two\n");
    expect(papers.map((paper) => [paper.id, paper.title])).toEqual([
      ["1", "One"],
      ["2", "Two"],
    ]);
    expect(messages(await read("OWN - NLM\nPMID- 1\nTI  - One\n"))).toEqual([]);
  });
  it("begins a record after a blank line where there is no PMID", async () => {
    const text = "TI  - One\n \nTI  - Two\n\nBTI - Three\n\nTT  - Four\n\nFAU - Doe, Jane\n\nTI  - Five\n";
    expect(titles(await read(text))).toEqual(["One", "Two", "Three", "Four", "Five"]);
  });
  it("does not take a blank line within a record for its end", async () => {
    const { papers } = await read("TI  - One\nAB  - First.\n\n      Second.\nFAU - Doe, Jane\n");
    expect(papers.map(said)).toEqual([
      { id: "1", title: "One", abstract: "First. Second.", authors: ["Jane Doe"] },
    ]);
  });
  it("names a record without an id by its number", async () => {
    const collection = await read("PMID- 1\nPMID- 2\nTI  - Two\n\nTI  - Three\nDP  - 20x8\n");
    expect(messages(collection)).toEqual([
      expect.stringMatching(/^line 1: 1: the record has no title/),
      expect.stringMatching(/^line 5: record 3: found "20x8"/),
    ]);
  });

  it.each([
    ["PMID- 1\n", 3],
    ["Search results\n\nPMID - 1\n", 3],
    ["PMID-1\n", 3],
    ["PMID- none\n", 0],
    ["The PMID- 1\n", 0],
    ["TI  - One\n", 2.5],
    ["JT  - Science\n", 2.5],
    ["DP  - 2019\n", 2.5],
    ["FAU - Doe, Jane\n", 2.5],
    ["TI - One\n", 0],
    ["JT - Science\n", 0],
    ["DP - 2019\n", 0],
    ["NOTI  - One\n", 0],
    // RIS has some of the same tags.
    ["TY  - JOUR\nTI  - One\n", 0],
    ["TI  - The CITY  - a survey\n", 2.5],
  ])("knows %j with sureness %d", (head, sure) => {
    expect(sureness(nbib, head)).toBe(sure);
  });
});
