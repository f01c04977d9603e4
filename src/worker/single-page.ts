import { packedScript } from "../export/html.ts";
import type { TopicMap } from "../model/map.ts";
import { foreignLanguages } from "./languages.ts";

/** Up to this many papers a plain canvas draws as smoothly as WebGL. */
const CANVAS = 2000;

/** What the build put into its folder of pages in one file: the page for this map, and what reads other languages. */
export function singlePageFiles({ papers }: TopicMap): { readonly page: string; readonly languages: string } {
  return { page: papers.length <= CANVAS ? "canvas.html" : "webgl.html", languages: "languages.json" };
}

/**
 * The page in one file with its placeholder, for this map: with what reads the languages of its texts, and no others.
 * @param page and `languages`: the contents of `singlePageFiles`
 */
export function singlePage(map: TopicMap, page: string, languages: string): string {
  const packs = JSON.parse(languages) as Readonly<Record<string, string>>;
  const script = foreignLanguages(map)
    .map((language) => packs[language] ?? "")
    .join(";\n");
  if (/^[;\s]*$/.test(script)) return page;
  const element = [...packedScript("topograph-languages", [script])].join("");
  return page.replace(/(?=<script id="topograph-code")/, () => `${element}\n`);
}
