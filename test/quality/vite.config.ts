import { createRequire } from "node:module";
import { defineConfig } from "vite";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

/** Bundles the quality report as the product is bundled. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    ssr: true,
    outDir: "dist/quality",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: {
        main: "test/quality/main.ts",
        recall: "test/quality/recall.ts",
        background: "test/quality/background/main.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true },
  logLevel: "warn",
});
