import type { TopicMap } from "../../src/model/map.ts";
import { sampleMap, samplePaper } from "../sample-map.ts";

/** A map of many papers on a grid, each linked to the next and to the one 60 further on. */
export function gridMap(count: number): TopicMap {
  const numbers = Array.from({ length: count }, (_, p) => p);
  const pairs = numbers.flatMap((p) =>
    [1, 60].filter((step) => p + step < count).map((step) => [p, p + step]),
  );
  return sampleMap({
    title: "Grid",
    papers: numbers.map((p) =>
      samplePaper(p, {
        title: `Paper number${p} on Epsilon`,
        authors: [`Ada Lovelace${p}`],
        abstract: `What paper ${p} says, at some length, of epsilon and of ${p * p}.`,
        ...(p % 5 === 0 ? {} : { year: 1990 + (p % 30) }),
      }),
    ),
    fields: [
      {
        name: "score",
        type: "number",
        values: Float64Array.from(numbers, (p) => (p % 3 === 0 ? Number.NaN : p / 8)),
      },
    ],
    topic: Int32Array.from(numbers, (p) => (p % 3) - 1),
    subtopic: new Int32Array(count).fill(-1),
    runnerUp: new Int32Array(count).fill(-1),
    confidence: Float32Array.from(numbers, (p) => (p % 3 === 0 ? 0 : 0.5)),
    x: Float32Array.from(numbers, (p) => p % 60),
    y: Float32Array.from(numbers, (p) => Math.floor(p / 60)),
    size: Float32Array.from(numbers, (p) => 0.25 + (p % 8) / 8),
    terms: numbers.map(() => ["graph"]),
    concepts: numbers.map(() => []),
    edges: [
      {
        kind: "keyword",
        directed: false,
        source: Uint32Array.from(pairs, ([a]) => a),
        target: Uint32Array.from(pairs, ([, b]) => b),
        weight: Float32Array.from(pairs, (_, e) => 0.25 + (e % 4) / 8),
      },
    ],
  });
}
