import { describe, expect, it } from "vitest";
import { type ReaderOptions, readPapers } from "../../src/read/read.ts";
import { messages, read, source } from "./reading.ts";

const TITLE = "A study of rivers and their many names";
const TALK = `@inproceedings{talk, title={${TITLE}}, author={Bee, Ann}, year=2001, booktitle={Proc. of the Conference}}`;
const ARTICLE = `@article{paper, title={${TITLE}}, author={Bee, Ann}, year=2002, journal={Letters}, volume=3}`;

describe("the conference and the journal version of a work", () => {
  it("are two papers, and the reader is told", async () => {
    const collection = await read(`${TALK}\n${ARTICLE}`);
    expect(collection.papers.map(({ id }) => id)).toEqual(["talk", "paper"]);
    expect(collection.matches).toMatchObject([{ because: "version", merged: false, gave: [] }]);
    expect(messages(collection)).toEqual([
      expect.stringMatching(/^line 2: paper: two versions: .* as talk .*kept apart \(--merge versions/),
    ]);
  });
  it("are one on request", async () => {
    const { papers, matches } = await read(`${TALK}\n${ARTICLE}`, "file", { merge: "versions" });
    expect(papers.map(({ id, year, venue }) => [id, year, venue])).toEqual([
      ["talk", 2001, "Proc. of the Conference"],
    ]);
    expect(matches).toMatchObject([{ because: "version", merged: true }]);
  });
  it("are so by the name of the venue, too; proceedings of an academy are a journal", async () => {
    const versions = async (a: string, b: string) => {
      const item = { title: TITLE, authors: ["A Bee"], year: 2001 };
      const { papers } = await read(
        JSON.stringify([
          { ...item, venue: a },
          { ...item, venue: b },
        ]),
      );
      return papers.length;
    };
    expect(await versions("Proceedings of the 5th Symposium on Rivers", "Journal of Rivers")).toBe(2);
    expect(await versions("Proceedings of the National Academy of Sciences", "Journal of Rivers")).toBe(1);
    expect(await versions("Proceedings of the 5th Symposium on Rivers", "arXiv")).toBe(1);
  });
});

describe("what was merged, and why", () => {
  const A = source("a.bib", `@article{one, title={${TITLE}}, doi={10.1234/x}, year=2001}`);
  const B = source(
    "b.bib",
    `@article{two, title={Others}}\n@article{three, title={${TITLE}}, doi={10.1234/X}, abstract={Text}, keywords={a, b}}`,
  );
  it("is told with both records, where they stand, and what the second gave", async () => {
    const { matches } = await readPapers([A, B]);
    expect(matches).toEqual([
      {
        record: "doi:10.1234/x~2",
        from: { file: "b.bib", line: 2, id: "three", title: TITLE },
        into: { file: "a.bib", line: 1, id: "one", title: TITLE },
        paper: 0,
        because: "doi",
        shared: "10.1234/x",
        gave: ["abstract", "keywords"],
        merged: true,
      },
    ]);
  });
  it("can be taken back one by one, by the record's name", async () => {
    const { papers, matches, merged } = await readPapers([A, B], { keepApart: ["doi:10.1234/x~2"] });
    expect(papers.map(({ id, identity, abstract }) => [id, identity, abstract])).toEqual([
      ["one", "doi:10.1234/x", ""],
      ["two", expect.stringMatching(/^hash:/), ""],
      ["three", "doi:10.1234/x~2", "Text"],
    ]);
    expect(merged).toBe(0);
    expect(matches).toMatchObject([{ record: "doi:10.1234/x~2", merged: false }]);
  });
  it("of three records of one work, each is kept apart alone, and names stay the same", async () => {
    const item = { title: TITLE, year: 2001, authors: ["A Bee"] };
    const all = JSON.stringify([item, { ...item, abstract: "x" }, { ...item, keywords: ["k"] }]);
    const names = async (options: ReaderOptions) => {
      const { matches = [], papers } = await read(all, "file", options);
      return [papers.length, ...matches.map(({ record, merged }) => `${record.slice(21)} ${merged}`)];
    };
    expect(await names({})).toEqual([1, "~2 true", "~3 true"]);
    const { matches = [] } = await read(all);
    const [second, third] = matches.map(({ record }) => record);
    expect(await names({ keepApart: [second] })).toEqual([2, "~2 false", "~3 true"]);
    expect(await names({ keepApart: [third] })).toEqual([2, "~2 true", "~3 false"]);
    expect(await names({ keepApart: [third, second] })).toEqual([3, "~2 false", "~3 false"]);
  });
});

describe("what identities and titles are made of", () => {
  it("holds no control characters and no halves of characters", async () => {
    const items = [
      { title: "One", doi: "10.1234/a\u0007b\ud800c" },
      { title: "", authors: ["A \u0001Bee"], year: "20\u000201" },
      { title: "-", abstract: `${"x".repeat(119)}\u{1f600} and so on` },
    ];
    const { papers } = await read(JSON.stringify(items));
    expect(papers.map(({ identity, title }) => [identity.slice(0, 14), title])).toEqual([
      ["doi:10.1234/ab", "One"],
      [expect.stringMatching(/^hash:/), "[No title] A Bee 2001"],
      [expect.stringMatching(/^hash:/), "x".repeat(119)],
    ]);
  });
  it.each(["Rivers run. They have names.", "Rivers run.", "[Rivers run] . . and on", "Rivers run . ."])(
    "a title made of the abstract %j stays the same when it is read again",
    async (abstract) => {
      const [first] = (await read(JSON.stringify([{ id: "a", abstract }]))).papers;
      const [again] = (await read(JSON.stringify([first]))).papers;
      expect(again).toEqual(first);
    },
  );
});
