import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { rowCutter } from "../../src/read/csv/cut.ts";

function cut(text: string, size = text.length || 1, delimiter = ",") {
  const rows: string[][] = [];
  const lines: number[] = [];
  const unclosed: number[] = [];
  const cutter = rowCutter(
    delimiter,
    true,
    (cells, line) => {
      rows.push(cells);
      lines.push(line);
    },
    (line) => unclosed.push(line),
  );
  for (let at = 0; at < text.length; at += size) cutter.push(text.slice(at, at + size));
  cutter.end();
  return { rows, lines, unclosed };
}

describe("rows of cells", () => {
  it("quotes hold delimiters, line ends and doubled quotes; lines are those of the file", () => {
    expect(cut('a,b\n"x, ""y""","two\nlines"\nc,\n')).toEqual({
      rows: [
        ["a", "b"],
        ['x, "y"', "two\nlines"],
        ["c", ""],
      ],
      lines: [1, 2, 4],
      unclosed: [],
    });
  });
  it("a quote that never closes is a letter: the row ends with its line", () => {
    expect(cut('"a,b\nc,d')).toEqual({
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
      lines: [1, 2],
      unclosed: [1],
    });
  });
  it("a quote that would swallow the beginning of a quoted cell further on is a letter", () => {
    expect(cut('"a,b\n"c","d"\n')).toEqual({
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
      lines: [1, 2],
      unclosed: [1],
    });
  });

  it.each([
    ["a,b", [["a", "b"]], []],
    ["a,b\n", [["a", "b"]], []],
    ["a,", [["a", ""]], []],
    ["a,\n", [["a", ""]], []],
    ["", [], []],
    ["\n \na\n\n", [["a"]], []],
    [",\n", [["", ""]], []],
    ['"a" ,  "b" \n', [["a", "b"]], []],
    ['"a", b', [["a", " b"]], []],
    ['a"b,"c""d"', [['a"b', 'c"d']], []],
    ['"a"', [["a"]], []],
    ['"a" ', [["a"]], []],
    ['""', [], []],
    ['"",""', [["", ""]], []],
    ['""""', [['"']], []],
    ['"a\\"b","c"', [['a"b', "c"]], []],
    ['"say "hi" now",b', [['say "hi" now', "b"]], []],
    ['"two\nlines "hi" more",b', [['two\nlines "hi" more', "b"]], []],
    // A quote that does not close is a letter; the next line is a row of its own.
    [
      'x,"a\nb,c\n',
      [
        ["x", "a"],
        ["b", "c"],
      ],
      [1],
    ],
    ['"a\n"b","c"\n', [["a"], ["b", "c"]], [1]],
    ['"a\nx,"b",c\n', [["a"], ["x", "b", "c"]], [1]],
    ['"a\n"b\nc', [["a"], ["b"], ["c"]], [1, 2]],
  ])("%j", (text, rows, unclosed) => {
    for (const size of [1, 2, 3, 100]) {
      const found = cut(text, size);
      expect([found.rows, found.unclosed]).toEqual([rows, unclosed]);
    }
  });
  it("a row has the line where it begins, behind blank lines and cells of several", () => {
    const text = 'a\n\n"two\nlines",b\nc,"three\n\nlines"\nd';
    for (const size of [1, 2, 5, 100]) expect(cut(text, size).lines).toEqual([1, 3, 5, 8]);
  });
  it("where quotes mean nothing they are letters", () => {
    const rows: string[][] = [];
    const cutter = rowCutter(
      "\t",
      false,
      (cells) => rows.push(cells),
      () => undefined,
    );
    cutter.push('"a\t"b"\n');
    cutter.end();
    expect(rows).toEqual([['"a', '"b"']]);
  });

  const cell = fc.string({ unit: fc.constantFrom("a", "é", "深", '"', ",", "\n", " ", ";"), maxLength: 8 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  const write = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n");

  it("reads back whatever is written with quotes, as papaparse does, in any split", () =>
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const text = write(rows);
        expect(cut(text, size).rows).toEqual(rows);
        expect(Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" }).data).toEqual(rows);
      }),
      { seed: 6, numRuns: 300 },
    ));
  it("any text gives the same rows in any split", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " "), maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (text, size) => {
          expect(cut(text, size)).toEqual(cut(text));
        },
      ),
      { seed: 6, numRuns: 2000 },
    ));
});
