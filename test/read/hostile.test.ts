import { describe, expect, it } from "vitest";
import { messages, read } from "./reading.ts";
import { WRITERS, write } from "./samples.ts";

const record = (fields: { title?: string; abstract?: string; author?: string }) => ({
  title: "A title",
  abstract: "A text.",
  author: "A Bee",
  year: 2001,
  ...fields,
});
const MEGABYTE = 300_000;
const FORMATS = ["bibtex", "ris", "csv", "jsonl", "pubmed-xml"];
/** What makes careless regular expressions, recursion and rescans slow. */
const FIELDS: Readonly<Record<string, string>> = {
  words: "word ".repeat(MEGABYTE / 5),
  letters: "a".repeat(MEGABYTE),
  blanks: `x${" ".repeat(MEGABYTE)}y`,
  brackets: `${"(".repeat(50_000)}${")".repeat(50_000)}`,
  braces: `${"{".repeat(50_000)}x${"}".repeat(50_000)}`,
  tags: "<i".repeat(70_000),
  entities: "&amp".repeat(70_000),
  dollars: "$x_".repeat(70_000),
  backslashes: "\\".repeat(70_000),
  commands: "\\'".repeat(40_000),
  commas: "a, ".repeat(70_000),
  ands: "A and ".repeat(40_000),
  copyright: "© 2020 ".repeat(40_000),
};

/** A hang shows as the test's own time limit; speed as such is not asserted. */
describe.each(FORMATS)("%s", (format) => {
  it.each(Object.keys(FIELDS))("a field of %s", { timeout: 20_000 }, async (kind) => {
    const field = FIELDS[kind];
    // Brackets in BibTeX and quotes in TSV would be structure: there the field is what it is elsewhere, in order.
    for (const at of ["title", "abstract", "author"] as const) {
      const { files } = await read(
        write(format, [record({}), record({ title: "Second", [at]: field })]),
        WRITERS[format].name,
      );
      expect(files[0].papers + files[0].warningCount).toBeGreaterThan(0);
    }
  });
});

describe("many", () => {
  it("7,456 authors", async () => {
    const lines = Array.from({ length: 7456 }, (_, i) => `AU  - Name${i}, A.\n`).join("");
    expect((await read(`TY  - JOUR\nTI  - T of many\n${lines}ER  - \n`)).papers[0].authors).toHaveLength(
      7456,
    );
  });
  it("20,000 papers under one title and one key", async () => {
    const entries = Array.from(
      { length: 20_000 },
      (_, i) => `@misc{k, title={Editorial}, abstract={Number ${i}}, year=${1000 + (i % 900)}}\n`,
    ).join("");
    const collection = await read(entries, "a.bib");
    expect(collection.papers.length).toBeGreaterThan(10_000);
    expect(collection.files[0].warnings).toHaveLength(20);
  });
  it("messages are single lines without control characters, however long the input", async () => {
    const collection = await read(
      `@misc{\u001b[31mred\u0007${"x".repeat(9999)}, note={none}}\n`,
      "a\u001b.bib",
    );
    for (const message of messages(collection)) {
      expect(message).not.toMatch(/[\0-\x1f\x7f]/);
      expect(message.length).toBeLessThan(1500);
    }
  });
  it("a map of a newer version is refused", async () => {
    expect(
      (await read('{"attributes":{"generator":"topograph 9.0.0","schema":2},"nodes":[]}')).files[0].refusal,
    ).toMatch(/newer/);
  });
});
