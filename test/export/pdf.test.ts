import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedFonts } from "../../src/build/fonts.ts";
import { parseFont } from "../../src/export/font.ts";
import { type Fonts, type PdfObject, pdfFile, pdfObjects } from "../../src/export/pdf.ts";
import { canSet } from "../../src/export/pdf-text.ts";
import { pictureScene } from "../../src/export/picture.ts";
import { unpackWoff } from "../../src/export/woff.ts";
import type { Mark } from "../../src/scene/mark.ts";
import { marksOf, pictureSize } from "../../src/scene/marks.ts";
import { roundTopics } from "../scene/map.ts";

const of = (weight: number) =>
  [...shippedFonts()]
    .filter(([name]) => name.endsWith(`-${weight}.woff`))
    .map(([name, bytes]) => parseFont(unpackWoff(bytes, inflateSync), name));
const FONTS: Fonts = { regular: of(400), bold: of(700) };

function fileOf(objects: readonly PdfObject[], isPacked = false): string {
  const packed = new Map<PdfObject, Uint8Array>();
  if (isPacked)
    for (const object of objects) if (object.stream) packed.set(object, deflateSync(object.stream));
  return Buffer.concat(pdfFile(objects, packed)).toString("latin1");
}

const line = (text: string): Mark => ({
  shape: "text",
  text,
  x: 10,
  y: 20,
  size: 12,
  weight: 400,
  color: "#102030",
  isCentered: false,
});

/** What a reader gets who copies the text: glyphs of each face through its table of characters. */
function textOf(objects: readonly PdfObject[]): string {
  const streams = objects.map(({ stream }) => (stream ? Buffer.from(stream).toString("latin1") : ""));
  const names = /\/Font << (.*?) >>/.exec(objects[2].dictionary)?.[1] ?? "";
  const faces = new Map(
    [...names.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, at]) => {
      const table = Number(/ToUnicode (\d+)/.exec(objects[Number(at) - 1].dictionary)?.[1]);
      const characters = [...streams[table - 1].matchAll(/<(\w{4})> <(\w+)>/g)].map(([, glyph, hex]) => [
        glyph,
        Buffer.from(hex, "hex").swap16().toString("utf16le"),
      ]);
      return [name, new Map(characters as [string, string][])];
    }),
  );
  return streams
    .flatMap((stream) => [...stream.matchAll(/\/(\w+) [\d.]+ Tf [^<]*<(\w*)> Tj/g)])
    .map(([, name, hex]) => (hex.match(/.{4}/g) ?? []).map((glyph) => faces.get(name)?.get(glyph)).join(""))
    .join("");
}

describe("pdfObjects and pdfFile", () => {
  const map = { ...roundTopics(60, 4), title: "Maps (and) <graphs> – ž" };
  const scene = pictureScene(map, { width: 1000, height: 700 });
  const page = { marks: [...marksOf(scene)], ...pictureSize(scene, {}) };

  test.each([false, true])("every object stands where the table says (packed: %s)", (isPacked) => {
    const file = fileOf(pdfObjects([page, { ...page, scale: 2 }], FONTS, map.title), isPacked);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const [head, ...rows] = file.slice(start).split("\n").slice(1);
    const count = Number(head.split(" ")[1]);
    expect(file.slice(start, start + 4)).toBe("xref");
    for (let k = 1; k < count; k++) {
      const at = Number(rows[k].slice(0, 10));
      expect(file.slice(at, at + `${k} 0 obj`.length)).toBe(`${k} 0 obj`);
    }
    for (const [, length, body] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      if (!isPacked) expect(body.length).toBe(Number(length));
    expect(file).toContain("/Count 2");
    // 1000 × 700 pixels at 96 to the inch are 750 × 525 points; the second page is twice as large.
    expect(file).toContain("/MediaBox [0 0 750 525]");
    expect(file).toContain("/MediaBox [0 0 1500 1050]");
  });

  test("its text is text: topics and title can be found", () => {
    const text = textOf(pdfObjects([page], FONTS, map.title));
    expect(text).toContain("Maps (and) <graphs> – ž");
    expect(text).toContain("Topic of the number 3");
    expect(text).not.toContain("undefined");
  });

  test("any text gives a text as long, with what the font lacks kept for the reader of the copy", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const objects = pdfObjects([{ marks: [line(text)], width: 100, height: 100 }], FONTS, text);
        expect(fileOf(objects)).toMatch(/%%EOF\n$/);
        if (canSet(text, FONTS.regular)) {
          const plain = text.normalize("NFC").replace(/[\p{M}\p{Cc}\p{Cf}]/gu, "");
          expect(textOf(objects)).toBe(plain);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("numbers are plain: no exponents, no NaN", () => {
    const content = Buffer.from(pdfObjects([page], FONTS, "").at(-1)?.stream ?? []).toString("latin1");
    expect(content).toContain(" Tj");
    expect(content.replace(/<\w+>/g, "")).not.toMatch(/NaN|Infinity|\de-?\d/);
  });
});
