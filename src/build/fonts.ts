import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic"] as const;
const WEIGHTS = [400, 700] as const;

/**
 * The faces of Inter that ship with the package: "inter-latin-400.woff" → bytes.
 * @param format woff for the page and for PDF (fontkit embeds no WOFF 2), woff2 for PNG (resvg reads no WOFF 1)
 */
export function shippedFonts(format: "woff" | "woff2" = "woff"): Map<string, Uint8Array> {
  const fonts = new Map<string, Uint8Array>();
  for (const weight of WEIGHTS)
    for (const subset of SUBSETS)
      fonts.set(
        `inter-${subset}-${weight}.${format}`,
        readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.${format}`)),
      );
  return fonts;
}

/** What the words of the page are written in: ASCII, the marks and signs of its texts, the commonest accents of titles. */
const LETTERS = `${String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, k) => k + 0x20))}·–—’‘“”…×→←↑↓−éèüöäáíóçñ`;

/**
 * Inter for a page in one file, as base64 by weight. It has to be small: these letters without kerning and ligatures take
 * 13 kB in both weights, a third of what they take with them; others come from the system's font.
 */
export async function pageFonts(): Promise<Record<string, string>> {
  const fonts: Record<string, string> = {};
  for (const weight of WEIGHTS) {
    const whole = readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
    const options = {
      targetFormat: "woff2",
      noLayoutClosure: true,
      noHinting: true,
      keepFeatures: [],
    } as const;
    fonts[weight] = Buffer.from(await subsetFont(whole, LETTERS, options)).toString("base64");
  }
  return fonts;
}
