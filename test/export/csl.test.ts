import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toCslJson } from "../../src/export/csl.ts";
import { toRis } from "../../src/export/ris.ts";
import { fieldValue } from "../../src/model/field.ts";
import { namesOf, nameText, packUnlessPlain, personOf } from "../../src/model/name.ts";
import { buildMap } from "../../src/pipeline.ts";
import { read } from "../read/reading.ts";
import { anyMap, sampleMap, samplePaper } from "../sample-map.ts";

const all = (chunks: Iterable<string>) => [...chunks].join("");

const RIS = `TY  - CHAP
ID  - k1
TI  - A title of some length
AU  - van der Waals, Johannes
PY  - 2014
DA  - 2014/05/12
T2  - Proceedings of Tests
VL  - 7
IS  - 2
SP  - 115
EP  - 128
PB  - Publisher
CY  - Leiden
SN  - 1234-5678
C7  - 104501
N1  - A note: with "quotes"
KW  - maps, large
TC  - 5
CR  - Doe J, 2001, J TESTS, V1, P1
ER  - 
`;

describe("CSL-JSON", () => {
  test("says in CSL's words what it has words for", async () => {
    const map = await buildMap(await read(RIS, "a.ris"));
    const [item] = JSON.parse(all(toCslJson(map)));
    const { custom, ...said } = item;
    expect(said).toEqual({
      id: "k1",
      type: "chapter",
      title: "A title of some length",
      author: [{ family: "Waals", given: "Johannes", "non-dropping-particle": "van der" }],
      issued: { "date-parts": [[2014, 5, 12]] },
      "container-title": "Proceedings of Tests",
      volume: "7",
      issue: "2",
      page: "115-128",
      publisher: "Publisher",
      "publisher-place": "Leiden",
      ISSN: "1234-5678",
      keyword: "maps; large",
      note: 'A note: with "quotes"',
    });
    expect(custom.topograph.references).toEqual(["Doe J, 2001, J TESTS, V1, P1"]);
  });

  test("read again it is the same papers with the same fields", async () => {
    const map = await buildMap(await read(RIS, "a.ris"));
    const again = await buildMap(await read(all(toCslJson(map)), "a.csl.json"));
    expect(again.papers).toEqual(map.papers);
    const values = ({ fields = [] }: typeof map) =>
      Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, 0)]));
    expect(values(again)).toEqual(values(map));
  });

  test("groups of authors are literal, suffixes and names of one part stay", () => {
    const names = [
      { literal: "ATLAS Collaboration" },
      personOf("King", "Martin L.", "", "Jr."),
      personOf("Plato"),
    ];
    const authors = names.map(nameText);
    const packed = names.map((one, i) => packUnlessPlain(one, authors[i]));
    const papers = [samplePaper(0, { authors, names: packed })];
    const [{ author }] = JSON.parse(all(toCslJson(sampleMap({ papers }), [0])));
    expect(author).toEqual([
      { literal: "ATLAS Collaboration" },
      { family: "King", given: "Martin L.", suffix: "Jr." },
      { family: "Plato" },
    ]);
    expect(namesOf(papers[0])).toEqual(names);
  });

  test("any map: valid JSON, as many items as papers, ids that differ", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const items: { id: string }[] = JSON.parse(all(toCslJson(map)));
        expect(new Set(items.map(({ id }) => id)).size).toBe(map.papers.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe("topics leave", () => {
  const map = sampleMap();
  const lines = (text: string, pattern: RegExp) => text.match(pattern) ?? [];

  test("as groups that JabRef knows: a field of each entry and a tree with colours", () => {
    const bib = all(toBibtex(map));
    expect(lines(bib, /groups = .*/g)).toEqual([
      "groups = {Graph drawing},",
      "groups = {Graph drawing},",
      "groups = {Maps},",
    ]);
    expect(bib.slice(bib.indexOf("@Comment"))).toBe(
      "@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n" +
        "1 StaticGroup:Graph drawing\\;0\\;1\\;0x4e79a7ff\\;\\;\\;;\n" +
        "1 StaticGroup:Maps\\;0\\;1\\;0xe15759ff\\;\\;\\;;\n}\n",
    );
    expect(all(toBibtex(map, [2]))).not.toContain("StaticGroup:Graph");
  });

  test("with the groups that the file of JabRef had, once each; read again they are the same", async () => {
    const file = "@article{a, title={A title of some length}, groups={Mine, R&D {x}}}";
    const made = await buildMap(await read(file, "a.bib"));
    const topic = { ...made.topics[0], id: 0, name: "Maps; a@b, c\\d" };
    const written = all(toBibtex({ ...made, topics: [topic], topic: Int32Array.of(0) }));
    expect(lines(written, /groups = .*/g)).toEqual(["groups = {Mine, R&D x, Maps / a at b / cd},"]);
    expect(written).toContain("1 StaticGroup:Maps / a at b / cd\\;0\\;1");
    const again = await buildMap(await read(written, "a.bib"));
    expect(lines(all(toBibtex(again)), /groups = .*/g)).toEqual(lines(written, /groups = .*/g));
  });

  test("as a keyword, a note, or not at all", () => {
    expect(lines(all(toRis(map)), /N1 .*/g)).toHaveLength(3);
    expect(
      lines(all(toRis(map, [1], { topicsAs: "keyword" })), /(?:KW|N1) .*/g).map((one) => one.trim()),
    ).toEqual(["KW  - graph", "KW  - map", "KW  - Graph drawing"]);
    expect(all(toRis(map, [1], { topicsAs: "none" }))).not.toContain("Graph drawing");
    expect(all(toBibtex(map, [1], { topicsAs: "keyword" }))).toContain(
      "keywords = {graph, map, Graph drawing},",
    );
    expect(all(toBibtex(map, [1], { topicsAs: "note" }))).toContain("comment = {Topic: Graph drawing},");
    expect(all(toBibtex(map, [1], { topicsAs: "none" }))).not.toContain("Graph drawing");
    expect(all(toCslJson(map, [1], { topicsAs: "none" }))).not.toContain("Graph drawing");
  });
});
