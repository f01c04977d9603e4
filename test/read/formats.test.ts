import { describe, expect, it } from "vitest";
import { messages, one, read, titles } from "./reading.ts";
import { RECORDS, WRITERS, write } from "./samples.ts";

describe.each(Object.keys(WRITERS))("%s", (format) => {
  it("gives title, abstract, authors and year of each record", async () => {
    const { papers, files } = await read(write(format), WRITERS[format].name);
    expect(
      papers.map(({ title, abstract, authors, year }) => ({ title, abstract, author: authors[0], year })),
    ).toEqual(RECORDS);
    expect(files[0].format).toBe(format === "tsv" ? "csv" : format);
  });
  it("is known by its content, whatever the file is called", async () => {
    expect((await read(write(format), "export.xyz")).papers.length).toBe(2);
  });
  it("may begin with a byte-order mark and have CRLF line ends", async () => {
    const text = `\ufeff${write(format).replaceAll("\n", "\r\n")}`;
    expect(titles(await read(text, WRITERS[format].name))).toEqual(RECORDS.map((r) => r.title));
  });
  it("may be cut off anywhere: what came whole is there", async () => {
    const text = write(format);
    const { papers } = await read(text.slice(0, text.lastIndexOf("Bayesian") + 4), WRITERS[format].name);
    expect(papers[0].title).toBe(RECORDS[0].title);
  });
});

describe("BibTeX", () => {
  it("expands @string, joins with #, inherits by crossref", async () => {
    const { papers } = await read(`@string{j = "Journal of "}
@inproceedings{a, title={A}, author={Doe, J.}, crossref={p}}
@article{b, title={B}, journal = j # {Tests}, year=1999}
@proceedings{p, title={Proc. of Things}, year={2005}}`);
    expect(papers.find((p) => p.id === "a")).toMatchObject({ venue: "Proc. of Things", year: 2005 });
    expect(papers.find((p) => p.id === "b")).toMatchObject({ venue: "Journal of Tests", year: 1999 });
  });
  it("ends an unclosed entry where the next one begins, with line and key", async () => {
    const collection = await read(
      "@article{a,\n title={Open,\n year={2001}\n}\n@article{b,\n title={Second},\n}\n@article{c, title={Third}}",
    );
    expect(titles(collection)).toEqual(["Open", "Second", "Third"]);
    expect(messages(collection)[0]).toMatch(/line 1: a: .*not closed/);
  });
  it("takes an entry inside a balanced value for text", async () => {
    const { papers } = await read(
      "@article{a,\n title={One},\n abstract={See\n@article{x, title={no}}\nthere}\n}",
    );
    expect(titles({ papers } as never)).toEqual(["One"]);
  });
  it("keeps different papers under one key apart, and says so", async () => {
    const collection = await read("@misc{k, title={First of two}}\n@misc{k, title={Another}}");
    expect(collection.papers.length).toBe(2);
    expect(messages(collection)[0]).toMatch(/line 2: k: .*repeated/);
  });
  it("reads Web of Science references as lines, Scopus references between semicolons", async () => {
    expect(
      (
        await one(
          "@article{ WOS:1,\n Title={{T one}},\n Cited-References = {{Doe J, 1999, J X, V1, P2.\n   Roe A, 2000, J Y, V3, P4.}}\n}",
        )
      ).references,
    ).toEqual(["Doe J, 1999, J X, V1, P2.", "Roe A, 2000, J Y, V3, P4."]);
    expect(
      (await one("@article{a, title={T}, references={Roe A., Beta, (1999); Doe J., Gamma, (2000)}}"))
        .references.length,
    ).toBe(2);
  });
});

describe("RIS", () => {
  it("lets TY close a record that lost its ER", async () => {
    const collection = await read("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \n");
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([expect.stringMatching(/line 3: .*ER/)]);
  });
  it("joins wrapped lines, also those with a dash", async () => {
    expect(
      (await one("TY  - JOUR\nTI  - T\nAB  - First line\nand here - with a dash\nER  - ")).abstract,
    ).toBe("First line and here - with a dash");
  });
});

describe("Web of Science", () => {
  it("fills the aliases by which others cite the paper", async () => {
    const paper = await one(
      "FN Clarivate\nPT J\nAU Sun, ZW\nAF Sun, Zhiwei\nTI In situ study\nJ9 J POLYM SCI\nPY 2016\nVL 54\nBP 980\nUT WOS:0004\nER\nEF",
    );
    expect(paper.id).toBe("WOS:0004");
    expect(paper.authors).toEqual(["Zhiwei Sun"]);
    expect(paper.aliases).toContain("Sun ZW, 2016, J POLYM SCI, V54, P980");
  });
  it("reads each line of CR as a reference", async () => {
    expect(
      (await one("FN X Web of Science\nPT J\nTI A\nCR Doe J, 1999, J X\n   Roe A, 2000, J Y\nER\n"))
        .references,
    ).toEqual(["Doe J, 1999, J X", "Roe A, 2000, J Y"]);
  });
});

describe("CSV", () => {
  it("reads columns that the user maps", async () => {
    const table = "naslov;povzetek;leto\nReke v mestu;O rekah.;2001\n";
    expect((await read(table, "a.csv")).files[0].refusal).toMatch(/naslov.*--columns/);
    const columns = new Map([
      ["Naslov", "title"],
      ["povzetek", "abstract"],
      ["leto", "year"],
    ]);
    expect(await one(table, "a.csv", { columns })).toMatchObject({
      title: "Reke v mestu",
      abstract: "O rekah.",
      year: 2001,
    });
  });
  it("reads sep=, and cells with line ends, quotes and delimiters", async () => {
    const paper = await one('sep=;\nTitle;Abstract\n"Two\nlines; and ""quotes""";Text\n', "a.csv");
    expect(paper).toMatchObject({ title: 'Two lines; and "quotes"', abstract: "Text" });
  });
  it("loses one row, not the rest, to a quote that never closes", async () => {
    const collection = await read('title,abstract\nA good one,x\n"Broken,y\nAnother good one,z\n', "a.csv");
    expect(titles(collection)).toContain("Another good one");
    expect(messages(collection)[0]).toMatch(/line 3: .*quote/);
  });
  it("gives the line of a row with too few cells", async () => {
    expect(messages(await read('title,abstract,year\n"a\nb",c,2001\nd\n', "a.csv"))).toEqual([
      expect.stringMatching(/line 4: row 2: found 1 cell, expected 3 columns/),
    ]);
  });
});

describe("JSON", () => {
  it("orders OpenAlex's inverted abstract; absurd positions cost nothing", async () => {
    const work = {
      id: "https://openalex.org/W1",
      title: "T",
      abstract_inverted_index: { world: [1], Hello: [0], far: [999999999] },
    };
    expect((await one(JSON.stringify({ results: [work] }))).abstract).toBe("Hello world");
  });
  it("reads Crossref: JATS abstracts, reference DOIs", async () => {
    const work = {
      DOI: "10.1234/X.1",
      title: ["On <i>E. coli</i>"],
      abstract: "<jats:title>Abstract</jats:title><jats:p>We grow.</jats:p>",
      author: [{ given: "Carl", family: "Boettiger" }],
      issued: { "date-parts": [[2022, 5]] },
      reference: [{ DOI: "10.1/2" }, { unstructured: "Doe 1999" }],
    };
    expect(await one(JSON.stringify({ message: { items: [work] } }))).toMatchObject({
      doi: "10.1234/x.1",
      title: "On E. coli",
      abstract: "We grow.",
      authors: ["Carl Boettiger"],
      year: 2022,
      references: ["10.1/2", "Doe 1999"],
    });
  });
  it("reads on after a damaged item", async () => {
    const collection = await read('[\n {"title":"One"},\n {"title":"Two" "x"},\n {"title":"Three"}\n]');
    expect(titles(collection)).toEqual(["One", "Three"]);
    expect(messages(collection)[0]).toMatch(/line 3: item 2: invalid JSON/);
  });
  it("reads the papers of a saved map", async () => {
    const node = {
      key: "p1",
      attributes: {
        id: "x1",
        label: "A node",
        abstract: "Text",
        authors: ["A. Bee"],
        year: 2001,
        references: ["r"],
        topic: 0,
        x: 1,
        y: 2,
      },
    };
    const map = {
      attributes: { schema: 1, edits: [{ type: "rename", topic: 1 }], tour: [{ at: "p1" }] },
      nodes: [node],
      edges: [{ source: "p1", target: "p1", attributes: { label: "no paper" } }],
    };
    const collection = await read(JSON.stringify(map), "map.json");
    expect(collection.papers).toMatchObject([{ id: "x1", title: "A node", references: ["r"] }]);
    expect([collection.edits.length, collection.tour.length]).toEqual([1, 1]);
  });
  it("is not misled by members named like those of Object.prototype", async () => {
    await read(
      '[{"title":"Polluter","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("XML", () => {
  it("reads a bare ampersand as one, and says where", async () => {
    const collection = await read(write("pubmed-xml").replace("Sparse", "R & D of sparse"));
    expect(titles(collection)[0]).toBe("R & D of sparse coding of river gauges");
    expect(messages(collection)).toEqual([expect.stringMatching(/line 3: .*ampersand/)]);
  });
  it("never expands entities", async () => {
    const text = write("pubmed-xml")
      .replace("<PubmedArticleSet>", '<!DOCTYPE x [<!ENTITY a "boom">]>\n<PubmedArticleSet>')
      .replace("We measure", "&a; measure");
    const collection = await read(text);
    expect(collection.papers[0].abstract).not.toContain("boom");
    expect(messages(collection)[0]).toMatch(/entities/);
  });
  it("tells arXiv's error from a paper", async () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry></feed>';
    expect((await read(feed)).files[0].refusal).toMatch(/incorrect id/);
  });
});
