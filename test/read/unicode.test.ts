import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { read, source } from "./reading.ts";
import { WRITERS, write } from "./samples.ts";

/** What breaks readers: scripts, marks, invisible signs, line ends that are none, signs of one format in another. */
const LETTERS = [..."aZ9éßøİǅ深層딥אع😀𝛼ﬁ€–’“”«»…‰×√∞"];
const INVISIBLE = [
  "\u00a0",
  "\u00ad",
  "\u0301",
  "\u200b",
  "\u200d",
  "\u200e",
  "\u202e",
  "\u2028",
  "\u2029",
  "\u0085",
  "\ufdd0",
  "\ufeff",
  "\ufffd",
  "\ufffe",
  "\u{e0001}",
];
const SIGNS = [..."&<>;,:|'/@#%=*+-?!()[]. "];
const WORDS = [
  "__proto__",
  "constructor",
  "TY  - ",
  "ER  - ",
  "PMID- 1",
  "@article",
  "%0 ",
  "&amp;",
  "<i>",
  "]]>",
  "NaN",
  "null",
];
/** What the structure of a format cannot carry as it is. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  bibtex: /[\\{}$%~^`"#_&]|--|''/,
  tsv: /["\t]/,
};

const field = fc
  .array(fc.constantFrom(...LETTERS, ...INVISIBLE, ...SIGNS, ...WORDS, '"', "\\", "{", "}", "$", "\t", "_"), {
    maxLength: 30,
  })
  .map((units) => units.join(""));
const record = fc.record({
  title: field.map((t) => `Title ${t} end`),
  abstract: field.map((t) => `Text ${t} end`),
});

describe.each(Object.keys(WRITERS))("hostile Unicode in %s", (format) => {
  const { name } = WRITERS[format];
  const fits = (r: { title: string; abstract: string }) => !FORBIDDEN[format]?.test(r.title + r.abstract);
  const complete = (r: { title: string; abstract: string }) => ({ ...r, author: "Mette Larsen", year: 2001 });

  it("gives the same title and abstract as JSON does, and neighbours stay", () =>
    fc.assert(
      fc.asyncProperty(record.filter(fits), async (r) => {
        const list = [complete(r), complete({ title: "The neighbour of it", abstract: "Its text." })];
        const wanted = await read(write("jsonl", list), "a.jsonl");
        const found = await read(write(format, list), name);
        const told = ({ title, abstract }: { title: string; abstract: string }) => [title, abstract];
        expect(found.papers.map(told)).toEqual(wanted.papers.map(told));
      }),
      { seed: 8, numRuns: 100 },
    ));

  it("gives the same papers and warnings in any split, with any line ends", () =>
    fc.assert(
      fc.asyncProperty(
        record.filter(fits),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (r, size, end) => {
          const text = write(format, [
            complete(r),
            complete({ title: "The neighbour of it", abstract: "Its text." }),
          ]);
          const bytes = new TextEncoder().encode(text.replaceAll("\n", end));
          const whole = await readPapers([source(name, bytes)]);
          expect(await readPapers([source(name, bytes, size)])).toEqual(whole);
          expect(whole.papers).toEqual(
            (await readPapers([source(name, new TextEncoder().encode(text))])).papers,
          );
        },
      ),
      { seed: 8, numRuns: 40 },
    ));
});
