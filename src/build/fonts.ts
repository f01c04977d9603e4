import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

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
