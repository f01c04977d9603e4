import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { findPaper } from "../../src/cli/find-paper.ts";
import { openInputs } from "../../src/cli/inputs.ts";
import { errorText, fileWarnings, oneLine, warningLine } from "../../src/cli/messages.ts";
import { checkOutputs, writeOutputs } from "../../src/cli/outputs.ts";
import { progressLine } from "../../src/cli/progress.ts";
import { share } from "../../src/cli/share.ts";
import { suggest } from "../../src/cli/suggest.ts";
import { TopographError } from "../../src/model/errors.ts";
import { anyText, sampleMap } from "../sample-map.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text = ""): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("outputs", () => {
  test("all are written, nothing else is left", () => {
    const [a, b] = [join(folder, "out/ä b.json"), join(folder, "out/b.gexf")];
    mkdirSync(join(folder, "out"));
    writeOutputs([
      { path: a, chunks: () => ["one ", "two"] },
      { path: b, chunks: () => [new TextEncoder().encode("bytes")] },
    ]);
    expect(readFileSync(a, "utf8")).toBe("one two");
    expect(readdirSync(join(folder, "out"))).toEqual(["b.gexf", "ä b.json"]);
  });

  test("one that fails at any point leaves the old files whole and nothing half-written", () => {
    const old = file("keep/a.json", "old");
    for (let failAt = 0; failAt < 20; failAt++) {
      const chunks = function* () {
        for (let k = 0; k < 20; k++) {
          if (k === failAt) throw new Error("the writer broke");
          yield "new ".repeat(5000);
        }
      };
      const first = { path: old, chunks: () => ["new"] };
      expect(() => writeOutputs([first, { path: join(folder, "keep/b.json"), chunks }])).toThrow("broke");
      expect(readFileSync(old, "utf8")).toBe("old");
      expect(readdirSync(join(folder, "keep"))).toEqual(["a.json"]);
    }
  });

  test("a missing folder, a folder in the place of the file: said before any work", () => {
    expect(() => checkOutputs([join(folder, "nowhere/a.json")], [])).toThrow("its folder does not exist");
    expect(() => checkOutputs([folder], [])).toThrow("is a folder");
    expect(() => writeOutputs([{ path: join(folder, "nowhere/a.json"), chunks: () => [] }])).toThrow(
      TopographError,
    );
  });
});

describe("inputs", () => {
  test("files, folders at any depth without hidden files, patterns", () => {
    for (const name of ["in/a.bib", "in/deep/b.ris", "in/.hidden", "in/.git/x"]) file(name);
    const names = (...words: string[]) =>
      openInputs(words.map((word) => join(folder, word))).map(({ name }) => name);
    expect(names("in")).toEqual(["a.bib", "b.ris"]);
    expect(names("in/*.bib", "in/deep/b.ris")).toEqual(["a.bib", "b.ris"]);
    expect(names("in/**/*.ris")).toEqual(["b.ris"]);
  });

  test("what cannot be opened is said, with a near name", () => {
    file("near/references.bib");
    expect(() => openInputs([join(folder, "near/refernces.bib")])).toThrow("did you mean");
    expect(() => openInputs([join(folder, "*.nothing")])).toThrow("no file matches");
    expect(() => openInputs(["-", "-"])).toThrow("named twice");
    mkdirSync(join(folder, "empty"));
    expect(() => openInputs([join(folder, "empty")])).toThrow("holds no file");
  });

  test("a source can be read twice", async () => {
    const [source] = openInputs([file("twice.txt", "hello")]);
    for (let k = 0; k < 2; k++) {
      let text = "";
      for await (const chunk of source.chunks()) text += new TextDecoder().decode(chunk);
      expect(text).toBe("hello");
    }
  });

  test("patterns never hang or throw", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("*", "?", "[", "]", "!", "a", ".", "\\", "(") }),
        (pattern) => {
          try {
            expect(openInputs([join(folder, pattern)])).not.toEqual([]);
          } catch (error) {
            expect(error).toBeInstanceOf(TopographError);
          }
        },
      ),
    );
  });
});

describe("messages", () => {
  test("file, line, record; control characters as escapes", () => {
    expect(warningLine({ file: "a.bib", line: 3, record: "x\x1b[2J", message: "bad\nthing\x07" })).toBe(
      "warning: a.bib, line 3, record x\\x1b[2J: bad thing\\x07\n",
    );
    const where = (record: string) => warningLine({ file: "a.csv", line: 3, record, message: "odd" });
    expect(where("row 2")).toBe("warning: a.csv, line 3, row 2: odd\n");
    expect(where("line 3")).toBe("warning: a.csv, line 3: odd\n");
    expect(where("record of 1990")).toBe("warning: a.csv, line 3, record record of 1990: odd\n");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(text)).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
      }),
    );
  });

  test("more than were kept are counted", () => {
    const report = { name: "a.bib", format: "bibtex", encoding: "utf-8", sha256: "", papers: 1 };
    const warnings = [{ file: "a.bib", message: "odd" }];
    expect(fileWarnings({ ...report, warnings, warningCount: 31 })).toBe(
      "warning: a.bib: odd\nwarning: a.bib: 31 warnings in all; 30 more are not shown\n",
    );
    expect(fileWarnings({ ...report, warnings: [], warningCount: 0, refusal: "it is a PDF" })).toContain(
      "no paper could be read: it is a PDF",
    );
  });

  test("errors meant for people are shown as they are, others never with a stack", () => {
    expect(errorText(new TopographError("input", "no"))).toBe("error: no\n");
    expect(errorText(new Error("oops"))).toMatch(/^error: Topograph failed: oops\. This is a bug.*\n$/);
  });

  test("progress: stage, share of the whole, time left", () => {
    expect(progressLine("read", 0.5, 0.2)).toBe("reading         4 %");
    // read, text and edges are 61 %: 6 s for them leave 3.8
    expect(progressLine("topics", 0, 6)).toBe("finding topics  61 %  about 4 s left");
    expect(progressLine("write", 1, 600)).toContain("100 %");
  });

  test("suggestions are near or none", () => {
    expect(suggest("neigbours", ["neighbours", "title"])).toBe("neighbours");
    expect(suggest("xyzzy", ["neighbours", "title"])).toBeUndefined();
  });
});

describe("papers by key, id, DOI or a part of the title", () => {
  const map = sampleMap();
  test.each([
    ["p2", 1],
    ["hash:1", 1],
    ["ref2", 2],
    ["10.1/A", 0],
    ["https://doi.org/10.1/a", 0],
    ["TITLE  3", 3],
    ["le 2", 2],
  ])("%s is paper %i", (word, index) => expect(findPaper(map, word)).toBe(index));

  test("several and none are said", () => {
    expect(() => findPaper(map, "title")).toThrow('4 titles hold "title": p1 "Title 0", p2');
    expect(() => findPaper(map, "p9")).toThrow("no paper has");
    expect(() => findPaper(map, "")).toThrow("no paper has");
  });
});

test("share: typed arrays at any depth become shared memory, one that stands in several places once; everything else stays", () => {
  const column = Uint32Array.of(1, 2, 3);
  const given = {
    rows: { column, part: column.subarray(1) },
    again: column,
    list: [Float32Array.of(0.5)],
    text: "x",
    none: undefined,
  };
  const shared = share(given);
  expect(shared).toEqual(given);
  expect(shared.rows.column.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...shared.rows.part]).toEqual([2, 3]);
  expect(shared.again).toBe(shared.rows.column);
});
