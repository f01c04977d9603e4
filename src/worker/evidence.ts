import { type References, resolveReferences } from "../edges/references.ts";
import type { TopicMap } from "../model/map.ts";
import { givenPapers } from "../model/paper.ts";
import { analyseText, backgroundOf, type TextAnalysis } from "../text/analyse.ts";

/** A map's texts and references as the stages see them: what evidence is computed from. */
export interface MapEvidence extends TextAnalysis {
  readonly references: References;
}

/**
 * The evidence of a map, made again from its own texts and parameters, so that it is what the map was made from.
 * @param text the text stage's result where it is still at hand
 */
export function textEvidence(map: TopicMap, text?: TextAnalysis): MapEvidence {
  const papers = givenPapers(map.papers);
  return {
    ...(text ?? analyseText(papers, map.parameters, backgroundOf(map))),
    references: resolveReferences(papers),
  };
}
