import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic"] as const;
const WEIGHTS = [400, 700] as const;

/** The faces of Inter that ship with the package, as WOFF 1.0: "inter-latin-400.woff" → bytes. */
export function shippedFonts(): Map<string, Uint8Array> {
  const fonts = new Map<string, Uint8Array>();
  for (const weight of WEIGHTS)
    for (const subset of SUBSETS)
      fonts.set(
        `inter-${subset}-${weight}.woff`,
        readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
      );
  return fonts;
}
