import type { TextEvidence } from "../explain/why.ts";
import type { TopicMap } from "../model/map.ts";
import { analyseText } from "../text/analyse.ts";

/** The texts of a saved map as the text stage sees them, made again from the map's own texts and parameters. */
export function textEvidence(map: TopicMap): TextEvidence {
  return analyseText(map.papers, map.parameters);
}
