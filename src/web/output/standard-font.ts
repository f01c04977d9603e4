import type { Font } from "../../export/font.ts";

const SIZE = 1000;

/**
 * Helvetica, which every PDF reader has, for pages that carry no font: it knows the characters of Western Europe.
 * Its widths are those of the system's Arial or whatever stands for it, which are made to agree.
 */
export function helvetica(isBold: boolean): Font {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context) context.font = `${isBold ? 700 : 400} ${SIZE}px Helvetica, Arial, sans-serif`;
  const codes = new Map<number, number>();
  const characters: string[] = [];
  for (let code = 32; code < 256; code++) {
    const character = new TextDecoder("windows-1252").decode(Uint8Array.of(code));
    characters[code] = character;
    if (code !== 127 && !/\p{Cc}/u.test(character)) codes.set(character.codePointAt(0) ?? 0, code);
  }
  return {
    name: isBold ? "Helvetica-Bold" : "Helvetica",
    unitsPerEm: SIZE,
    box: [-166, -225, 1000, 931],
    ascent: 718,
    descent: -207,
    glyph: (code) => codes.get(code) ?? 0,
    advance: (code) => context?.measureText(characters[code] ?? "").width ?? SIZE / 2,
  };
}
