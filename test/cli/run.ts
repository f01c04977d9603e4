import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** The built command line. `npm test` builds it first. */
export const CLI = resolve("dist/cli.js");

/**
 * Pixels are drawn by WebAssembly. Node would optimise it while it runs, which takes longer than the one picture or two
 * that a test makes; the pixels are the same.
 */
const NODE_OPTIONS = ["--liftoff-only"];

/** Runs the built command line in a folder as a user does. */
export function runIn(folder: string, words: readonly string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...NODE_OPTIONS, CLI, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, stdout, stderr };
}
