import { TopographError } from "../model/errors.ts";

/** A TrueType font, as far as text must be measured and put into a PDF. */
export interface Font {
  /** The file; absent for one of the fonts that every PDF reader has (its glyphs are one-byte codes then). */
  readonly bytes?: Uint8Array;
  readonly name: string;
  readonly unitsPerEm: number;
  /** Left, bottom, right, top of all glyphs, in font units. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  /** The glyph of a character, 0 where the font has none. */
  glyph(code: number): number;
  /** How far a glyph moves the pen, in font units. */
  advance(glyph: number): number;
}

/**
 * Reads the tables head, hhea, hmtx and cmap of a TrueType file
 * (https://learn.microsoft.com/typography/opentype/spec/otff).
 * @throws TopographError (input) where it is none
 */
export function parseFont(bytes: Uint8Array, name: string): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let k = 0; k < view.getUint16(4); k++) {
    const at = 12 + 16 * k;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new TopographError("input", `the font ${name} has no table ${tag}`);
    return at;
  };
  const [head, hhea, hmtx] = [table("head"), table("hhea"), table("hmtx")];
  const widths = view.getUint16(hhea + 34);
  return {
    bytes,
    name,
    unitsPerEm: view.getUint16(head + 18),
    box: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as [number, number, number, number],
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    glyph: glyphs(view, table("cmap")),
    advance: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)),
  };
}

/** Characters to glyphs by a Unicode subtable of format 4 or 12. */
function glyphs(view: DataView, cmap: number): (code: number) => number {
  for (let k = 0; k < view.getUint16(cmap + 2); k++) {
    const platform = view.getUint16(cmap + 4 + 8 * k);
    const at = cmap + view.getUint32(cmap + 8 + 8 * k);
    const format = view.getUint16(at);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 12) return (code) => inGroups(view, at, code);
    if (format === 4) return (code) => inSegments(view, at, code);
  }
  return () => 0;
}

function inGroups(view: DataView, at: number, code: number): number {
  for (let k = 0; k < view.getUint32(at + 12); k++) {
    const group = at + 16 + 12 * k;
    const first = view.getUint32(group);
    if (code >= first && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - first;
  }
  return 0;
}

function inSegments(view: DataView, at: number, code: number): number {
  const twice = view.getUint16(at + 6);
  for (let k = 0; k < twice; k += 2) {
    if (code > view.getUint16(at + 14 + k)) continue;
    const start = view.getUint16(at + 16 + twice + k);
    if (code < start) return 0;
    const delta = view.getUint16(at + 16 + 2 * twice + k);
    const rangeAt = at + 16 + 3 * twice + k;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
