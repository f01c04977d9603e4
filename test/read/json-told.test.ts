import { describe, expect, it } from "vitest";
import { findRecords } from "../../src/read/json/find-list.ts";
import { messages, read, titles } from "./reading.ts";

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
