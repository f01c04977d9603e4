import { median } from "../kernel/columns.ts";
import { type Graph, nodeCount, symmetric } from "../kernel/graph.ts";
import { kindFactors } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";

/** A topic on the thematic map. */
export interface Theme {
  readonly topic: number;
  readonly papers: number;
  /** Callon's centrality: how strongly it is tied to the others. */
  readonly centrality: number;
  /** Callon's density: how tightly it is tied within. */
  readonly density: number;
  readonly quadrant: Quadrant;
}

/** Central and dense; dense only; central only; neither (Cobo et al. 2011). */
export type Quadrant = "motor" | "niche" | "basic" | "emerging or declining";

/** Topics on the thematic map, and the medians that part its quadrants. */
export interface ThematicMap {
  readonly themes: readonly Theme[];
  readonly centrality: number;
  readonly density: number;
}

/** The links of a map as they count in its topics: each kind by its weight. O(links). */
export function countedLinks({
  papers,
  edges,
  parameters,
}: Pick<TopicMap, "papers" | "edges" | "parameters">): Graph {
  const factors = kindFactors(edges, parameters.weights);
  const counted = edges.flatMap((list, k) =>
    factors[k] > 0 ? [{ ...list, weight: list.weight.map((w) => w * factors[k]) }] : [],
  );
  return symmetric(counted, papers.length);
}

/**
 * Callon's centrality and density (Callon, Courtial & Laville 1991, doi 10.1007/BF02019280), papers in the place of
 * words: with e(i, j) the weight of the link of papers i and j, the centrality of a topic is 10 · Σ e(i, h), i in it and
 * h in another; its density is 100 · Σ e(i, j) / w, both in it, w its papers. Topics above the median of both are motor
 * themes; a topic on a median counts as above it. O(links).
 * @param topic of each paper, 0 … count−1 or negative
 * @param within 0 leaves a paper out, with its links: so the map moves with the years
 */
export function thematicMap(
  graph: Graph,
  topic: ArrayLike<number>,
  count: number,
  within?: Uint8Array,
): ThematicMap {
  const papers = new Uint32Array(count);
  const outer = new Float64Array(count);
  const inner = new Float64Array(count);
  const counts = (i: number) => topic[i] >= 0 && topic[i] < count && within?.[i] !== 0;
  for (let i = 0; i < nodeCount(graph); i++) {
    if (!counts(i)) continue;
    const own = topic[i];
    papers[own]++;
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const other = graph.neighbour[e];
      if (!counts(other)) continue;
      if (topic[other] !== own) outer[own] += graph.weight[e];
      // Either end counts the link.
      else inner[own] += graph.weight[e] / 2;
    }
  }
  const present = Array.from(papers.keys()).filter((t) => papers[t] > 0);
  const placed = present.map((t) => ({
    topic: t,
    papers: papers[t],
    centrality: 10 * outer[t],
    density: (100 * inner[t]) / papers[t],
  }));
  const centrality = median(placed.map((theme) => theme.centrality));
  const density = median(placed.map((theme) => theme.density));
  const themes = placed.map((theme) => ({
    ...theme,
    quadrant: quadrantOf(theme.centrality >= centrality, theme.density >= density),
  }));
  return { themes, centrality, density };
}

function quadrantOf(isCentral: boolean, isDense: boolean): Quadrant {
  if (isCentral) return isDense ? "motor" : "basic";
  return isDense ? "niche" : "emerging or declining";
}
