import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** An empty module. */
export const EMPTY = fileURLToPath(new URL("./empty.ts", import.meta.url));

/**
 * Packages that packages import for what nobody calls here: 230 kB of stop words beside the lists that are used; pdfkit's
 * pictures, wrapping of lines and encryption.
 */
export const UNUSED = {
  "stopwords-iso": EMPTY,
  "png-js": EMPTY,
  linebreak: EMPTY,
  "@noble/ciphers/aes": EMPTY,
};

/** pdfkit as browsers get it, for Node too: it packs by fflate and not by Node's zlib, so that a PDF is the same bytes. */
export const EVERYWHERE = {
  pdfkit: fileURLToPath(new URL("../../node_modules/pdfkit/js/pdfkit.browser.mjs", import.meta.url)),
};

/** A value that is made by a call while a module is loaded. */
const MADE = /^((?:export )?(?:var|let|const) [\w$]+ = )(?=\(function|[\w$]+\()/gm;

/** Colours by name in d3-color: all of ours are `#rrggbb`. */
const NAMED = /^var named = \{[^}]*\};/m;

/**
 * Modules of d3 are one file each and make some of their functions by calls, which bundlers keep, used or not (18 kB of
 * colours for one curve). None of these calls does anything else: they are marked as pure.
 */
export const unusedOfD3: Plugin = {
  name: "unused-of-d3",
  enforce: "post",
  transform: (code, id) =>
    /node_modules\/d3-[a-z-]+\//.test(id)
      ? {
          code: code.replace(MADE, "$1/* @__PURE__ */ ").replace(NAMED, "var named = {};"),
          map: null,
          moduleSideEffects: false,
        }
      : undefined,
};
