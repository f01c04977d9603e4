import type { Mark } from "../scene/mark.ts";
import type { Font } from "./font.ts";
import { contentOf, type Faces } from "./pdf-page.ts";
import { type Face, facesOf, toUnicode, utf16 } from "./pdf-text.ts";

/** One page: what is on it, in pixels of 1/96 inch, times `scale`. */
export interface PdfPage {
  readonly marks: Iterable<Mark>;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

/** The fonts that ship with Topograph. */
export interface Fonts {
  readonly regular: readonly Font[];
  readonly bold: readonly Font[];
}

/** An object of a PDF file: a dictionary's inside, and the bytes of its stream if it is one. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

/**
 * Pages of marks as the objects of a PDF 1.7 document (ISO 32000-1), number 1 first: vector drawings with their text as
 * text, in embedded fonts. `pdfFile` makes the file; streams may be packed before.
 */
export function pdfObjects(pages: readonly PdfPage[], fonts: Fonts, title: string): PdfObject[] {
  const faces: Faces = { regular: facesOf(fonts.regular, "R"), bold: facesOf(fonts.bold, "B") };
  const alphas = new Set<number>();
  const contents = pages.map((page) => latin1(content(page, faces, alphas)));
  const used = [...faces.regular, ...faces.bold].filter((face) => face.used.size > 0);
  const objects: PdfObject[] = [];
  // 1 catalog, 2 pages, 3 resources, 4 information; then fonts, then two for each page.
  const fontObjectsOf = new Map<Face, readonly PdfObject[]>();
  const numbers: number[] = [];
  let firstPage = 5;
  for (const face of used) {
    numbers.push(firstPage);
    const made = fontObjects(face, firstPage);
    fontObjectsOf.set(face, made);
    firstPage += made.length;
  }
  const kids = pages.map((_, k) => `${firstPage + 2 * k} 0 R`).join(" ");
  objects.push({ dictionary: `/Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >>` });
  objects.push({ dictionary: `/Type /Pages /Count ${pages.length} /Kids [${kids}]` });
  const states = [...alphas].sort((a, b) => a - b).map((p) => `/A${p} << /ca ${p / 100} /CA ${p / 100} >>`);
  const names = used.map((face, k) => `/${face.name} ${numbers[k]} 0 R`);
  objects.push({ dictionary: `/ExtGState << ${states.join(" ")} >> /Font << ${names.join(" ")} >>` });
  objects.push({ dictionary: `/Title <feff${utf16(title)}> /Creator (Topograph)` });
  for (const made of fontObjectsOf.values()) objects.push(...made);
  for (const [k, page] of pages.entries()) {
    const points = 0.75 * (page.scale ?? 1);
    const box = `[0 0 ${round(page.width * points)} ${round(page.height * points)}]`;
    objects.push({
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox ${box} /Resources 3 0 R /Group << /S /Transparency /CS /DeviceRGB >> /Contents ${firstPage + 2 * k + 1} 0 R`,
    });
    objects.push({ dictionary: "", stream: contents[k] });
  }
  return objects;
}

function content({ marks, height, scale = 1 }: PdfPage, faces: Faces, alphas: Set<number>): string {
  const points = 0.75 * scale;
  return `q ${points} 0 0 ${-points} 0 ${round(height * points)} cm\n${[...contentOf(marks, faces, alphas)].join("")}Q\n`;
}

/** The objects of a face, the first of them number `at`: five for an embedded font, one for a reader's own. */
function fontObjects(face: Face, at: number): PdfObject[] {
  const { font, used } = face;
  if (!font.bytes)
    return [{ dictionary: `/Type /Font /Subtype /Type1 /BaseFont /${font.name} /Encoding /WinAnsiEncoding` }];
  // Six letters name an embedded font; they need only differ.
  const name = `TOPO${face.name[0]}${String.fromCharCode(64 + Number(face.name.slice(1)))}+Inter`;
  const unit = (value: number) => round((value * 1000) / font.unitsPerEm);
  const widths = [...used.keys()]
    .sort((a, b) => a - b)
    .map((glyph) => `${glyph} [${unit(font.advance(glyph))}]`);
  return [
    {
      dictionary: `/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode ${at + 4} 0 R`,
    },
    {
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor ${at + 2} 0 R /DW 600 /W [${widths.join(" ")}]`,
    },
    {
      dictionary: `/Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${font.box.map(unit).join(" ")}] /ItalicAngle 0 /Ascent ${unit(font.ascent)} /Descent ${unit(font.descent)} /CapHeight 728 /StemV 80 /FontFile2 ${at + 3} 0 R`,
    },
    { dictionary: `/Length1 ${font.bytes.length}`, stream: font.bytes },
    { dictionary: "", stream: latin1(toUnicode(face)) },
  ];
}

/** The file made of objects. @param packed streams by object, packed by zlib's deflate; the others are written as they are */
export function pdfFile(
  objects: readonly PdfObject[],
  packed: ReadonlyMap<PdfObject, Uint8Array>,
): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  // A comment of four bytes above 127 tells transfer programs that the file is not text.
  put(Uint8Array.from([...latin1("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3, 10]));
  for (const [k, object] of objects.entries()) {
    offsets.push(length);
    const bytes = packed.get(object) ?? object.stream;
    const filter = packed.has(object) ? " /Filter /FlateDecode" : "";
    if (bytes === undefined) put(latin1(`${k + 1} 0 obj\n<< ${object.dictionary} >>\nendobj\n`));
    else {
      put(latin1(`${k + 1} 0 obj\n<< ${object.dictionary}${filter} /Length ${bytes.length} >>\nstream\n`));
      put(bytes);
      put(latin1("\nendstream\nendobj\n"));
    }
  }
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  put(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return parts;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
