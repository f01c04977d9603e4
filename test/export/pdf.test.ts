import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedFonts } from "../../src/build/fonts.ts";
import { openFaces } from "../../src/export/faces.ts";
import { type Fonts, type PdfPage, pdfOf } from "../../src/export/pdf.ts";
import { runsOf } from "../../src/export/pdf-text.ts";
import { pictureScene } from "../../src/export/picture.ts";
import type { Mark, TextMark } from "../../src/scene/mark.ts";
import { marksOf, pictureSize } from "../../src/scene/marks.ts";
import { roundTopics } from "../scene/map.ts";
import { streamsOf, textOf } from "./read-pdf.ts";

/** Latin, extended Latin, Greek and Cyrillic, in this order. */
const of = (weight: number) =>
  [...shippedFonts()].filter(([name]) => name.endsWith(`-${weight}.woff`)).map(([, bytes]) => bytes);
const FONTS: Fonts = { regular: of(400), bold: of(700) };

const fileOf = (pages: readonly PdfPage[], title = "") => Buffer.concat(pdfOf(pages, FONTS, title));

const line = (text: string): TextMark => ({
  shape: "text",
  text,
  x: 10,
  y: 20,
  size: 12,
  weight: 400,
  color: "#102030",
  isCentered: false,
});
const pageOf = (...marks: Mark[]): PdfPage => ({ marks, width: 100, height: 100 });

describe("runsOf", () => {
  const faces = openFaces(FONTS.regular, "regular");
  const runs = (text: string) => runsOf(text, faces).map((run) => [run.face.name.slice(-1), run.text]);

  test("each letter is set in the first face that has it, together with its marks", () => {
    expect(runs("Łódź α")).toEqual([
      ["2", "Ł"],
      ["1", "ód"],
      ["2", "ź"],
      ["1", " "],
      ["3", "α"],
    ]);
    // Composed where there is a letter for it: e + U+0301 is é, of the Latin face.
    expect(runs("e\u0301")).toEqual([["1", "é"]]);
  });

  test("what no face has is set without its marks, as its compatible form, or as a question mark", () => {
    expect(runs("q\u20d7")).toEqual([["1", "q"]]);
    expect(runs("ﬁ Ⅳ")).toEqual([["1", "fi IV"]]);
    expect(runs("漢")).toEqual([["1", "?"]]);
    expect(runs("a\0\tb\ud800")).toEqual([["1", "ab"]]);
  });
});

describe("pdfOf", () => {
  const map = { ...roundTopics(60, 4), title: "Maps (and) <graphs> – ž" };
  const scene = pictureScene(map, { width: 1000, height: 700 });
  const page = { marks: [...marksOf(scene)], ...pictureSize(scene, {}) };

  test("pages are as large as their pixels: 1000 × 700 at 96 to the inch are 750 × 525 points", () => {
    const file = fileOf([page, { ...page, scale: 2 }], map.title).toString("latin1");
    expect(file).toContain("/Count 2");
    expect(file).toContain("/MediaBox [0 0 750 525]");
    expect(file).toContain("/MediaBox [0 0 1500 1050]");
  });

  test("its text is text: topics and title can be found, once, though halos are drawn under them", () => {
    const text = textOf(fileOf([page], map.title));
    expect(text).toContain("Maps (and) <graphs> – ž");
    expect(text.split("Topic of the number 3").length).toBe(
      textsOf(page.marks).split("Topic of the number 3").length,
    );
    expect(text).not.toContain("undefined");
  });

  test("the same marks give the same bytes, in every engine and version: these", () => {
    const color = "#4e79a7";
    const page = pageOf(
      { shape: "box", x: 0, y: 0, width: 100, height: 100, color: "#fbfbf9" },
      { shape: "area", rings: [Float32Array.of(10, 10, 60, 20, 40, 70)], color, fill: 0.2, line: 0.5 },
      { shape: "line", x1: 5, y1: 5, x2: 90, y2: 50.5, color, width: 1.5, alpha: 0.25 },
      { shape: "dot", x: 50, y: 60, radius: 6, color, ring: 1.5, ringColor: "#ffffff", paper: 0 },
      { ...line("AVA ž Ωα"), isCentered: true, halo: { color: "#ffffff", width: 3 } },
    );
    const file = fileOf([page], "Maps & <graphs> – ž");
    expect(createHash("sha256").update(file).digest("hex")).toBe(
      "ab1f297b844c81bdd0d829c0165513d06007277ae1451210eebb88a6d1c4361c",
    );
    expect(file.toString("latin1")).not.toMatch(/CreationDate|ModDate|xmp/i);
  });

  test("any line that the fonts can set is there as it is", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aZ 9é–ßŁžΩαЖя(&<\\)"),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(textOf(fileOf([pageOf(line(text))]))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  test("any text and title, surrogates and control characters too, give a whole file of plain numbers", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const file = fileOf([pageOf(line(text))], text);
        expect(file.toString("latin1")).toMatch(/%%EOF\n$/);
        expect([...streamsOf(file).values()][0]).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 40 },
    );
  });

  test("only the letters that are used are embedded: a line takes less than a fifth of its font", () => {
    const [font] = FONTS.regular;
    expect(fileOf([pageOf(line("residual"))]).length).toBeLessThan(font.length / 5);
  });
});

function textsOf(marks: readonly Mark[]): string {
  return marks.map((mark) => (mark.shape === "text" ? mark.text : "")).join("\n");
}
