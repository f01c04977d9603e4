import { packedScript } from "../export/html.ts";
import type { TopicMap } from "../model/map.ts";
import { foreignLanguages } from "./languages.ts";

/** Up to this many papers a plain canvas draws as smoothly as WebGL. */
const CANVAS = 2000;

/** Colours and sizes by a field in an address. */
const BY_FIELD = /(?:^|&)(?:color|ring|size|field)=/;

/** What the build put into its folder of pages in one file: the page for this map, and what reads other languages. @param view what the page opens with */
export function singlePageFiles(
  { papers, fields = [], tour }: TopicMap,
  view = "",
): { readonly page: string; readonly languages: string } {
  // A map without fields that nothing colours by year or citations does without the code for it.
  const isPlain =
    fields.length === 0 && view === "" && !tour.some((stop) => BY_FIELD.test(String(stop.view)));
  const page = papers.length > CANVAS ? "webgl.html" : isPlain ? "plain.html" : "canvas.html";
  return { page, languages: "languages.json" };
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
