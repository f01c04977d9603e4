import { describe, expect, it } from "vitest";
import { json, jsonFlavour } from "../../src/read/formats/json.ts";
import { jsonl } from "../../src/read/formats/jsonl.ts";
import { parseLenient, reason } from "../../src/read/json/items.ts";
import { messages, read, sureness, titles } from "./reading.ts";

describe("JSON is known", () => {
  it.each([
    ['[{"title":"One"}]', 2.5],
    [' [ ["title"] ]', 2],
    ['["a"]', 2],
    ["[]", 2],
    ['{ "a":1}', 2.5],
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
