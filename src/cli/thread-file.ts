import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the built thread file is, seen from dist/, dist/chunks/ or src/cli/. */
export function threadFile(): string | undefined {
  const places = ["./thread.js", "../thread.js", "../../dist/thread.js"];
  return places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
}
