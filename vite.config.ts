import { chmodSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";

const { version } = createRequire(import.meta.url)("./package.json") as { version: string };

/** Chunks of earlier builds go; the command line can be run by its name. */
const commandLine: Plugin = {
  name: "command-line",
  buildStart: () => rmSync("dist/chunks", { recursive: true, force: true }),
  closeBundle: () => chmodSync("dist/cli.js", 0o755),
};

/**
 * `vite build` makes the page (dist/page); `vite build --ssr` the command line, its thread and the library (dist/*.js),
 * with everything they use bundled, so that users install nothing else.
 */
export default defineConfig(({ isSsrBuild }) => ({
  base: "./",
  define: { __VERSION__: JSON.stringify(version) },
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
    : { outDir: "dist/page", emptyOutDir: true, target: "es2022" },
  plugins: isSsrBuild ? [commandLine] : [],
  ssr: { noExternal: true },
  worker: { format: "es" },
  test: { environment: "node", include: ["test/**/*.test.ts"], testTimeout: 60_000 },
}));
