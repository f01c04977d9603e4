import { readFileSync } from "node:fs";
import type { TopicMap } from "../model/map.ts";
import { singlePage, singlePageFiles } from "../worker/single-page.ts";
import { builtPath } from "./built.ts";

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
