import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";
import { shippedFonts } from "./build/fonts.ts";

const require = createRequire(import.meta.url);
const { version } = require("./package.json") as { version: string };

const fonts = shippedFonts();
/** What a page in one file carries of them. */
const carried = [...fonts].filter(
  ([name]) => name.startsWith("inter-latin-4") || name.startsWith("inter-latin-7"),
);

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

/** Puts script, style and a place for one map into index.html: a page that opens from disk, for `-o map.html`. */
const singleFile: Plugin = {
  name: "single-file",
  enforce: "post",
  generateBundle: {
    // After vite has put in what it knows only now.
    order: "post",
    handler(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the build made no index.html");
      let script = "";
      let style = "";
      for (const [name, made] of Object.entries(bundle)) {
        if (made === page) continue;
        if (made.type === "chunk" && made.isEntry) script = made.code;
        if (name.endsWith(".css") && made.type === "asset") style += String(made.source);
        delete bundle[name];
      }
      const policy =
        "default-src 'none'; script-src 'unsafe-inline' blob: data:; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob: data:; base-uri 'none'; form-action 'none'";
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
        .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
        .replace(
          "</body>",
          () =>
            `<script id="topograph-map" type="application/json"></script>\n<script type="module">${script.replaceAll("</script", "<\\/script")}</script></body>`,
        );
    },
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
    ...(mode === "single"
      ? {
          __FONTS__: JSON.stringify(
            Object.fromEntries(carried.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")])),
          ),
        }
      : {}),
  },
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
    ? [unusedOfD3, commandLine]
    : mode === "single"
      ? [unusedOfD3, singleFile]
      : [unusedOfD3, pageFonts],
  ssr: { noExternal: true },
  // A page opened from disk may start no module worker.
  worker:
    mode === "single"
      ? { format: "iife", rollupOptions: { output: { codeSplitting: false } } }
      : { format: "es" },
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    setupFiles: ["test/setup.ts"],
    reporters: ["default", "./test/reporter.ts"],
  },
}));
