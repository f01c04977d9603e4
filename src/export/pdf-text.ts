import type { Font } from "./font.ts";

/** Part of a line that one font sets: its glyphs as hex digits, four each, and its width in thousandths of the size. */
export interface Run {
  readonly face: Face;
  readonly hex: string;
  readonly width: number;
}

/** A font in a document, with the characters that it has set there so far by glyph. */
export interface Face {
  readonly font: Font;
  readonly name: string;
  readonly used: Map<number, string>;
}

/** Makes the faces of a document out of fonts, in the order in which they are asked for a character. */
export function facesOf(fonts: readonly Font[], prefix: string): Face[] {
  return fonts.map((font, k) => ({ font, name: `${prefix}${k + 1}`, used: new Map() }));
}

/**
 * Sets a line in the first face that has each character. A character that none has is set without its accents where
 * that helps, else as "?", so that nothing is lost unseen.
 */
export function runsOf(text: string, faces: readonly Face[]): Run[] {
  const runs: { face: Face; hex: string; width: number }[] = [];
  const put = (face: Face, glyph: number, character: string) => {
    if (!face.used.has(glyph)) face.used.set(glyph, character);
    const width = (face.font.advance(glyph) * 1000) / face.font.unitsPerEm;
    const last = runs[runs.length - 1];
    const hex = glyph.toString(16).padStart(face.font.bytes ? 4 : 2, "0");
    if (last?.face === face) {
      last.hex += hex;
      last.width += width;
    } else runs.push({ face, hex, width });
  };
  for (const character of text.normalize("NFC")) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || isMark(character)) continue;
    const found = find(code, faces) ?? find(character.normalize("NFKD").codePointAt(0) ?? 0, faces);
    const [face, glyph] = found ?? find(63, faces) ?? [faces[0], 0];
    put(face, glyph, character);
  }
  return runs;
}

/** Whether the faces can set every character of a text. */
export function canSet(text: string, fonts: readonly Font[]): boolean {
  return Array.from(text.normalize("NFC")).every(
    (character) => isMark(character) || fonts.some((font) => font.glyph(character.codePointAt(0) ?? 0) > 0),
  );
}

function isMark(character: string): boolean {
  return /^[\p{M}\p{Cc}\p{Cf}]$/u.test(character);
}

function find(code: number, faces: readonly Face[]): [Face, number] | undefined {
  for (const face of faces) {
    const glyph = face.font.glyph(code);
    if (glyph > 0) return [face, glyph];
  }
  return undefined;
}

/** The CMap that gives the text back when it is searched or copied (PDF 1.7, 9.10.3). */
export function toUnicode({ used }: Face): string {
  const pairs = [...used].sort(([a], [b]) => a - b);
  const lines: string[] = [];
  for (let k = 0; k < pairs.length; k += 100) {
    const part = pairs.slice(k, k + 100);
    lines.push(`${part.length} beginbfchar`);
    for (const [glyph, character] of part)
      lines.push(`<${glyph.toString(16).padStart(4, "0")}> <${utf16(character)}>`);
    lines.push("endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...lines,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

/** A text in UTF-16, big-endian, as hex digits. */
export function utf16(text: string): string {
  let hex = "";
  for (let k = 0; k < text.length; k++) hex += text.charCodeAt(k).toString(16).padStart(4, "0");
  return hex;
}
