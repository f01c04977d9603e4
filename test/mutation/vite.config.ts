import { defineConfig } from "vitest/config";

/**
 * The tests that have to notice a change of a reader or writer: small ones with what goes in and what comes out in
 * sight. Random texts and large files would notice too, but take too long for thousands of changes.
 */
export default defineConfig({
  define: { __VERSION__: '"0.0.0"' },
  test: {
    include: ["test/read/*.test.ts", "test/export/*.test.ts"],
    exclude: ["**/{bad-inputs,golden,hostile,mutate,oracle,properties,unicode,single-file,pdf}.test.ts"],
    testTimeout: 20_000,
    // Files share what they import: half the time.
    isolate: false,
  },
});
