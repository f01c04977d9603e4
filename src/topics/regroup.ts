import { type Graph, nodeCount } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { automaticCount, findResolution, linkedCount, smallestTopic } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { fitTopics } from "./centroids.ts";
import { certainty } from "./certainty.ts";
import { bySize, type Division, dissolveSmall } from "./count.ts";

/** A division made in a moment, with its certainty; no sub-topics. */
export interface QuickTopics extends Division {
  readonly confidence: Float32Array;
  readonly runnerUp: Int32Array;
}

/** Links inside a topic of the map count so much more, so that topics hold on to their papers while a slider moves. */
const LOYALTY = 1.25;
/** Papers × topics up to which texts have a say: beyond, the fit would take longer than a slider may. */
const FITTED = 700_000;

/** The resolution at which the map's number of topics comes out of one run: where a slider stands in its middle. */
export function middleResolution(graph: Graph, count: number, seed: number): number {
  const linked = linkedCount(graph.start);
  const wanted = Math.max(1, Math.min(count || automaticCount(linked), linked));
  return findResolution(graph, wanted, smallestTopic(linked, wanted), seed).resolution;
}

/**
 * Topics at another resolution or of another mix, fast enough to follow a slider: one Louvain run on links that favour
 * the map's own topics, small ones dissolved, one round of moving papers to the topic that fits them best. For the
 * topics of record see `findTopics`. Deterministic.
 * @param own the map's topics, which new ones hold on to
 */
export function quickTopics(
  graph: Graph,
  rows: SparseRows,
  own: Int32Array,
  resolution: number,
  seed: number,
): QuickTopics {
  const linked = linkedCount(graph.start);
  const found = louvain(loyal(graph, own), resolution, seed, 90);
  const topic = Int32Array.from(found.community, (c, i) =>
    graph.start[i] === graph.start[i + 1] ? NO_TOPIC : c,
  );
  const rough = bySize({ topic, count: found.count });
  const division = dissolveSmall(graph, rows, rough, smallestTopic(linked, Math.max(1, rough.count)));
  if (division.count * nodeCount(graph) > FITTED) return { ...division, ...byLinks(graph, division) };
  const fit = fitTopics(graph, rows, division.topic, division.count);
  for (let i = 0; i < division.topic.length; i++)
    if (division.topic[i] !== NO_TOPIC && fit.best[i] !== NO_TOPIC && rows.start[i] < rows.start[i + 1])
      division.topic[i] = fit.best[i];
  const moved = { topic: division.topic, count: division.count };
  return renumbered(moved, certainty(moved, fit));
}

/** Topics by size again, after papers have moved. */
function renumbered(division: Division, { confidence, runnerUp }: ReturnType<typeof certainty>): QuickTopics {
  const sorted = bySize(division);
  const rank = new Int32Array(division.count).fill(NO_TOPIC);
  for (let i = 0; i < sorted.topic.length; i++)
    if (sorted.topic[i] !== NO_TOPIC) rank[division.topic[i]] = sorted.topic[i];
  return {
    ...sorted,
    confidence,
    runnerUp: runnerUp.map((t) => (t === NO_TOPIC ? NO_TOPIC : rank[t])),
  };
}

function loyal(graph: Graph, own: Int32Array): Graph {
  const weight = graph.weight.slice();
  for (let i = 0; i < nodeCount(graph); i++)
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++)
      if (own[i] !== NO_TOPIC && own[i] === own[graph.neighbour[e]]) weight[e] *= LOYALTY;
  return { ...graph, weight };
}

/** Certainty from links alone: the shares of a paper's link weight in its own topic and in the next. */
function byLinks(graph: Graph, { topic, count }: Division): ReturnType<typeof certainty> {
  const confidence = new Float32Array(topic.length);
  const runnerUp = new Int32Array(topic.length).fill(NO_TOPIC);
  const into = new Float64Array(count);
  for (let i = 0; i < topic.length; i++) {
    if (topic[i] === NO_TOPIC) continue;
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const t = topic[graph.neighbour[e]];
      if (t !== NO_TOPIC) into[t] += graph.weight[e];
    }
    let rival = 0;
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const t = topic[graph.neighbour[e]];
      if (t === NO_TOPIC || t === topic[i]) continue;
      if (into[t] > rival || (into[t] === rival && t < runnerUp[i])) {
        rival = into[t];
        runnerUp[i] = t;
      }
    }
    const own = into[topic[i]];
    if (own > 0) confidence[i] = (own * own) / (own * own + rival * rival);
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const t = topic[graph.neighbour[e]];
      if (t !== NO_TOPIC) into[t] = 0;
    }
  }
  return { confidence, runnerUp };
}
