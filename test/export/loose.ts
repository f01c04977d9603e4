import type { TopicMap } from "../../src/model/map.ts";
import type { Paper } from "../../src/model/paper.ts";
import { sampleMap, samplePaper } from "../sample-map.ts";

/** A map of papers that stand alone. */
export function loose(papers: readonly Partial<Paper>[], changes: Partial<TopicMap> = {}): TopicMap {
  const n = papers.length;
  return sampleMap({
    papers: papers.map((fields, i) => samplePaper(i, fields)),
    topic: new Int32Array(n).fill(-1),
    subtopic: new Int32Array(n).fill(-1),
    x: new Float32Array(n),
    y: new Float32Array(n),
    size: new Float32Array(n).fill(0.01),
    terms: papers.map(() => []),
    concepts: papers.map(() => []),
    edges: [],
    ...changes,
  });
}
