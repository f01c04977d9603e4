import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { read, source, titles } from "./reading.ts";
import { RECORDS, WRITERS, write } from "./samples.ts";

const ALL = Object.keys(WRITERS);
const seeded = { seed: 4, numRuns: 40 };
const words = fc.array(fc.constantFrom("alpha", "Größe", "β", "naïve", "深度", "R2", "it's", "x-ray"), {
  minLength: 1,
  maxLength: 8,
});
const record = fc.record({
  title: words.map((w) => `Title ${w.join(" ")}`),
  abstract: words.map((w) => `Text of ${w.join(" ")}`),
  author: fc.constantFrom("Mette Larsen", "Chidi Okafor"),
  year: fc.integer({ min: 1900, max: 2030 }),
});
const records = fc.uniqueArray(record, {
  minLength: 2,
  maxLength: 6,
  selector: (r) => `${r.title}${r.year}${r.author}`,
});

describe.each(ALL)("%s", (format) => {
  const { name } = WRITERS[format];

  it("any split of the bytes gives the same papers and warnings", () =>
    fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 70 }), async (list, size) => {
        const bytes = new TextEncoder().encode(write(format, list));
        expect(await readPapers([source(name, bytes, size)])).toEqual(
          await readPapers([source(name, bytes)]),
        );
      }),
      seeded,
    ));

  it("any text cut off anywhere is read without an exception, in any split", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(2000), fc.integer({ min: 1, max: 40 }), async (end, size) => {
        const bytes = new TextEncoder().encode(write(format).slice(0, end));
        expect(await readPapers([source(name, bytes, size)])).toEqual(
          await readPapers([source(name, bytes)]),
        );
      }),
      seeded,
    ));
});

/** What may stand between records without belonging to one, by format. */
const JUNK: Readonly<Record<string, fc.Arbitrary<string>>> = {
  bibtex: fc.constantFrom(
    "% a comment\n",
    "free text, a = b\n",
    "}\n",
    "@comment{x}\n",
    "me@example.org\n",
    '"\n',
    "{{\n}}\n",
  ),
  ris: fc.constantFrom("some words\n", "\n\n", "Provider: X\n", "@@@\n"),
  wos: fc.constantFrom("\n\n", "\n"),
  jsonl: fc.constantFrom("{oops\n", "[1,2]\n", "null\n", "\n", '{"title":\n', "}}}}\n"),
  csv: fc.constantFrom("\n", ",,,\n", "\n\n"),
};

describe.each(Object.keys(JUNK))("%s with junk between records", (format) => {
  it("gives every good record", () =>
    fc.assert(
      fc.asyncProperty(
        records,
        fc.array(JUNK[format], { minLength: 6, maxLength: 6 }),
        async (list, junk) => {
          const clean = await read(write(format, list), WRITERS[format].name);
          const littered = await read(
            write(format, list, (i) => junk[i]),
            WRITERS[format].name,
          );
          expect(titles(littered)).toEqual(titles(clean));
        },
      ),
      seeded,
    ));
});

describe("any Unicode", () => {
  const anything = fc.string({ unit: "binary", maxLength: 60 });
  it("in any field of JSON gives well-formed text without control characters", () =>
    fc.assert(
      fc.asyncProperty(anything, anything, async (a, b) => {
        const { papers } = await read(
          JSON.stringify([{ title: `T ${a}`, abstract: b, authors: [a, b], keywords: [b], id: a }]),
        );
        const text = JSON.stringify(papers[0] ?? "");
        expect(text).not.toMatch(/\\ud[89a-f]|\\u00[01]/);
      }),
      { seed: 5, numRuns: 200 },
    ));
  it.each(ALL)("as a whole %s file is no exception", (format) =>
    fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const whole = write(format).replace("Sparse", () => text);
        expect((await read(whole, WRITERS[format].name)).files).toHaveLength(1);
      }),
      seeded,
    ),
  );
});

describe("order of the sources", () => {
  it("does not matter", async () => {
    const files = [
      source("b.bib", write("bibtex")),
      source("a.ris", write("ris", [RECORDS[1]])),
      source("a.ris", write("ris", [RECORDS[0]])),
    ];
    const forward = await readPapers(files);
    expect(await readPapers([...files].reverse())).toEqual(forward);
    expect(forward.files.map((file) => file.name)).toEqual(["a.ris", "a.ris", "b.bib"]);
    expect(forward.merged).toBe(2);
  });
});
