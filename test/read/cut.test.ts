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
