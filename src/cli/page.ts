import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packedScript } from "../export/html.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { foreignLanguages } from "../worker/languages.ts";

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

/** Up to this many papers a plain canvas draws as smoothly as WebGL. */
const CANVAS = 2000;

/**
 * The single-file page with its placeholder, for this map: with what reads the languages of its texts, and no others.
 * @throws TopographError (input) where it was not built
 */
export function pageTemplate(map: TopicMap): string {
  const drawing = map.papers.length <= CANVAS ? "canvas" : "webgl";
  const page = readFileSync(builtPath(`page-single/${drawing}.html`), "utf8");
  const packs = JSON.parse(readFileSync(builtPath("page-single/languages.json"), "utf8")) as Record<
    string,
    string
  >;
  const script = foreignLanguages(map)
    .map((language) => packs[language] ?? "")
    .join(";\n");
  if (/^[;\s]*$/.test(script)) return page;
  const element = [...packedScript("topograph-languages", [script])].join("");
  return page.replace(/(?=<script id="topograph-code")/, () => `${element}\n`);
}
