import type { TopicMap } from "../model/map.ts";
import { languagesIn } from "../text/tokens/languages-in.ts";

/** The languages beside English that a map's texts are read as (ISO 639-1, sorted): its evidence needs their words. */
export function foreignLanguages({ papers, parameters }: TopicMap): string[] {
  return [...languagesIn(papers, parameters.language)].filter((language) => language !== "en").sort();
}
