import { groupBy } from "../kernel/columns.ts";
import { coarsen, degreesOf, type Graph, nodeCount, subgraph } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { findResolution } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { STREAMS } from "../kernel/streams.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { fitTopics } from "./centroids.ts";

/** A division of the papers while it is being worked on: topic of each paper, 0 … count−1 or NO_TOPIC. */
export interface Division {
  readonly topic: Int32Array;
  readonly count: number;
}

/** Renumbers topics by size, largest first, ties by lowest member; empty ones vanish. */
export function numberedBySize({ topic, count }: Division): Division {
  const size = new Uint32Array(count);
  const lowest = new Int32Array(count).fill(-1);
  for (const [i, t] of topic.entries()) {
    if (t === NO_TOPIC) continue;
    if (size[t]++ === 0) lowest[t] = i;
  }
  const order = Array.from({ length: count }, (_, t) => t)
    .filter((t) => size[t] > 0)
    .sort((a, b) => size[b] - size[a] || lowest[a] - lowest[b]);
  const rank = new Int32Array(count);
  for (const [to, from] of order.entries()) rank[from] = to;
  return { topic: topic.map((t) => (t === NO_TOPIC ? NO_TOPIC : rank[t])), count: order.length };
}

/**
 * Dissolves topics of fewer than `smallest` papers: each of their papers goes to the topic that fits it best, and a
 * paper that fits none is left without. No bin of leftovers is made of them. Where all are small, all stay.
 */
export function dissolveSmall(
  graph: Graph,
  rows: SparseRows,
  division: Division,
  smallest: number,
): Division {
  const size = new Uint32Array(division.count);
  for (const t of division.topic) if (t !== NO_TOPIC) size[t]++;
  if (size.every((s) => s >= smallest) || !size.some((s) => s >= smallest)) return numberedBySize(division);
  const kept = division.topic.map((t) => (t !== NO_TOPIC && size[t] >= smallest ? t : NO_TOPIC));
  const ordered = numberedBySize({ topic: kept, count: division.count });
  const { best } = fitTopics(graph, rows, ordered.topic, ordered.count);
  const topic = ordered.topic.map((t, i) => (t === NO_TOPIC && division.topic[i] !== NO_TOPIC ? best[i] : t));
  return numberedBySize({ topic, count: ordered.count });
}

/** Brings a division to exactly `wanted` topics where the papers allow it, by the best merges or splits. */
export function toCount(graph: Graph, division: Division, wanted: number, seed: number): Division {
  let now = division;
  while (now.count > wanted && now.count > 1) now = numberedBySize(mergeOnce(graph, now));
  const stuck = new Set<number>();
  while (now.count < wanted) {
    const next = splitOnce(graph, now, seed, stuck);
    if (!next) break;
    now = next;
  }
  return numberedBySize(now);
}

/** Merges the pair of topics with the most link weight for their sizes; where none is linked, the two smallest. */
function mergeOnce(graph: Graph, { topic, count }: Division): Division {
  const linked = topicGraph(graph, { topic, count });
  let [a, b, most] = [count - 2, count - 1, 0];
  for (let t = 0; t < count; t++)
    for (let e = linked.start[t]; e < linked.start[t + 1]; e++) {
      const other = linked.neighbour[e];
      if (other <= t || other >= count) continue;
      const tie = linked.weight[e] / (linked.strength[t] * linked.strength[other]);
      if (tie > most) [a, b, most] = [t, other, tie];
    }
  return { topic: topic.map((t) => (t === b ? a : t)), count };
}

/** One node per topic (papers without one share a last node), with the strength of each: its papers' weighted degrees. */
export function topicGraph(
  graph: Graph,
  { topic, count }: Division,
): Graph & { readonly strength: Float64Array } {
  const community = Uint32Array.from(topic, (t) => (t === NO_TOPIC ? count : t));
  const linked = coarsen(graph, community, count + 1);
  return { ...linked, strength: degreesOf(linked) };
}

/** Splits the largest topic that comes apart in two. `stuck` remembers, by first member, those that do not. */
function splitOnce(
  graph: Graph,
  { topic, count }: Division,
  seed: number,
  stuck: Set<number>,
): Division | undefined {
  const members = groupBy(topic, count);
  const size = (t: number) => members.start[t + 1] - members.start[t];
  const order = Array.from({ length: count }, (_, t) => t).sort((a, b) => size(b) - size(a) || a - b);
  const place = new Int32Array(topic.length).fill(-1);
  for (const t of order) {
    const papers = members.item.slice(members.start[t], members.start[t + 1]);
    if (papers.length < 2 || stuck.has(papers[0])) continue;
    const half = splitInTwo(subgraph(graph, papers, place), seed);
    if (half) {
      const next = topic.slice();
      for (const [i, paper] of papers.entries()) if (half[i] === 1) next[paper] = count;
      return { topic: next, count: count + 1 };
    }
    stuck.add(papers[0]);
  }
  return undefined;
}

/** Share of a topic that the smaller of two parts should have (by eye). */
const LEAST_HALF = 1 / 8;

/** 0 or 1 per node, both in use; undefined where the nodes do not come apart. */
function splitInTwo(part: Graph, seed: number): Int32Array | undefined {
  const n = nodeCount(part);
  const resolution = findResolution(part, 2, Math.max(1, Math.floor(n * LEAST_HALF)), seed);
  const found = louvain(part, resolution, seed, STREAMS.halves);
  if (found.count < 2) return undefined;
  let division = numberedBySize({ topic: Int32Array.from(found.community), count: found.count });
  while (division.count > 2) division = numberedBySize(mergeOnce(part, division));
  return division.topic;
}
