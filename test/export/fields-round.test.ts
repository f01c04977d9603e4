import fc from "fast-check";
import Graph from "graphology";
import { parse } from "graphology-gexf";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { fieldValue } from "../../src/model/field.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { read } from "../read/reading.ts";
import { parseXml } from "./parse-xml.ts";

type Value = string | number | boolean | readonly string[];
/** Of each field a name and the value of each of three papers; "" where it has none. */
type Made = readonly (readonly [name: string, values: readonly Value[]])[];

const word = fc
  .string({ unit: fc.constantFrom(..."abcXYZé\"'&<>=%{}- 漢"), minLength: 1, maxLength: 12 })
  .map((text) => `w${text.replace(/\s+/g, " ").trimEnd()}`);
const day = fc.integer({ min: 10, max: 28 }).map((date) => `2014-05-${date}`);
const kinds: readonly fc.Arbitrary<Value>[] = [
  word,
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.integer({ min: -999, max: 999 }).map((n) => n / 8),
  fc.boolean(),
  day,
  fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
];
/** All values of a field are of one kind. */
const made = (names: readonly string[]): fc.Arbitrary<Made> =>
  fc.tuple(
    ...names.map((name) =>
      fc
        .constantFrom(...kinds)
        .chain((kind) => fc.array(fc.option(kind, { nil: "" }), { minLength: 3, maxLength: 3 }))
        .map((values) => [name, values] as const),
    ),
  );

/** As formats without types write it. */
const said = (value: Value) => (typeof value === "object" ? value.join("; ") : String(value));
const title = (i: number) => `A title of some length, number ${["one", "two", "three"][i]}`;
const papers = [0, 1, 2];

const NAMES = ["country", "my score", "__proto__", "constructor", "Ein & <zwei>"];
const FORMATS: Readonly<
  Record<string, readonly [names: readonly string[], write: (fields: Made) => string]>
> = {
  "a.csv": [
    NAMES,
    (fields) =>
      Papa.unparse([
        ["title", ...fields.map(([name]) => name)],
        ...papers.map((i) => [title(i), ...fields.map(([, values]) => said(values[i]))]),
      ]),
  ],
  "a.ris": [
    ["C1", "C8", "U4", "ZZ"],
    (fields) =>
      papers
        .map(
          (i) =>
            `TY  - JOUR\nTI  - ${title(i)}\n${fields.map(([tag, v]) => `${tag}  - ${said(v[i])}\n`).join("")}ER  - \n`,
        )
        .join("\n"),
  ],
  "a.txt": [
    ["Z1", "Z2", "X1", "X2"],
    (fields) =>
      `FN Clarivate Analytics Web of Science\nVR 1.0\n${papers
        .map(
          (i) => `PT J\nTI ${title(i)}\n${fields.map(([tag, v]) => `${tag} ${said(v[i])}\n`).join("")}ER\n\n`,
        )
        .join("")}EF\n`,
  ],
  "a.json": [
    NAMES,
    (fields) =>
      JSON.stringify(
        papers.map((i) => ({
          ...Object.fromEntries([
            ["id", `https://openalex.org/W${i + 1}`],
            ["title", title(i)],
          ]),
          referenced_works: [],
          ...Object.fromEntries(
            fields.flatMap(([name, values]) =>
              values[i] === "" || name === "__proto__" ? [] : [[name, values[i]]],
            ),
          ),
        })),
      ).replaceAll('"referenced_works":[]', (found, at: number, all: string) => {
        // Spreading would set a prototype: written by hand.
        const i = all.slice(0, at).split('"referenced_works":[]').length - 1;
        const value = fields.find(([name]) => name === "__proto__")?.[1][i] ?? "";
        return value === "" ? found : `${found},"__proto__":${JSON.stringify(value)}`;
      }),
  ],
};

/** What a map says of a paper in a field, as formats without types write it. */
function inMap(map: TopicMap, name: string, i: number): string {
  const field = map.fields?.find((one) => one.name === name);
  return field === undefined ? "" : said(fieldValue(field, i) ?? "");
}

describe("no value of a field is lost on the way from a file to", () => {
  test.each(Object.entries(FORMATS))(
    "%s → map.json → GEXF, GraphML and CSV",
    async (file, [names, write]) => {
      await fc.assert(
        fc.asyncProperty(made(names), async (fields) => {
          const first = await buildMap(await read(write(fields), file));
          const map = await decodeMap([...encodeMap(first)]);
          // Papers keep their order.
          expect(map.papers.map((paper) => paper.title)).toEqual(papers.map(title));
          const gexf = parse(Graph, [...toGexf(map)].join(""), { allowUndeclaredAttributes: true });
          const graphml = parseXml([...toGraphml(map)].join(""));
          const keys = new Map(
            [...graphml.getElementsByTagName("key")].map((key) => [
              key.getAttribute("attr.name"),
              key.getAttribute("id"),
            ]),
          );
          const table = Papa.parse<string[]>([...toNodesCsv(map)].join(""), { delimiter: "," }).data;
          for (const [name, values] of fields)
            for (const i of papers) {
              const expected = said(values[i]);
              expect(inMap(map, name, i)).toBe(expected);
              if (name !== "__proto__")
                expect(
                  said(
                    Object.entries(gexf.getNodeAttributes(`p${i + 1}`)).find(([key]) => key === name)?.[1] ??
                      "",
                  ),
                ).toBe(expected);
              const node = [...graphml.getElementsByTagName("node")][i];
              const data = [...node.getElementsByTagName("data")].find(
                (one) => one.getAttribute("key") === keys.get(name),
              );
              expect(data?.textContent ?? "").toBe(expected);
              expect((table[i + 1][table[0].indexOf(name)] ?? "").replace(/^'(?=[=+\-@])/, "")).toBe(
                expected,
              );
            }
        }),
        { numRuns: 25 },
      );
    },
  );
});
