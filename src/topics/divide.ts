import type { Executor } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { automaticCount, findResolution, linkedCount, smallestTopic } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { strongestLinks } from "../kernel/sparsify.ts";
import { STREAMS } from "../kernel/streams.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { moveToCentroids } from "./centroids.ts";
import { modularityOf, stabilityOf } from "./certainty.ts";
import { agreement, reweigh } from "./consensus.ts";
import { type Division, dissolveSmall, numberedBySize, toCount } from "./count.ts";
import { moveByLikelihood } from "./likelihood.ts";

/** A number of topics, or a resolution, or neither (the number is then chosen from the size of the collection). */
export interface DivideOptions {
  readonly seed: number;
  readonly topics?: number;
  readonly resolution?: number;
}

/** The topics of the papers, largest first, and how well they are told apart. */
export interface Divided extends Division {
  /** Per topic, 0 to 1. */
  readonly stability: Float32Array;
  readonly modularity: number;
  /** At which they were found. */
  readonly resolution: number;
}

/**
 * Votes in the first round, and in the second on the links that survived it, up to so many papers. With 10 and 10
 * instead of 8 and 4, topics of four labelled collections match their labels the same (AMI within .001, mean of 12
 * seeds) and seeds agree as much (.88 instead of .87); with 6 and 4 they agree .01 less, with 5 and 3 .03 less. Few
 * papers have few links to be sure of, and a run takes milliseconds; with 40 and 20 or 100
 * and 50, twelve seeds agree no more on 144 papers (.83 and .82 instead of .85). Where one takes seconds, topics are large and steady
 * enough for one round (by eye).
 */
const VOTES: readonly (readonly [papers: number, first: number, second: number])[] = [
  [1000, 20, 10],
  [50_000, 8, 4],
  [200_000, 6, 0],
  [Number.POSITIVE_INFINITY, 3, 0],
];
/** Up to so many papers the runs see all links; beyond, the strongest of each paper, at a third of the cost (where it was tried on few papers, AMI falls by less than .01). */
const VOTED_IN_FULL = 20_000;
const STRONGEST_LINKS = 10;
/** The second vote draws other numbers than the first. */
const OTHER_SEED = 0x5bd1e995;
/** Rounds of moves by likelihood after the votes. */
const LIKELIHOOD_ROUNDS = 3;
/** Of moves to centroids. With three, AMI is .014 lower on one of four labelled collections, and alike on the others. */
const CENTROID_ROUNDS = 1;

/**
 * Topics of the papers: Louvain at a resolution that gives the wanted number, some seeded runs, links reweighted by how
 * often the runs agree on them, some more, and one for the topics; then papers move to the topic under which their words
 * are likeliest, and to the one whose centroid they are nearest to. Papers without links have no topic. Given `topics`,
 * there are exactly so many wherever the papers allow it.
 * @param graph n papers; its weights are what counts
 * @param rows n term rows of unit length (or empty)
 */
export async function divide(
  graph: Graph,
  rows: SparseRows,
  { seed, topics, resolution }: DivideOptions,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<Divided> {
  const linked = linkedCount(graph.start);
  const wanted = Math.min(topics ?? automaticCount(linked), linked);
  const usual = smallestTopic(linked, wanted);
  const voted = linked > VOTED_IN_FULL ? strongestLinks(graph, STRONGEST_LINKS) : graph;
  const resolve = (among: Graph) => resolution ?? findResolution(among, wanted, usual, seed);
  const first = resolve(voted);
  onProgress?.(0.25);
  const [, votes, secondVotes] = VOTES.find(([papers]) => linked <= papers) ?? [0, 1, 0];
  const share = await agreement({ graph: voted, resolution: first, seed }, votes, executor, (done) =>
    onProgress?.(0.25 + done * 0.4),
  );
  let agreed = reweigh(voted, share);
  if (secondVotes > 0) {
    const vote = { graph: agreed, resolution: resolve(agreed), seed: (seed ^ OTHER_SEED) >>> 0 };
    const again = await agreement(vote, secondVotes, executor, (done) => onProgress?.(0.65 + done * 0.25));
    agreed = reweigh(agreed, again);
  }
  let division = withoutIsolated(graph, louvain(agreed, resolve(agreed), seed, STREAMS.topics));
  division = dissolveSmall(graph, rows, division, usual);
  if (resolution === undefined) division = toCount(agreed, division, wanted, seed);
  const { count } = division;
  const likeliest = await moveByLikelihood(graph, rows, division.topic, count, LIKELIHOOD_ROUNDS, executor);
  const topic = moveToCentroids(graph, rows, likeliest, count, CENTROID_ROUNDS);
  division = dissolveSmall(
    graph,
    rows,
    numberedBySize({ topic, count }),
    topics === undefined ? usual : Math.min(2, usual),
  );
  if (topics !== undefined) division = toCount(graph, division, wanted, seed);
  onProgress?.(1);
  return {
    ...division,
    stability: stabilityOf(voted, share, division),
    modularity: modularityOf(voted, division, first),
    resolution: first,
  };
}

function withoutIsolated(graph: Graph, found: { community: Uint32Array; count: number }): Division {
  const topic = Int32Array.from(found.community, (c, i) =>
    graph.start[i] === graph.start[i + 1] ? NO_TOPIC : c,
  );
  return numberedBySize({ topic, count: found.count });
}
