import { describe, expect, test } from "vitest";
import type { Collection } from "../../src/model/collection.ts";
import { fieldValue } from "../../src/model/field.ts";
import { dateNotation } from "../../src/read/columns/dates.ts";
import { numberNotation } from "../../src/read/columns/numbers.ts";
import { fieldStore } from "../../src/read/columns/store.ts";
import { readPapers } from "../../src/read/read.ts";
import { facetOf } from "../../src/scene/scale/facet.ts";
import { paintOf } from "../../src/scene/scale/paint.ts";
import { read, source } from "./reading.ts";

/** What fields hold: name → type and the value of each paper. */
function said({ papers, fields = [] }: Collection): Record<string, unknown[]> {
  return Object.fromEntries(
    fields.map((field) => [field.name, [field.type, ...papers.map((_, i) => fieldValue(field, i))]]),
  );
}

const numbers = (...texts: string[]) => {
  const notation = numberNotation(texts);
  return notation && [...texts.map(notation.read), notation.unit];
};

describe("a column is one of numbers where all its texts are, by one notation", () => {
  test("points, exponents, signs", () => {
    expect(numbers("12", "-1.5", "1e-3", "+2", "−4")).toEqual([12, -1.5, 0.001, 2, -4, ""]);
  });
  test("commas before decimals", () => {
    expect(numbers("12,5", "1.234", "0,75")).toEqual([12.5, 1234, 0.75, ""]);
    expect(numbers("1 234,5", "2\u202f000")).toEqual([1234.5, 2000, ""]);
  });
  test("thousands in groups: a comma before three digits in all of them", () => {
    expect(numbers("1,234", "12", "1,234,567.5")).toEqual([1234, 12, 1234567.5, ""]);
    expect(numbers("1'234.5", "7")).toEqual([1234.5, 7, ""]);
    expect(numbers("1,234", "12,5")).toEqual([1.234, 12.5, ""]);
  });
  test("a unit, the same of all", () => {
    expect(numbers("12,5 kg", "3 kg")).toEqual([12.5, 3, "kg"]);
    expect(numbers("45%", "7 %")).toEqual([45, 7, "%"]);
    expect(numbers("€12", "€1,200")).toEqual([12, 1200, "€"]);
    expect(numbers("3 kg", "4 g")).toBeUndefined();
    expect(numbers("3 kg", "4")).toBeUndefined();
  });
  test.each([["007"], ["12", "12a"], ["1.2.3"], ["12345678901234567890"], ["1-5"], [""], ["1,23,456.7.8"]])(
    "not %j",
    (...texts) => expect(numbers(...texts)).toBeUndefined(),
  );
});

const dates = (...texts: string[]) => {
  const read = dateNotation(texts, "when");
  return read && texts.map(read);
};

describe("a column is one of dates where all its texts are", () => {
  test("six notations beside each other, each as exact as it is", () => {
    expect(
      dates(
        "2014-05-12",
        "2014/05/12",
        "12.5.2014",
        "13/05/2014",
        "12 May 2014",
        "May 12, 2014",
        "2014 May",
        "2014-05",
        "2014",
        "2014-05-12T10:00:00Z",
      ),
    ).toEqual([
      "2014-05-12",
      "2014-05-12",
      "2014-05-12",
      "2014-05-13",
      "2014-05-12",
      "2014-05-12",
      "2014-05",
      "2014-05",
      "2014",
      "2014-05-12T10:00:00Z",
    ]);
  });
  test("RIS's, with its empty parts", () => {
    expect(dates("2014/05/12/", "2014/05//", "2014///")).toEqual(["2014-05-12", "2014-05", "2014"]);
  });
  test("day or month first: the column has to show it", () => {
    expect(dates("05/31/2014", "01/02/2014")).toEqual(["2014-05-31", "2014-01-02"]);
    expect(dates("31/05/2014", "01/02/2014")).toEqual(["2014-05-31", "2014-02-01"]);
    expect(dates("01/02/2014", "03/04/2014")).toBeUndefined();
    expect(dates("31/05/2014", "05/31/2014")).toBeUndefined();
  });
  test.each([["2014", "2015"], ["2014-02-30"], ["2014-13"], ["12 Mai 2014"], ["soon", "2014-05"]])(
    "not %j",
    (...texts) => expect(dates(...texts)).toBeUndefined(),
  );
  test("eight digits only in a column that is called a date", () => {
    expect(dateNotation(["20140512"], "PMID")).toBeUndefined();
    expect(dateNotation(["20140512"], "Date added")?.("20140512")).toBe("2014-05-12");
  });
});

describe("fields of a collection", () => {
  test("every column of a table that is not used otherwise, with its type", async () => {
    const collection = await read(
      'title,year,country,score,tags,ok,when,note\nOne,2014,DE,"1,5",a; b,true,2014-05,x\nTwo,2015,,2,b,FALSE,,\n',
      "a.csv",
    );
    expect(said(collection)).toEqual({
      country: ["category", "DE", undefined],
      score: ["number", 1.5, 2],
      tags: ["list", ["a", "b"], ["b"]],
      ok: ["boolean", true, false],
      when: ["date", "2014-05", undefined],
      note: ["category", "x", undefined],
    });
  });

  test("names are names: __proto__, constructor, one twice, none", async () => {
    const collection = await read("title,__proto__,constructor,x,x,\nOne,a,b,c,d,e\n", "a.csv");
    expect([...(collection.fields ?? [])].map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
      "x",
      "x (2)",
      "column 6",
    ]);
  });

  test("records of one paper are united: the first value counts, lists are joined, files are said", async () => {
    const one =
      "TY  - JOUR\nTI  - A title of some length\nDO  - 10.1000/a\nVL  - 7\nC1  - first\nSN  - 1234-5678\nER  - \n";
    const two = one
      .replace("first", "second")
      .replace("1234-5678", "8765-4321")
      .replace("VL  - 7", "IS  - 3");
    const collection = await readPapers([source("a.ris", one), source("b.ris", two)]);
    expect(said(collection)).toMatchObject({
      C1: ["category", "first"],
      issn: ["list", ["1234-5678", "8765-4321"]],
      volume: ["number", 7],
      issue: ["number", 3],
      source: ["list", ["a.ris", "b.ris"]],
    });
  });

  test("what is not kept is told of: names that were not asked for, and values too long", async () => {
    const table = `title,a,b\nOne,1,2\nTwo,${"x".repeat(20_001)},3\n`;
    expect(await read(table, "a.csv", { fields: new Set(["b"]) })).toMatchObject({
      fields: [{ name: "b" }],
      leftOut: [{ name: "a", reason: expect.stringContaining("--fields") }],
    });
    expect((await read(table, "a.csv")).leftOut).toEqual([
      { name: "a", reason: "1 value is longer than 20000 characters" },
    ]);
    expect(await read(table, "a.csv", { fields: "none" })).not.toHaveProperty("fields");
  });

  test("ten thousand columns: the first thousand are kept", async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `c${i}`);
    const { fields, leftOut } = await read(`title,${names.join()}\nOne${",1".repeat(10_000)}\n`, "a.csv");
    expect([fields?.length, leftOut?.length]).toEqual([1000, 9000]);
  });

  test("a megabyte in every cell of a column: each is told of, the other columns are kept", async () => {
    const rows = ["One", "Two", "Three"].map((title) => `${title},${title[0].repeat(1_000_000)},x\n`);
    const collection = await read(`title,long,short\n${rows.join("")}`, "a.csv");
    expect(said(collection)).toEqual({ short: ["category", "x", "x", "x"] });
    expect(collection.leftOut).toEqual([
      { name: "long", reason: "3 values are longer than 20000 characters" },
    ]);
  });

  test("records of papers that were read before: the first value counts, lists are united, gaps are filled", () => {
    const store = fieldStore();
    const add = (paper: number, text: string, items: readonly string[]) =>
      store.add(paper, [
        ["text", text],
        ["list", items],
      ]);
    add(0, "a", ["x"]);
    add(2, "c", []);
    add(3, " ", ["y"]);
    add(2, "other", ["z"]);
    add(1, "b", ["x"]);
    add(3, "d", ["y", "w"]);
    add(4, "e", ["v"]);
    add(1, "other", ["u"]);
    const [text, list] = store.finish(5).fields;
    const rows = [0, 1, 2, 3, 4].map((i) => [fieldValue(text, i), fieldValue(list, i)]);
    expect(rows).toEqual([
      ["a", ["x"]],
      ["b", ["x", "u"]],
      ["c", ["z"]],
      ["d", ["y", "w"]],
      ["e", ["v"]],
    ]);
  });

  test("100,000 values of one field: each is kept, seven have colours, all others one", () => {
    const store = fieldStore();
    const count = 200_000;
    for (let i = 0; i < count; i++)
      store.add(i, [
        ["id", `a ${i >> 1}`],
        ["words", [`w${i >> 1}`, "all"]],
      ]);
    const [id, words] = store.finish(count).fields;
    expect([id.type, words.type]).toEqual(["category", "list"]);
    expect([facetOf(id).names.length, facetOf(words).names.length]).toEqual([100_000, 100_001]);
    expect([fieldValue(id, count - 1), fieldValue(words, 0)]).toEqual(["a 99999", ["w0", "all"]]);
    const { classes } = paintOf(id, false);
    expect(classes.map(({ what, count }) => [what, count]).slice(-2)).toEqual([
      ["value", 2],
      ["others", 199_986],
    ]);
  });
});
