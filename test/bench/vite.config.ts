import { createRequire } from "node:module";
import { defineConfig } from "vite";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

/** Bundles the benchmarks as the product is bundled, so that what is timed is what users run. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    ssr: true,
    outDir: "dist/bench",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: {
        main: "test/bench/main.ts",
        one: "test/bench/one.ts",
        recombine: "test/bench/recombine.ts",
        page: "test/bench/page.ts",
        frames: "test/bench/frames.ts",
        "page-folder": "test/bench/page-folder.ts",
        "first-frame": "test/bench/first-frame.ts",
        folder: "test/bench/folder.ts",
        million: "test/bench/million.ts",
        reading: "test/bench/reading.ts",
        scene: "test/bench/scene.ts",
        thread: "src/cli/thread.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true, external: ["playwright-core", "@sparticuz/chromium"] },
  logLevel: "warn",
});
