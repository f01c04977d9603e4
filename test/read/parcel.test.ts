import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Finding, type Handed, readHere } from "../../src/read/front.ts";
import { pack, unpack } from "../../src/read/parcel.ts";
import { source } from "./reading.ts";
import { WRITERS, write } from "./samples.ts";

const OPTIONS = { amongOthers: true, origin: { source: "a", groups: ["g"] } };

function unpacked(findings: readonly Finding[]): Finding[] {
  const out: Finding[] = [];
  unpack(structuredClone(pack(findings)), (finding) => out.push(finding));
  return out;
}

/** With each field as three values, and nothing that is undefined. */
function plain(finding: Finding): unknown {
  return "message" in finding
    ? { ...finding, where: { ...finding.where } }
    : { ...finding, fields: finding.fields.map(([name, value, from]) => [name, value, from]) };
}

const text = fc.constantFrom("α, β", "one", "two words", "1e9", "\ud800", "a\nb");
const texts = fc.array(text, { maxLength: 3 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const whole = fc.nat(1 << 30);
const told = fc.record({
  message: text,
  where: fc.record({ line: whole, record: fc.constantFrom("", "r") }, { requiredKeys: [] }),
});
const draft = fc.record(
  {
    ...{ id: fc.constantFrom("", "id"), title: text, abstract: fc.constantFrom("", "Text.") },
    ...{ authors: texts, names: texts, keywords: texts, references: texts, aliases: texts },
    ...{ year: whole, citations: fc.constantFrom(0, Number.MAX_SAFE_INTEGER) },
    ...{ venue: text, doi: text, url: text, language: text },
  },
  { requiredKeys: ["id", "title", "abstract", "authors", "keywords", "references", "aliases"] },
);
const printed = fc.record({
  ...{ volume: whole, issue: whole, page: whole },
  venue: fc.constantFrom("unknown" as const, "journal" as const, "conference" as const),
});
const handed: fc.Arbitrary<Handed> = fc.record(
  {
    drafted: fc.record(
      { draft, printed, untitled: fc.boolean(), noYear: text },
      { requiredKeys: ["draft", "printed", "untitled"] },
    ),
    fields: fc.array(fc.tuple(text, fc.oneof(fc.constant(""), text, texts), maybe(text)), { maxLength: 3 }),
    ...{ line: whole, called: fc.constantFrom("", "x"), hasId: fc.boolean() },
    place: fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
  },
  { requiredKeys: ["fields", "called", "hasId"] },
);

describe("a parcel", () => {
  test("is as many texts and numbers as there are in it", () => {
    const { texts, numbers } = pack([{ message: "odd", where: { line: 3 } }]);
    expect(texts).toEqual(["odd"]);
    // Told, in line 3, of no record.
    expect([...numbers]).toEqual([0, 3, -1]);
    expect(unpacked([])).toEqual([]);
  });

  test("gives back what was packed", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(told, handed), { maxLength: 5 }), (findings) => {
        expect(unpacked(findings).map(plain)).toStrictEqual(structuredClone(findings).map(plain));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test.each(Object.keys(WRITERS))("gives back what is found in %s", async (format) => {
    const found: Finding[] = [];
    const listener = { take: (finding: Finding) => void found.push(finding), onBytes: () => {} };
    const text = `${write(format)}\n{"broken": ,}\n${write(format)}`;
    await readHere()(source(WRITERS[format].name, text), OPTIONS, listener);
    expect(found.length).toBeGreaterThan(1);
    expect(unpacked(found).map(plain)).toStrictEqual(found.map(plain));
  });

  test("cleans abstracts that were left as they were read, unless a title is made or put right by them", async () => {
    const papers = [
      { title: "One &amp; two", abstract: "Abstract: <i>Text</i>  &amp; more. © 2020 Elsevier" },
      { title: "Said twice", abstract: "said  twice" },
      { title: "GRAPHS OF GRAPHENE AND DNA STRANDS", abstract: "We show DNA &amp; graphene." },
      { title: "***", abstract: "No title &amp; nothing else." },
      { title: "Nothing more" },
    ];
    const read = async (leavesAbstract: () => boolean) => {
      const found: Finding[] = [];
      const listener = { take: (finding: Finding) => void found.push(finding), onBytes: () => {} };
      const text = papers.map((paper) => JSON.stringify(paper)).join("\n");
      await readHere(undefined, undefined, leavesAbstract)(source("a.jsonl", text), OPTIONS, listener);
      return found;
    };
    const cleaned = await read(() => false);
    const left = await read(() => true);
    const abstracts = (findings: Finding[]) =>
      findings.map((one) => ("drafted" in one ? one.drafted?.draft.abstract : undefined));
    expect(abstracts(cleaned)).toEqual([
      "Text & more.",
      "",
      "We show DNA & graphene.",
      "No title & nothing else.",
      "",
    ]);
    expect(abstracts(left)).toEqual([
      papers[0].abstract,
      papers[1].abstract,
      "We show DNA & graphene.",
      "No title & nothing else.",
      "",
    ]);
    expect(unpacked(left).map(plain)).toStrictEqual(cleaned.map(plain));
  });
});

describe("the front half", () => {
  test("waits between pieces of text for as long as it is told to", async () => {
    let opened = 0;
    const chunks = [
      `{"title": "One"}\n${" ".repeat(70_000)}`,
      '\n{"title": "Two"}\n',
      '{"title": "Three"}\n',
    ];
    const slow = {
      name: "a.jsonl",
      async *chunks() {
        for (const chunk of chunks) {
          opened++;
          yield new TextEncoder().encode(chunk);
        }
      },
    };
    const goOn: (() => void)[] = [];
    const flow = () => new Promise<void>((resolve) => goOn.push(resolve));
    const found: Finding[] = [];
    const listener = { take: (finding: Finding) => void found.push(finding), onBytes: () => {} };
    const reading = readHere(undefined, flow)(slow, OPTIONS, listener);
    for (let piece = 1; piece <= chunks.length; piece++) {
      await expect.poll(() => goOn.length).toBe(piece);
      expect(opened).toBe(piece);
      goOn[piece - 1]();
    }
    expect((await reading).format).toBe("jsonl");
    expect(found).toHaveLength(3);
  });
});
