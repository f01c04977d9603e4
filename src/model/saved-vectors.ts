import type { EdgeList } from "./edges.ts";
import type { TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";
import type { Vectors } from "./vectors.ts";

/** What a saved map knows of the vectors that it was made with: its semantic edges. */
export function savedVectors({
  parameters,
  edges,
}: Pick<TopicMap, "parameters" | "edges">): Vectors | undefined {
  const list = edges.find(({ kind }) => kind === "semantic") ?? NO_EDGES;
  return parameters.vectors && { ...parameters.vectors, of: list };
}

const NO_EDGES: EdgeList = {
  kind: "semantic",
  directed: false,
  source: new Uint32Array(0),
  target: new Uint32Array(0),
  weight: new Float32Array(0),
};

/** The same of an earlier map for papers that are partly others: links between those that are in both. */
export function carriedVectors(map: TopicMap, papers: readonly Paper[]): Vectors | undefined {
  const vectors = savedVectors(map);
  if (!vectors || !("source" in vectors.of)) return vectors;
  const { source, target, weight } = vectors.of;
  const index = new Map(papers.map(({ identity }, i) => [identity, i]));
  const place = map.papers.map(({ identity }) => index.get(identity));
  const kept: (readonly [number, number, number])[] = [];
  for (let e = 0; e < source.length; e++) {
    const [a, b] = [place[source[e]], place[target[e]]];
    if (a !== undefined && b !== undefined) kept.push([Math.min(a, b), Math.max(a, b), weight[e]]);
  }
  kept.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const of = {
    ...NO_EDGES,
    source: Uint32Array.from(kept, ([low]) => low),
    target: Uint32Array.from(kept, ([, high]) => high),
    weight: Float32Array.from(kept, ([, , w]) => w),
  };
  return { ...vectors, of };
}
