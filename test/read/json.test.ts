import { describe, expect, it } from "vitest";
import { json, jsonFlavour } from "../../src/read/formats/json.ts";
import { jsonl } from "../../src/read/formats/jsonl.ts";
import { findRecords } from "../../src/read/json/find-list.ts";
import { parseLenient, reason } from "../../src/read/json/items.ts";
import { messages, read, sureness, titles } from "./reading.ts";

describe("JSON is known", () => {
  it.each([
    ['[{"title":"One"}]', 2],
    [' [ ["title"] ]', 2],
    ['["a"]', 2],
    ["[]", 2],
    ['{ "a":1}', 2],
    ["{}", 2],
    ["{'title': 'One'}", 1],
    ["[None]", 1],
    ["  [", 1],
    // Numbered references, and a label in brackets.
    ["[1] Doe J. One. 1999", 0],
    ["[12] Doe J. One. 1999", 0],
    ["[Larsen 2019] River gauges", 0],
    ["Text [", 0],
    ["Text {", 0],
    ['// mine\n[{"a":1}]', 1.6],
    ['# mine\n # too\n { "a":1}', 1.6],
    ['/* mine */ /**/[{"a":1}]', 1.6],
    ['x /* mine */ [{"a":1}]', 0],
    ["// mine\nText", 0],
    ['var papers = [{"a":1}];', 1.6],
    ['callback([ {"a":1}])', 1.6],
    ['$.cb( {"a":1})', 1.6],
    ['"x" = [{"a":1}]', 0],
    ["null", 1],
    [" true \n", 1],
    ["-1.5e+7", 1],
    ["42", 1],
    ["42 papers", 0],
    [`42${" ".repeat(998)}`, 0],
    ['"text"', 0],
  ])("%j with sureness %d", (head, sure) => {
    expect(sureness(json, head)).toBe(sure);
  });
  it("by its name, where it is one text", () => {
    expect(sureness(json, ' "text"', "a.json")).toBe(1.3);
    expect(sureness(json, ' "text"', "a.json.gz")).toBe(1.3);
    expect(sureness(json, '"text"', "a.json.txt")).toBe(0);
    expect(sureness(json, 'A "text"', "a.json")).toBe(0);
  });
  it.each([
    ['{"abstract_inverted_index":{}}', "openalex-json"],
    ['{"id":"https://openalex.org/W1"}', "openalex-json"],
    ['{"generator" : "topograph 1.0"}', "topograph-map"],
    ['{"generator":"topograph 1.0"}', "topograph-map"],
    ['{"paperId":"x"}', "semanticscholar-json"],
    ['{"corpusId":7}', "semanticscholar-json"],
    ['{"corpusid":7}', "semanticscholar-json"],
    ['{"message-type":"x","date-parts":[]}', "crossref-json"],
    ['{"is-referenced-by-count":7}', "crossref-json"],
    ['{"container-title":"x"}', "csl-json"],
    ['{"date-parts":[]}', "csl-json"],
    ["{}", "json"],
    [`${" ".repeat(20_000)}{"paperId":"x"}`, "json"],
  ])("%j as %s", (head, name) => {
    expect(jsonFlavour(head)).toBe(name);
  });
});

describe("JSON lines are known", () => {
  it.each([
    ['{"a":1}\n{"b":2}\n', "a.txt", 3],
    ['{"a":1}\n\n {"b":2} \r\n{"c":', "a.txt", 3],
    ['{"a":1}\n{"b":\n{"c":3}\nx\n', "a.txt", 3],
    ['{"a":1}\nx\ny\nz\n', "a.txt", 0],
    ['{"a":1}\n', "a.txt", 0],
    ['{"a":1}\n', "a.jsonl", 3],
    ['  {"a":1}\n', "a.ndjson.gz", 3],
    ['{"a":1}\n', "a.jsonl.txt", 0],
    ['{\n"a": 1\n}\n', "a.jsonl", 0],
    ['{"a":\n1}\n', "a.jsonl", 3],
    ["[1,2]\n[3,4]\n", "a.jsonl", 0],
    ["x {\n", "a.jsonl", 0],
    [`{"a":1}\n${" ".repeat(50_000)}\n{"b":2}\n`, "a.txt", 0],
  ])("%j in %s with sureness %d", (head, name, sure) => {
    expect(sureness(jsonl, head, name)).toBe(sure);
  });
  it("lines that are no objects are told of by number", async () => {
    const text = '{"title":"One"}\n\n  {"title":"Two"},\n[1]\n{"x":1}\n{"title":"Three"}';
    const collection = await read(text, "a.jsonl");
    expect(titles(collection)).toEqual(["One", "Two", "Three"]);
    expect(messages(collection)).toEqual([
      "line 4: line 3: found an array, expected an object with a title; the line was left out",
      "line 5: line 4: no title among the members x; the line was left out",
    ]);
  });
});

describe("what people and programs write", () => {
  it.each([
    ["[NaN, -Infinity, Infinity]", [null, null, null], "Infinity read as null"],
    ["[None, True, False]", [null, true, false], "False read as false"],
    ["[Nonesuch]", undefined, undefined],
    ["[1, 2 ,\n ]", [1, 2], "trailing comma dropped"],
    ['{"a": 1,}', { a: 1 }, "trailing comma dropped"],
    ["[1] // one", [1], "remark dropped"],
    ["[1, // one\n2]", [1, 2], "remark dropped"],
    ["[/* one\n */ 1]", [1], "remark dropped"],
    ["[1\u0001]", [1], "control character dropped"],
    ['["one\n\ttwo"]', ["one two"], "control characters or line ends in a string read as blanks"],
    [
      '["\\alpha \\u00zz \\\\ \\u00e9 \\" \\n"]',
      ['\\alpha \\u00zz \\ é " \n'],
      "a backslash that begins no escape read as itself",
    ],
    ['["None, // NaN ,]", NaN]', ["None, // NaN ,]", null], "NaN read as null"],
    ['["a\\"None\\"", None]', ['a"None"', null], "None read as null"],
    ["[1]", [1], undefined],
    ["[1", undefined, undefined],
  ])("%j is read as %j", (text, value, repaired) => {
    if (value === undefined) expect(() => parseLenient(text)).toThrow(SyntaxError);
    else expect(parseLenient(text)).toEqual({ value, repaired });
  });
  it.each([
    ["Unexpected end of JSON input", "it ends too early (truncated)"],
    ["Unterminated string in JSON at position 7", "it ends too early (truncated)"],
    ["unterminated string", "it ends too early (truncated)"],
    ["end of JSON", "it ends too early (truncated)"],
    ["Unexpected token x in JSON at position 7", "Unexpected token x in JSON at position 7"],
    ["Unexpected token 'x', ...\"a long one\"... is not valid JSON", "Unexpected token 'x'"],
    ["Unexpected token 'x', \"...a long one\" is not valid JSON", "Unexpected token 'x'"],
    ["Unexpected token 'x', \"[x]\" is not valid JSON", "Unexpected token 'x', \"[x]\""],
    [`Unexpected token 'x', "${"y\n".repeat(40)}`, "Unexpected token 'x', "],
  ])("%j is told as %j", (message, told) => {
    expect(reason(new SyntaxError(message))).toBe(told);
    expect(reason(message)).toBe(told);
  });
});

/** [text, titles, messages] */
const TOLD: readonly (readonly [text: string, titles: readonly string[], told: readonly string[]])[] = [
  [
    '[{"title":"One"},\n,\n{"title":"Two"},]',
    ["One", "Two"],
    [
      "line 2: : invalid JSON: a comma with nothing after it; it was passed over",
      "line 3: : invalid JSON: a comma with nothing after it; it was passed over",
    ],
  ],
  [
    '[{"title":"One"},\nnull,\n7, "x",\n{"a":1,"b":2}]',
    ["One"],
    [
      "line 2: item 2: found null, expected an object with a title; the item was left out",
      "line 3: item 3: found a number, expected an object with a title; the item was left out",
      "line 3: item 4: found a string, expected an object with a title; the item was left out",
      "line 4: item 5: no title among the members a, b; the item was left out",
    ],
  ],
  [
    '[{"title":"One"} {"title":"Two, \\"] {"}\n{"title":"Three"}, {"title":"Four"}]',
    ["One", 'Two, "] {', "Three", "Four"],
    [
      "line 1: item 1: invalid JSON: found 3 values with nothing between them, expected one; what can be read was read",
    ],
  ],
  [
    '[\n{"title":"One"},\n{"title":"Two"',
    ["One"],
    [
      "line 3: : invalid JSON: the file ends inside of what begins in line 3 (truncated, or a bracket or quote is missing)",
    ],
  ],
  [
    '[\n{"title":"One},\n{"title":"Two"},\n {"title":"Three"}\n]',
    ["Two", "Three"],
    [
      "line 5: : invalid JSON: the file ends inside of what begins in line 2 (truncated, or a bracket or quote is missing)",
    ],
  ],
  [
    '{"results":[{"title":"One"}, {"title":"Two"}',
    ["One"],
    [
      "line 1: : invalid JSON: the file ends inside of what begins in line 1 (truncated, or a bracket or quote is missing)",
    ],
  ],
  ["\n{}\n", [], ["line 2: : the JSON object is empty: no papers in it"]],
  ['{"results":[]}', [], ["line 1: : the list of records is empty: no papers in it"]],
  ['{"x":[],"y":1}', [], ["line 1: : the list of records is empty: no papers in it"]],
  [
    '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9}',
    [],
    [
      "line 1: : the JSON object is not recognised: no list of records and no title among a, b, c, d, e, f, g, h",
    ],
  ],
  [
    '{"error":"Forbidden","message":"no key","detail":7}',
    [],
    ["line 1: : the service answered with a message instead of papers: Forbidden: no key"],
  ],
  [
    '{"detail":"Not found"}',
    [],
    ["line 1: : the service answered with a message instead of papers: Not found"],
  ],
  [
    '{"columns":["a","b"],\n"data":[[1,2],[3,4]]}',
    [],
    ["line 1: : found 2 arrays, expected objects with titles; left out"],
  ],
  ['{"nodes":[{"title":"One"}],"edges":[{"title":"no paper"}]}', ["One"], []],
  ['{"display_name":"One"}', ["One"], []],
  ['{"title":["One"]}', ["One"], []],
  ['{"Document Title":"One"}', ["One"], []],
  ['{"id":"https://openalex.org/W1","display_name":"One"}', ["One"], []],
  ['[[{"title":"One"}], [ {"title":"Two"}]]', ["One", "Two"], []],
  ['{"data":[["One",2001],["Two",2002]],"columns":["title","year"]}', ["One", "Two"], []],
];

describe("JSON is read and told of", () => {
  it.each(TOLD)("%j", async (text, expected, told) => {
    const collection = await read(text, "a.json");
    expect(titles(collection)).toEqual(expected);
    // What is told of a file without papers is in the refusal too.
    expect(
      collection.files[0].warnings
        .map((w) => `line ${w.line}: ${w.record ?? ""}: ${w.message}`)
        .slice(0, told.length),
    ).toEqual(told);
    if (expected.length > 0) expect(messages(collection)).toHaveLength(told.length);
  });
});

describe("records in a wrapping that is not known", () => {
  const t = (title: string) => ({ title });
  it.each([
    [[t("One")], [t("One")]],
    [[t("One"), 1], [t("One")]],
    [[t("One"), 1, 2], undefined],
    [[], undefined],
    [7, undefined],
    [{ mine: [t("One")], more: [t("Two"), t("Three")], last: [t("Four")] }, [t("Two"), t("Three")]],
    [{ first: [t("One")], second: [t("Two")] }, [t("One")]],
    [{ a: { b: { c: [t("One")] } } }, [t("One")]],
    [{ a: { b: { c: { d: [t("One")] } } } }, undefined],
    // What lies higher goes before what lies deeper.
    [{ top: [t("One")], deep: { list: [t("Two"), t("Three")] } }, [t("One")]],
    // Under their ids.
    [{ p1: t("One"), p2: t("Two") }, [t("One"), t("Two")]],
    [{ p1: t("One") }, undefined],
    [{ p1: t("One"), p2: t("Two"), x: 1 }, undefined],
    [{ p1: t("1"), p2: t("2"), p3: t("3"), p4: t("4"), x: 1 }, [t("1"), t("2"), t("3"), t("4")]],
    // By column.
    [
      { title: { a: "One", b: "Two" }, year: { b: 2002, c: 2003 }, n: 7, none: null },
      [{ title: "One" }, { title: "Two", year: 2002 }],
    ],
    [{ Titel: ["One", "Two"], year: [2001] }, [{ Titel: "One", year: 2001 }, { Titel: "Two" }]],
    [{ title: ["One"], year: [2001] }, undefined],
    [{ title: "One", year: [2001, 2002] }, undefined],
    // With the names of columns in one list.
    [
      { columns: ["title", 7], data: [["One", 1], "x", ["Two"]] },
      [
        { title: "One", 7: 1 },
        { title: "Two", 7: undefined },
      ],
    ],
    [{ columns: ["x", 7], data: [["One"]] }, undefined],
    [{ columns: "title", data: [["One"]] }, undefined],
    [{ columns: ["title"], data: "One" }, undefined],
  ])("%j: %j", (document, records) => {
    expect(findRecords(document)).toEqual(records);
  });
  it.each([
    "title",
    "TITLE",
    "Document Title",
    "documenttitle",
    "articletitle",
    "article title",
    "Titel",
    "titre",
    "título",
    "题名",
  ])("%s is a title", (name) => {
    expect(findRecords([{ id: 1, [name]: "One" }])).toHaveLength(1);
  });
  it.each(["subtitle", "titles", "name"])("%s is none", (name) => {
    expect(findRecords([{ id: 1, [name]: "One" }])).toBeUndefined();
  });
});
