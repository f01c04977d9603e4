import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";
import { shippedFonts } from "./build/fonts.ts";
import { notePackages, writeNotices } from "./build/notices.ts";
import { singleFile, UNUSED, withoutReaders } from "./build/single-file.ts";

const require = createRequire(import.meta.url);
const { version } = require("./package.json") as { version: string };

const fonts = shippedFonts();
/** Chunks of earlier builds go; the command line can be run by its name, and has beside it what pictures need. */
const commandLine: Plugin = {
  name: "command-line",
  buildStart: () => rmSync("dist/chunks", { recursive: true, force: true }),
  closeBundle() {
    chmodSync("dist/cli.js", 0o755);
    mkdirSync("dist/fonts", { recursive: true });
    for (const [name, bytes] of fonts) writeFileSync(`dist/fonts/${name}`, bytes);
    copyFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm"), "dist/resvg.wasm");
  },
};

/** The page's folder of fonts. */
const pageFonts: Plugin = {
  name: "page-fonts",
  generateBundle() {
    for (const [name, source] of fonts) this.emitFile({ type: "asset", fileName: `fonts/${name}`, source });
  },
};

/** Modules of d3 that patch each other when imported; the page uses none of them, so that they need not be shipped. */
const unusedOfD3: Plugin = {
  name: "unused-of-d3",
  enforce: "post",
  transform: (code, id) =>
    /d3-(?:brush|drag|selection|transition|zoom)\//.test(id)
      ? { code, map: null, moduleSideEffects: false }
      : undefined,
};

/**
 * `vite build` makes the page (dist/page); `vite build --ssr` the command line, its thread and the library (dist/*.js),
 * with everything they use bundled, so that users install nothing else; `vite build --mode single` the page as one file
 * (dist/page-single).
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  base: "./",
  define: {
    __VERSION__: JSON.stringify(version),
  },
  resolve: { alias: UNUSED },
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: "dist",
        emptyOutDir: false,
        target: "node20",
        rollupOptions: {
          input: { cli: "src/cli/main.ts", thread: "src/cli/thread.ts", index: "src/index.ts" },
          output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
        },
      }
    : {
        outDir: mode === "single" ? "dist/page-single" : "dist/page",
        emptyOutDir: true,
        target: "es2022",
        ...(mode === "single" ? { rollupOptions: { output: { codeSplitting: false } } } : {}),
      },
  plugins: isSsrBuild
    ? [unusedOfD3, commandLine, notePackages("cli"), writeNotices(version)]
    : mode === "single"
      ? [unusedOfD3, withoutReaders, singleFile()]
      : [unusedOfD3, pageFonts, notePackages("page")],
  ssr: { noExternal: true },
  worker: { format: "es", plugins: () => (mode === "single" ? [] : [notePackages("worker")]) },
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    setupFiles: ["test/setup.ts"],
    reporters: ["default", "./test/reporter.ts"],
  },
}));
