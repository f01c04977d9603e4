import { create, type Font } from "fontkit";
import { describe, expect, test } from "vitest";
import { shippedFonts } from "../../src/build/fonts.ts";
import { textWidth } from "../../src/scene/metrics.ts";

function faces(weight: number): Font[] {
  return [...shippedFonts()]
    .filter(([name]) => name.endsWith(`-${weight}.woff`))
    .map(([, bytes]) => create(bytes) as Font);
}

describe("the widths that labels are placed by", () => {
  test.each([400, 700])("are those of the font that ships, weight %i", (weight) => {
    const fonts = faces(weight);
    expect(fonts).toHaveLength(4);
    let known = 0;
    for (const [first, last] of [
      [0x20, 0x17f],
      [0x370, 0x45f],
    ])
      for (let code = first; code <= last; code++) {
        const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
        if (!font) continue;
        known++;
        const width = Math.round((font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm);
        expect(textWidth(String.fromCodePoint(code), 1000, weight), `U+${code.toString(16)}`).toBe(width);
      }
    expect(known).toBeGreaterThan(500);
  });

  test("scripts beyond the font are as wide as their letters are on average, marks nothing; Chinese is a square", () => {
    // Four letters of 0.496 em, of which one has a mark.
    expect(textWidth("שָׁלום", 1000, 400)).toBe(4 * 496);
    expect(textWidth("नमस्ते", 1000, 700)).toBe(4 * 533);
    expect(textWidth("深度", 1000, 400)).toBe(2000);
  });

  test("a line is as wide as its letters: 2 × m at half the size is 1 × m", () => {
    expect(textWidth("mm", 6, 400)).toBe(textWidth("m", 12, 400));
    expect(textWidth("", 12, 400)).toBe(0);
  });
});
