import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narrowRuns } from "../../src/read/narrow.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const pieces = (bytes: Uint8Array) => narrowRuns(bytes).map((run) => new TextDecoder().decode(run));

describe("narrowRuns", () => {
  const long = `${"plain and accented: Müller. ".repeat(200)}\n`;

  it("sets a line with a dash apart from long runs of lines without", () => {
    expect(pieces(utf8(`${long}a – b\n${long}`))).toEqual([long, "a – b\n", long]);
  });

  it("leaves short runs with the wide lines around them", () => {
    expect(pieces(utf8(`– one\ntwo\n– three\n${long}`))).toEqual(["– one\ntwo\n– three\n", long]);
  });

  it("needs no line ends, and takes text of wide characters as one piece", () => {
    expect(pieces(utf8("深度学习".repeat(5000)))).toHaveLength(1);
    expect(pieces(utf8(""))).toEqual([""]);
  });

  it("the pieces join to the text, wherever the bytes begin in memory; those without wide lines have no wide character", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constant(long),
            fc.constant("short\n"),
            fc.string({ unit: "grapheme", maxLength: 20 }),
            fc.constant("– \n"),
          ),
          { maxLength: 12 },
        ),
        fc.nat(3),
        (parts, shift) => {
          const text = parts.join("");
          const bytes = utf8(`${" ".repeat(shift)}${text}`).subarray(shift);
          const cut = pieces(bytes);
          expect(cut.join("")).toBe(text.replace(/^\ufeff/, ""));
          // Of two neighbours, one is narrow: else they would be one piece.
          const wide = cut.map((piece) => /[^\0-\xff]/.test(piece));
          for (let i = 1; i < wide.length; i++) expect(wide[i] && wide[i - 1]).toBe(false);
        },
      ),
      { seed: 3, numRuns: 300 },
    ));
});
