import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { shippedFonts } from "./src/build/fonts.ts";
import { notePackages, writeNotices } from "./src/build/notices.ts";
import { singleFile, withoutReaders } from "./src/build/single-file.ts";
import { EVERYWHERE, UNUSED, unusedOfD3 } from "./src/build/unused.ts";
import { ProjectAfterProject } from "./test/sequencer.ts";

const require = createRequire(import.meta.url);
const { version } = require("./package.json") as { version: string };

const fonts = shippedFonts();
/** Chunks of earlier builds go; the command line can be run by its name, and has beside it the fonts of pictures. */
const commandLine: Plugin = {
  name: "command-line",
  buildStart: () => rmSync("dist/chunks", { recursive: true, force: true }),
  closeBundle() {
    chmodSync("dist/cli.js", 0o755);
    mkdirSync("dist/fonts", { recursive: true });
    for (const [name, bytes] of [...fonts, ...shippedFonts("woff2")])
      writeFileSync(`dist/fonts/${name}`, bytes);
  },
};

/** Beside the page: its fonts, and what draws pictures for slides there and for the command line. */
const pageFonts: Plugin = {
  name: "page-fonts",
  generateBundle() {
    const source = readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm"));
    this.emitFile({ type: "asset", fileName: "resvg.wasm", source });
    for (const [name, source] of fonts) this.emitFile({ type: "asset", fileName: `fonts/${name}`, source });
  },
};

/** The library as one file that runs in Node and in browsers; nothing in it asks for either. */
const library: UserConfig = {
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    minify: false,
    copyPublicDir: false,
    lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "index.js" },
    rollupOptions: { output: { codeSplitting: false } },
  },
  plugins: [unusedOfD3, notePackages("library")],
};

/** The command line and its thread. */
const node: UserConfig = {
  build: {
    ssr: true,
    outDir: "dist",
    emptyOutDir: false,
    target: "node20",
    rollupOptions: {
      input: { cli: "src/cli/main.ts", thread: "src/cli/thread.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
  plugins: [unusedOfD3, commandLine, notePackages("cli"), writeNotices(version)],
};

/** The pages in one file go beside the page, which saves maps in them. */
const besidePage: Plugin = {
  name: "beside-page",
  closeBundle() {
    mkdirSync("dist/page/single", { recursive: true });
    for (const name of ["canvas.html", "webgl.html", "languages.json"])
      copyFileSync(`dist/page-single/${name}`, `dist/page/single/${name}`);
  },
};

const page: UserConfig = {
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2022" },
  plugins: [unusedOfD3, pageFonts, notePackages("page")],
  worker: { format: "es", plugins: () => [notePackages("worker")] },
};

const single: UserConfig = {
  build: {
    outDir: "dist/page-single",
    emptyOutDir: true,
    target: "es2022",
    rollupOptions: { output: { codeSplitting: false } },
  },
  plugins: [unusedOfD3, withoutReaders, singleFile(), besidePage],
  worker: { format: "es" },
};

/**
 * `vite build` makes the page (dist/page), `--mode single` the pages in one file (dist/page-single), `--mode library` the
 * library (dist/index.js), `--ssr` the command line and its thread (dist/cli.js, dist/thread.js). Everything they use is
 * bundled, so that users install nothing else.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  ...(isSsrBuild ? node : mode === "single" ? single : mode === "library" ? library : page),
  base: "./",
  define: { __VERSION__: JSON.stringify(version) },
  resolve: { alias: { ...UNUSED, ...EVERYWHERE } },
  ssr: { noExternal: true },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows is waited for, not read once: a busy machine draws when it can.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      { extends: true, test: { name: "core", include: ["test/**/*.test.ts"], exclude: ["test/web/**"] } },
      // Browsers are moved by others on the machine: what fails there is tried once more, and named.
      { extends: true, test: { name: "page", include: ["test/web/**/*.test.ts"], retry: 1 } },
    ],
    // Files share what they import: loading it anew for each takes longer than most of them.
    isolate: false,
    sequence: { sequencer: ProjectAfterProject },
    // Tests in browsers and other processes wait more than they work: one more than the cores of a small machine.
    maxWorkers: 3,
    // With --changed, tests follow imports; without it everything runs.
    forceRerunTriggers: [],
    // The core: what runs in threads, browsers and other processes is tested from outside and not seen here.
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/cli/**", "src/web/**", "src/worker/page*.ts", "src/index.ts", "**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 90 },
    },
    setupFiles: ["test/setup.ts"],
    reporters: ["default", "./test/reporter.ts"],
  },
}));
