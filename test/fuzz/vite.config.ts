import { defineConfig } from "vite";

/** Bundles the nightly run, which reads as the product reads. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist/fuzz",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: { input: { main: "test/fuzz/main.ts" }, output: { entryFileNames: "[name].js" } },
  },
  ssr: { noExternal: true },
  logLevel: "warn",
});
