import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** An empty module. */
export const EMPTY = fileURLToPath(new URL("./empty.ts", import.meta.url));

/** Packages that packages import for what nobody calls here: 230 kB of stop words beside the lists that are used. */
export const UNUSED = { "stopwords-iso": EMPTY };

/** Modules of d3 that patch each other when imported; the page uses none of them, so that they need not be shipped. */
export const unusedOfD3: Plugin = {
  name: "unused-of-d3",
  enforce: "post",
  transform: (code, id) =>
    /d3-(?:brush|drag|selection|transition|zoom)\//.test(id)
      ? { code, map: null, moduleSideEffects: false }
      : undefined,
};
