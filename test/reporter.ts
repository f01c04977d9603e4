import type { Reporter, TestModule } from "vitest/node";

/** Ends a test run with one plain line that any tool can read: "N passed, M failed, K skipped". */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.errors().length > 0) count.failed++;
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    // After the other reporters' closing lines.
    process.on("exit", () =>
      process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`),
    );
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads reporters by their default export
export default ClosingLine;
