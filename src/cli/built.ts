import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TopographError } from "../model/errors.ts";

/** Where something lies that is named as seen from dist/; this may run in dist/, dist/chunks/ or src/cli/. */
export function findBuilt(name: string): string | undefined {
  return [`./${name}`, `../${name}`, `../../dist/${name}`]
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
}

/**
 * A folder or file that `npm run build` puts into dist/.
 * @throws TopographError (input) where it was not built
 */
export function builtPath(name: string): string {
  const found = findBuilt(name);
  if (found) return found;
  throw new TopographError(
    "input",
    `this installation lacks dist/${name}; run npm run build, or install Topograph anew`,
  );
}

/** The built file of all threads; undefined where only the sources run. */
export function threadFile(): string | undefined {
  return findBuilt("thread.js");
}
