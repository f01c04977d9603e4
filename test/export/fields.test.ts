import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { inColumns, outOfColumns } from "../../src/export/columns-json.ts";
import { toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toGraphml } from "../../src/export/graphml.ts";
import { toRis } from "../../src/export/ris.ts";
import { toGraph } from "../../src/graph/to-graph.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { booleanField, labelField, listField, numberField } from "../../src/model/field-columns.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { read } from "../read/reading.ts";
import { areaMap, deepMap, sampleMap } from "../sample-map.ts";

/** Four papers; each field has a value of the first paper only, but the list, which the second has, too. */
const map = sampleMap({
  fields: [
    labelField({ name: "__proto__" }, "category", 4, { papers: [0], values: ['a "b" & <c>'] }),
    numberField({ name: "score", from: ["ris:C1"] }, 4, { papers: [0], values: [12.5] }, "kg"),
    booleanField({ name: "constructor" }, 4, { papers: [0], values: [false] }),
    labelField({ name: "when" }, "date", 4, { papers: [0], values: ["2014-05"] }),
    listField({ name: "countries" }, 4, { papers: [0, 1], values: [["DE", "FR"], ["DE"]] }),
    labelField({ name: "Year" }, "text", 4, { papers: [0], values: ["2014; reprinted"] }),
  ],
});

const text = (pieces: Iterable<string>) => [...pieces].join("");

describe("fields are written and read again", () => {
  test("in a map's JSON", async () => {
    const json = text(encodeMap(map));
    const { attributes, nodes } = JSON.parse(json);
    expect(attributes.fields[1]).toEqual({
      name: "score",
      type: "number",
      values: 1,
      missing: 3,
      unit: "kg",
      from: ["ris:C1"],
    });
    expect(Object.entries(nodes[0].attributes.fields)).toEqual([
      ["__proto__", 'a "b" & <c>'],
      ["score", 12.5],
      ["constructor", false],
      ["when", "2014-05"],
      ["countries", ["DE", "FR"]],
      ["Year", "2014; reprinted"],
    ]);
    expect(nodes[2].attributes).not.toHaveProperty("fields");
    const again = await decodeMap([json]);
    expect(again.fields).toEqual(map.fields);
    expect(text(encodeMap(again))).toBe(json);
  });

  test("column by column, in the page in one file", async () => {
    const json = text(encodeMap(map));
    const bytes = (async function* () {
      for (const line of inColumns([json])) yield new TextEncoder().encode(line);
    })();
    const again: string[] = [];
    for await (const piece of outOfColumns(bytes)) again.push(piece);
    expect((await decodeMap(again)).fields).toEqual(map.fields);
  });

  test("as attributes of a graphology graph", () => {
    expect(toGraph(map).getNodeAttributes("p2").fields).toEqual({ countries: ["DE"] });
  });

  test("where a type does not fit, by what is there", async () => {
    const { attributes, ...rest } = JSON.parse(text(encodeMap(map)));
    const odd = { ...attributes, fields: [{ name: "score", type: "boolean" }, { type: "date" }, 7] };
    expect((await decodeMap({ attributes: odd, ...rest })).fields?.[0]).toMatchObject({
      name: "score",
      type: "category",
      labels: ["12.5"],
    });
  });
});

describe("other programs get a typed attribute for each", () => {
  test("a field called Source has a 2: Gephi takes a table with such a column for one of links", () => {
    const source = {
      name: "Source",
      type: "category",
      labels: ["Scopus"],
      codes: new Int32Array(map.papers.length),
    } as const;
    const [head] = text(toNodesCsv({ ...map, fields: [source] })).split("\n");
    expect(head.split(",")).toContain("Source (2)");
    expect(head.split(",")).not.toContain("Source");
  });
  test("GEXF: short ones before long ones, words and abstracts last", () => {
    const titles = Array.from(
      text(toGexf(map)).matchAll(/<attribute id="([^"]*)" title="([^"]*)" type="([^"]*)"/g),
      ([, , title, type]) => `${title} ${type}`,
    );
    expect(titles.slice(titles.indexOf("__proto__ string"), titles.indexOf("kind string"))).toEqual([
      "__proto__ string",
      "score double",
      "constructor boolean",
      "when string",
      "countries string",
      "Year (2) string",
      "keywords string",
      "terms string",
      "concepts string",
      "abstract string",
    ]);
    expect(text(toGexf(map))).toContain('<attvalue for="5" value="DE; FR"/>');
  });
  test("GraphML", () => {
    expect(text(toGraphml(map))).toContain(
      '<key id="node_3" for="node" attr.name="constructor" attr.type="boolean"/>',
    );
    expect(text(toGraphml(map))).toContain('<data key="node_3">false</data>');
  });
  test("CSV", () => {
    const [head, first] = text(toNodesCsv(map)).split("\n");
    expect(head).toContain(
      "__proto__,score,constructor,when,countries,Year (2),keywords,terms,concepts,abstract,x,y,size,color",
    );
    expect(first).toContain('"a ""b"" & <c>",12.5,false,2014-05,DE; FR,2014; reprinted,');
  });
});

const RIS = `TY  - CONF
ID  - k1
TI  - A title of some length
AU  - Doe, Jane
PY  - 2014
T2  - Proceedings of Tests
VL  - 7
IS  - 2
SP  - 115
EP  - 128
PB  - Publisher
SN  - 1234-5678
AD  - University of Somewhere, Berlin, Germany
AD  - Institute of Elsewhere, Paris, France
C1  - ours
C7  - 104501
DA  - 2014/05/12
JO  - Proc. Tests
LB  - 0012
N1  - A note: with "quotes"
N1  - Another
ZZ  - unknown
TC  - 5
CR  - Doe J, 2001, J TESTS, V1, P1
`;

const BIBTEX = `@inproceedings{doe14,
  title = {A title of some length},
  author = {Doe, Jane},
  year = {2014},
  booktitle = {Proceedings of Tests},
  volume = {7},
  number = {2},
  pages = {115-128},
  publisher = {Publisher \\& Sons},
  issn = {1234-5678},
  editor = {Roe, Richard and Poe, Paul},
  month = {may},
  series = {Lecture Notes},
  type = {Full paper},
  file = {:a_b.pdf:PDF},
  note = {See chapter 2; with care},
  x-own-field = {0012},
}
`;

/** Lines without what both files say in other words. */
const lines = (file: string) =>
  file
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:ER {2}-|N1 {2}- Topic|\})/.test(line))
    .sort();

describe("nothing that a reading list says is lost when it is written again", () => {
  test("RIS", async () => {
    const written = text(toRis(await buildMap(await read(`${RIS}ER  - \n`, "a.ris"))));
    expect(lines(written)).toEqual(lines(RIS));
    expect(lines(text(toRis(await buildMap(await read(written, "b.ris")))))).toEqual(lines(RIS));
  });
  test("BibTeX", async () => {
    const written = text(
      toBibtex(await buildMap(await read(BIBTEX, "a.bib", { fields: new Set(["all", "file"]) }))),
    );
    const same = (file: string) =>
      lines(file).map((line) => line.replace("{{A title of some length}}", "{A title of some length}"));
    expect(same(written)).toEqual(same(BIBTEX));
  });
  test("and types are said in the words of the other", async () => {
    const fromRis = await buildMap(await read(`${RIS}ER  - \n`, "a.ris"));
    expect(text(toBibtex(fromRis))).toMatch(
      /^@inproceedings\{k1,[\s\S]*booktitle = \{Proceedings of Tests\}/,
    );
    const fromBibtex = await buildMap(await read(BIBTEX, "a.bib"));
    expect(text(toRis(fromBibtex))).toMatch(/^TY {2}- CONF\r\n/);
  });
});

test("papers of a map with areas say theirs; elsewhere a field of that name keeps it", () => {
  const table = (of: TopicMap) => text(toNodesCsv(of)).split("\n");
  const field = labelField({ name: "area" }, "category", 7, { papers: [0], values: ["Dover"] });
  const [head, first] = table({ ...areaMap(), fields: [field] });
  expect(head).toContain(",area,");
  expect(head).toContain(",area (2)");
  expect(first).toContain("Discrete mathematics");
  expect(table({ ...deepMap(), fields: [field] })[0]).not.toContain("area (2)");
});
