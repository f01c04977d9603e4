import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { singlePage, singlePageFiles } from "../worker/single-page.ts";

/**
 * A folder or file that `npm run build` puts into dist/, seen from dist/, dist/chunks/ or src/cli/.
 * @throws TopographError (input) where it was not built
 */
export function builtPath(name: string): string {
  const places = [`./${name}`, `../${name}`, `../../dist/${name}`];
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
  if (found) return found;
  throw new TopographError(
    "input",
    `this installation lacks dist/${name}; run npm run build, or install Topograph anew`,
  );
}

/** The folder of the page. @throws TopographError (input) where it was not built */
export function pageFolder(): string {
  return builtPath("page");
}

/**
 * The single-file page with its placeholder, for this map.
 * @throws TopographError (input) where it was not built
 */
export function pageTemplate(map: TopicMap): string {
  const { page, languages } = singlePageFiles(map);
  const read = (name: string) => readFileSync(builtPath(`page-single/${name}`), "utf8");
  return singlePage(map, read(page), read(languages));
}
