import type { TopicMap } from "../model/map.ts";
import { languagesIn } from "../text/languages-in.ts";

/** Whether all texts of a map are read as English, so that its evidence needs no other language's stop words and stems. */
export function isEnglishOnly({ papers, parameters }: TopicMap): boolean {
  return [...languagesIn(papers, parameters.language)].every((language) => language === "en");
}
