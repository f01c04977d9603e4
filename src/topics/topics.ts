import type { Executor } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { automaticCount, findResolution, linkedCount, smallestTopic } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { strongestLinks } from "../kernel/sparsify.ts";
import type { Earlier } from "../model/earlier.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { fitTopics, polish } from "./centroids.ts";
import { certainty, modularityOf, stabilityOf } from "./certainty.ts";
import { agreement, reweigh } from "./consensus.ts";
import { bySize, type Division, dissolveSmall, toCount } from "./count.ts";
import { groupTopics } from "./groups.ts";
import { growTopics } from "./grow.ts";
import { moveByLikelihood } from "./likelihood.ts";
import { findSubtopics } from "./subtopics.ts";

/** A number of topics, or a resolution, or neither (the number is then chosen from the size of the collection). */
export interface TopicOptions {
  readonly seed: number;
  readonly topics?: number;
  readonly resolution?: number;
  /** Topics of an earlier map, to go on from (`growTopics`) unless it says otherwise. */
  readonly earlier?: Earlier;
}

/** Up to so many papers the runs vote twice; beyond, topics are large and steady enough after one round. */
const TWO_ROUNDS = 50_000;
/** Up to so many papers the runs see all links; beyond, the strongest of each paper, at a third of the cost (where it was tried on few papers, AMI falls by less than .01). */
const VOTED_IN_FULL = 20_000;
const STRONGEST = 10;

/**
 * Topics and sub-topics of the papers: Louvain at a resolution that gives the wanted number of topics, ten seeded runs,
 * links reweighted by how often the runs agree on them, one more run, then three rounds of moving papers to the topic
 * under which their words are likeliest and three to the topic whose centroid they are nearest to. Papers without links
 * have no topic. Given `topics`, there are exactly so many wherever the papers allow it.
 * @param graph n papers; its weights are what counts
 * @param rows n term rows of unit length (or empty)
 */
export async function findTopics(
  graph: Graph,
  rows: SparseRows,
  { seed, topics, resolution, earlier }: TopicOptions,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<TopicTree> {
  if (earlier && !earlier.regroup) return growTopics(graph, rows, earlier, seed, executor, onProgress);
  const linked = linkedCount(graph.start);
  const wanted = Math.min(topics ?? automaticCount(linked), linked);
  const usual = smallestTopic(linked, wanted);
  const voted = linked > VOTED_IN_FULL ? strongestLinks(graph, STRONGEST) : graph;
  const first = resolution ?? findResolution(voted, wanted, usual, seed).resolution;
  onProgress?.(0.2);
  const share = await agreement({ graph: voted, resolution: first, seed }, executor, (done) =>
    onProgress?.(0.2 + done * 0.3),
  );
  let agreed = reweigh(voted, share);
  if (linked <= TWO_ROUNDS) {
    // A second vote, on the links that survived the first: seeds then differ half as much.
    const again = resolution ?? findResolution(agreed, wanted, usual, seed).resolution;
    const vote = { graph: agreed, resolution: again, seed: (seed ^ 0x5bd1e995) >>> 0 };
    agreed = reweigh(agreed, await agreement(vote, executor, (done) => onProgress?.(0.5 + done * 0.2)));
  }
  const last = resolution ?? findResolution(agreed, wanted, usual, seed).resolution;
  let division = withoutIsolated(graph, louvain(agreed, last, seed, 50));
  division = dissolveSmall(graph, rows, division, usual);
  if (resolution === undefined) division = toCount(agreed, division, wanted, seed);
  moveByLikelihood(graph, rows, division.topic, division.count, 3);
  polish(graph, rows, division.topic, division.count, 3);
  division = dissolveSmall(graph, rows, bySize(division), topics === undefined ? usual : Math.min(2, usual));
  if (topics !== undefined) division = toCount(graph, division, wanted, seed);
  onProgress?.(0.8);
  const subtopics = await findSubtopics(graph, rows, division, seed, executor, (done) =>
    onProgress?.(0.8 + done * 0.2),
  );
  return {
    ...division,
    ...subtopics,
    group: groupTopics(graph, division),
    ...certainty(division, fitTopics(graph, rows, division.topic, division.count)),
    stability: stabilityOf(voted, share, division),
    modularity: modularityOf(voted, division, first),
    resolution: first,
  };
}

function withoutIsolated(graph: Graph, found: { community: Uint32Array; count: number }): Division {
  const topic = Int32Array.from(found.community, (c, i) =>
    graph.start[i] === graph.start[i + 1] ? NO_TOPIC : c,
  );
  return bySize({ topic, count: found.count });
}
