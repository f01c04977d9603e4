import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { citationEdges, citerRows, referenceRows } from "../../src/edges/citation.ts";
import {
  citedReferenceKey,
  printedKey,
  saysNothing,
  titleKeysIn,
  yearOf,
} from "../../src/edges/reference-keys.ts";
import { resolveReferences } from "../../src/edges/references.ts";
import { findDoi } from "../../src/model/doi.ts";
import { paper } from "../paper.ts";

describe("keys of a reference", () => {
  test.each([
    [
      "Bai W, 2015, MACROMOLECULES, V48, P8574, DOI 10.1021/acs.macromol.5b02174",
      "10.1021/acs.macromol.5b02174",
    ],
    ["BUSCHOW KHJ, 1983, J MAGN, V38, P1, DOI 10.1016/0304-8853(83)90097-5", "10.1016/0304-8853(83)90097-5"],
    ["(see https://doi.org/10.1000/ABC.1)", "10.1000/abc.1"],
    ["https://openalex.org/W2741809807", undefined],
  ])("findDoi(%s)", (reference, doi) => {
    expect(findDoi(reference)).toBe(doi);
  });

  test("a cited-reference string is surname, initial, year, volume and page; the source's abbreviation varies", () => {
    const key = "cr:bai|w|2015|v48p8574";
    expect(citedReferenceKey("Bai W, 2015, MACROMOLECULES, V48, P8574")).toBe(key);
    expect(citedReferenceKey("Bai, W., 2015, Macromol., V48, P8574, DOI 10.1/x")).toBe(key);
    expect(citedReferenceKey("Gowd E. B., 2010, IOP C SER MAT SCI EN, V14")).toBe(
      "cr:gowde|b|2010|iopcsermatscienv14",
    );
    expect(citedReferenceKey("W2741809807")).toBeUndefined();
  });

  test("a title is found between authors and journal, also when it holds a comma", () => {
    const reference =
      "Chen L., Vision, Language and the Weather of the North, Journal of Things, 4, pp. 1-2, (2015)";
    expect(titleKeysIn(reference)).toContain("title:visionlanguageandtheweatherofthenorth");
  });
});

describe("years, printed forms and empty references", () => {
  test.each([
    ["Poe E., A study, Proc. of the 2021 Conference, pp. 1682-1687", 2021],
    ["Poe, E. (2009a). A study of 1984. Letters, 3(2), 1-10.", 2009],
    ["Poe E., A study, J. Letters, 3, pp. 10-12, (2009)", 2009],
    ["Poe E., A study", undefined],
  ])("yearOf(%s)", (reference, year) => {
    expect(yearOf(reference)).toBe(year);
  });
  test("one work printed in two ways has one key: first author, year, beginning of the title", () => {
    const key = "printed:donohod|2017|50yearsofdatascience";
    expect(
      printedKey(
        "Donoho D., 50 years of data science, Journal of Computational and Graphical Statistics, 26, 4, pp. 745-766, (2017)",
      ),
    ).toBe(key);
    expect(
      printedKey("Donoho D., Roe A.B., 50 Years of Data Science, J. Comp. Graph. Stat., 26, (2017)"),
    ).toBe(key);
    expect(printedKey("Donoho D, 2017, J COMPUT GRAPH STAT, V26, P745")).toBeUndefined();
  });
  test("a year alone is no work", () => {
    expect(["(2018)", " ", "2018.", "[2018a]"].map(saysNothing)).toEqual([true, true, true, true]);
    expect(["W2018", "10.1/a", "20181", "(2018) X"].map(saysNothing)).toEqual([false, false, false, false]);
  });
  test("works outside are counted together with and without their DOI, and however they are printed", () => {
    const citing = (title: string, ...references: string[]) => paper({ title, references });
    const { missing, works } = resolveReferences([
      citing("First of the citing papers", "Poe E, 2009, LETTERS, V3, P1, DOI 10.1000/x", "(2018)"),
      citing("Second of the citing papers", "Poe E, 2009, LETTERS, V3, P1"),
      citing("Third of the citing papers", "https://doi.org/10.1000/X"),
      citing("Fourth of the citing papers", "Roe A., A study of rivers, Letters, 3, pp. 1-2, (2009)"),
      citing("Fifth of the citing papers", "Roe A., A Study of Rivers, J. Lett., (2009)"),
    ]);
    expect(works).toBe(5 + 2);
    expect(missing.map(({ count }) => count)).toEqual([3, 2]);
  });
});

describe("resolveReferences", () => {
  const papers = [
    paper({
      title: "A study of quite particular things",
      id: "WOS:1",
      doi: "10.1/a",
      references: ["10.1/b", "https://doi.org/10.1/B", "WOS:1", "Elsewhere X, 1999, NATURE, V1, P2", ""],
    }),
    paper({
      title: "Another study of other things entirely",
      id: "WOS:2",
      doi: "10.1/b",
      year: 2010,
      references: [
        "Poe E., A Study of Quite Particular Things, J. Letters, 3, (2009)",
        "Elsewhere X., 1999, Nature, V1, P2",
      ],
    }),
    paper({
      title: "constructor",
      references: ["__proto__", "Another study of other things entirely, 1950"],
    }),
  ];
  const found = resolveReferences(papers);

  test("by DOI whatever its case and resolver, by title within a string, never to itself, each work once", () => {
    expect([...citationEdges(found).source]).toEqual([0, 1]);
    expect([...citationEdges(found).target]).toEqual([1, 0]);
  });

  test("every listed reference is accounted for", () => {
    // listed 9: inside 0→1, 1→0; outside: Elsewhere twice (0 and 1), __proto__, the 1950 namesake; repeated 10.1/B; self WOS:1; empty.
    expect(found.counts).toEqual({ listed: 9, inside: 2, outside: 4, self: 1, repeated: 1, empty: 1 });
    expect(found.counts.inside + found.counts.outside).toBe(found.work.length);
  });

  test("a reference that names another year is another work of the same title", () => {
    expect([...found.work.subarray(found.start[2], found.start[3])].every((w) => w >= papers.length)).toBe(
      true,
    );
  });

  test("works outside that two papers cite are listed as missing", () => {
    expect(found.missing).toEqual([{ reference: "Elsewhere X, 1999, NATURE, V1, P2", count: 2 }]);
  });

  test("an id that two papers share resolves to neither", () => {
    const twins = [
      paper({ title: "One", id: "same" }),
      paper({ title: "Two", id: "same" }),
      paper({ title: "Three", references: ["same"] }),
    ];
    expect(resolveReferences(twins).counts).toMatchObject({ inside: 0, outside: 1 });
  });
});

describe("coupling and co-citation rows", () => {
  // a and b both cite x (outside); c cites a and b.
  const papers = [
    paper({ title: "a", references: ["x y 1", "only a"] }),
    paper({ title: "b", references: ["x y 1"] }),
    paper({ title: "c", references: ["a", "b"] }),
    paper({ title: "d", references: ["a", "b"] }),
  ];
  const references = resolveReferences(papers);

  test("works cited once couple nothing; a row of one work has weight 1", () => {
    const rows = referenceRows(references);
    expect([...rows.start]).toEqual([0, 1, 2, 4, 6]);
    expect(rows.value[0]).toBe(1);
    expect(rows.value[2] * rows.value[2] + rows.value[3] * rows.value[3]).toBeCloseTo(1, 6);
  });

  test("a and b are both cited by c and d", () => {
    const rows = citerRows(references);
    expect([...rows.start]).toEqual([0, 2, 4, 4, 4]);
    expect([...rows.column]).toEqual([2, 3, 2, 3]);
  });
});

const VISPUBDATA = "../shared/corpora/vispubdata.jsonl.gz";

test.skipIf(!existsSync(VISPUBDATA))(
  "vispubdata: the links the collection states are all found, and no other",
  () => {
    const records = gunzipSync(readFileSync(VISPUBDATA))
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; title: string; doi?: string; references: string[] });
    const ids = new Set(records.map((r) => r.id));
    const stated = new Set(
      records.flatMap((r) => r.references.filter((x) => ids.has(x) && x !== r.id).map((x) => `${r.id} ${x}`)),
    );
    const edges = citationEdges(
      resolveReferences(
        records.map((r) =>
          paper({ id: r.id, title: r.title, references: r.references, ...(r.doi ? { doi: r.doi } : {}) }),
        ),
      ),
    );
    const got = Array.from(edges.source, (s, e) => `${records[s].id} ${records[edges.target[e]].id}`);
    expect(new Set(got)).toEqual(stated);
    expect(stated.size).toBeGreaterThan(5000);
  },
);
