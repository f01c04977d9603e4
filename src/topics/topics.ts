import type { Executor } from "../kernel/executor.ts";
import { seededRandom } from "../kernel/random.ts";
import { type Graph, nodeCount } from "../model/graph.ts";
import type { SparseRows } from "../model/rows.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { polish } from "./centroids.ts";
import { certainty, stability } from "./certainty.ts";
import { agreement, consensusGraph, runConsensus } from "./consensus.ts";
import { dissolveSmall, mergeDownTo, orderBySize } from "./count.ts";
import { groupTopics } from "./groups.ts";
import { renumber, runLouvain } from "./louvain.ts";
import { automaticTopics, findResolution, leastTopicSize } from "./resolution.ts";
import { findSubtopics } from "./subtopics.ts";

/** How many topics: asked for, by a resolution, or (neither) chosen from the number of papers. */
export interface TopicOptions {
  readonly seed: number;
  readonly topics?: number;
  readonly resolution?: number;
}

/**
 * Topics by consensus: the resolution that gives the wanted number, ten seeded Louvain runs at it, every edge weighted
 * by the share of runs that agree on it, one more run on that graph, then centroid polish in term space. Papers without
 * any edge have no topic. Sub-topics the same way within each topic.
 * @param rows the term matrix
 */
export async function findTopics(
  graph: Graph,
  rows: SparseRows,
  { seed, topics, resolution }: TopicOptions,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<TopicTree> {
  const n = nodeCount(graph);
  const linked = countLinked(graph);
  const wanted = Math.max(1, Math.min(topics ?? automaticTopics(linked), linked));
  const least = topics === undefined ? leastTopicSize(n) : Math.min(2, leastTopicSize(n));
  const r = resolution ?? findResolution(graph, wanted, least, seed);
  onProgress?.(0.3);
  const runs = await runConsensus(graph, r, seed, executor, (done) => onProgress?.(0.3 + done * 0.4));
  const share = agreement(graph, runs);
  const agreed = consensusGraph(graph, share);
  const finalResolution = resolution === undefined ? findResolution(agreed, wanted, least, seed + 1) : r;
  const last = runLouvain(agreed, finalResolution, seededRandom(seed, 500));
  onProgress?.(0.85);
  const raw = last.community.map((c, i) => (graph.start[i] === graph.start[i + 1] ? NO_TOPIC : c));
  const numbered = renumber(raw);
  const large = dissolveSmall(graph, rows, numbered.community, numbered.count, least);
  const merged = resolution === undefined ? mergeDownTo(graph, large.community, large.count, wanted) : large;
  const polished = renumber(polish(rows, merged.community, merged.count));
  const { community: topic, count } = orderBySize(polished.community, polished.count);
  const { subtopic, parent } = findSubtopics(graph, rows, topic, count, seed);
  onProgress?.(1);
  return {
    count,
    topic,
    subtopic,
    parent,
    group: groupTopics(graph, topic, count),
    ...certainty(graph, topic, count, share),
    stability: stability(topic, count, runs),
    modularity: last.modularity,
    resolution: r,
  };
}

function countLinked(graph: Graph): number {
  let linked = 0;
  for (let i = 0; i < nodeCount(graph); i++) if (graph.start[i + 1] > graph.start[i]) linked++;
  return linked;
}
