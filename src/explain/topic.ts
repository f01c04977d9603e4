import type { Graph } from "../kernel/graph.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { TopicMap } from "../model/map.ts";
import type { TermMatrix } from "../model/text.ts";
import { NO_TOPIC } from "../model/topic.ts";

/** A term of a paper and how it speaks for its topic and for the rival. */
export interface TermPull {
  /** Surface form. */
  readonly term: string;
  /** Its part of the cosine with the centroid of the paper's topic, and of that with the rival's. */
  readonly here: number;
  readonly there: number;
}

/** A linked paper that pulls. */
export interface NeighbourPull {
  readonly paper: number;
  readonly topic: number;
  /** Its link's share of the weight of all links of the paper, 0 to 1, as the map counts them. */
  readonly share: number;
}

/** Why a paper is in its topic, and what speaks for another. */
export interface TopicReason {
  readonly topic: number;
  /** The next best topic, or NO_TOPIC. */
  readonly rival: number;
  /** Cosine of the paper with the centroid of its topic and of the rival, 0 to 1. The terms' parts sum to them. */
  readonly fit: number;
  readonly rivalFit: number;
  /** Terms that pull here more than to the rival, the strongest first; and those that pull to the rival. */
  readonly terms: readonly TermPull[];
  readonly against: readonly TermPull[];
  /** Neighbours in the topic, and in others, the strongest first. */
  readonly neighbours: readonly NeighbourPull[];
  readonly elsewhere: readonly NeighbourPull[];
  /** Share of the paper's link weight that stays in its topic, and that leads to the rival, 0 to 1. */
  readonly inside: number;
  readonly toRival: number;
}

const TERMS = 8;
const NEIGHBOURS = 6;

/**
 * Why paper i is in its topic: its terms against the centroids of its topic and of the runner-up, and its neighbours in
 * the graph that the topics were found in. Undefined for papers without a topic. O(entries of the two topics).
 */
export function explainTopic(
  map: Pick<TopicMap, "topic" | "runnerUp">,
  { rows, surface }: Pick<TermMatrix, "rows" | "surface">,
  graph: Graph,
  i: number,
): TopicReason | undefined {
  const topic = map.topic[i];
  if (topic === NO_TOPIC) return undefined;
  const rival = map.runnerUp[i];
  const own = centroid(rows, map.topic, topic);
  const other = centroid(rows, map.topic, rival);
  const pulls: (TermPull & { readonly column: number })[] = [];
  let [fit, rivalFit] = [0, 0];
  for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
    const column = rows.column[e];
    const here = rows.value[e] * own[column];
    const there = rows.value[e] * other[column];
    fit += here;
    rivalFit += there;
    pulls.push({ column, term: surface[column], here, there });
  }
  const best = (sign: 1 | -1) =>
    pulls
      .filter(({ here, there }) => sign * (here - there) > 0)
      .sort((a, b) => sign * (b.here - b.there - (a.here - a.there)) || a.column - b.column)
      .slice(0, TERMS)
      .map(({ term, here, there }) => ({ term, here, there }));
  return {
    topic,
    rival,
    fit,
    rivalFit,
    terms: best(1),
    against: best(-1),
    ...linkPulls(map.topic, graph, i, rival),
  };
}

function linkPulls(
  topic: Int32Array,
  graph: Graph,
  i: number,
  rival: number,
): Pick<TopicReason, "neighbours" | "elsewhere" | "inside" | "toRival"> {
  let total = 0;
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) total += graph.weight[e];
  const all: NeighbourPull[] = [];
  let [inside, toRival] = [0, 0];
  for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
    const paper = graph.neighbour[e];
    const share = graph.weight[e] / total;
    if (topic[paper] === topic[i]) inside += share;
    else if (topic[paper] === rival && rival !== NO_TOPIC) toRival += share;
    all.push({ paper, topic: topic[paper], share });
  }
  all.sort((a, b) => b.share - a.share || a.paper - b.paper);
  return {
    neighbours: all.filter((pull) => pull.topic === topic[i]).slice(0, NEIGHBOURS),
    elsewhere: all.filter((pull) => pull.topic !== topic[i]).slice(0, NEIGHBOURS),
    inside,
    toRival,
  };
}

/** The mean direction of a topic's rows, of unit length; all 0 for NO_TOPIC. */
function centroid(rows: SparseRows, topic: Int32Array, id: number): Float64Array {
  const sum = new Float64Array(rows.width);
  if (id === NO_TOPIC) return sum;
  for (let i = 0; i < topic.length; i++) {
    if (topic[i] !== id) continue;
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) sum[rows.column[e]] += rows.value[e];
  }
  let norm = 0;
  for (const v of sum) norm += v * v;
  if (norm > 0) {
    const length = Math.sqrt(norm);
    for (let c = 0; c < sum.length; c++) sum[c] /= length;
  }
  return sum;
}
