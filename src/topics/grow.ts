import type { Executor } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { automaticCount, findResolution, linkedCount, smallestTopic } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { STREAMS } from "../kernel/streams.ts";
import type { Earlier } from "../model/earlier.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { fitTopics } from "./centroids.ts";
import { certainty, modularityOf } from "./certainty.ts";
import { type Division, numberedBySize } from "./count.ts";
import { findDeeper } from "./deeper.ts";
import { groupTopics } from "./groups.ts";
import { findSubtopics } from "./subtopics.ts";

/** A community is a topic of its own when this share of its papers is new (by eye). */
const MOSTLY_NEW = 0.6;

/**
 * The topics of an earlier map with more papers in them: known papers stay where they are, new ones join the topic that
 * fits them best, and where new papers hang together by themselves they become a new topic. Topics whose papers are all
 * gone vanish. O(entries · topics) and one run of Louvain where there are new papers.
 */
export async function growTopics(
  graph: Graph,
  rows: SparseRows,
  earlier: Earlier,
  seed: number,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<TopicTree> {
  const linked = linkedCount(graph.start);
  const wanted = Math.max(earlier.count, automaticCount(linked));
  const resolution = findResolution(graph, wanted, smallestTopic(linked, wanted), seed);
  onProgress?.(0.3);
  const found = withNewTopics(graph, earlier, resolution, smallestTopic(linked, wanted), seed);
  const topic = placeRest(graph, rows, found);
  const division = numberedBySize({ topic, count: found.count });
  onProgress?.(0.7);
  const kept = keepSubtopics(graph, division, earlier);
  const subtopics = await growSubtopics(graph, rows, division, kept, seed, executor);
  onProgress?.(1);
  const origin = originOf(division, earlier);
  return {
    ...division,
    ...subtopics,
    // Anew: deeper parts of sub-topics that did not grow come out as they were, and their names are carried over.
    ...(await findDeeper(graph, rows, division.count, subtopics, seed, executor)),
    group: groupTopics(graph, division),
    ...certainty(division, fitTopics(graph, rows, division.topic, division.count)),
    stability: Float32Array.from(origin, (o) => (o === NO_TOPIC ? 1 : earlier.stability[o])),
    modularity: modularityOf(graph, division, resolution),
    resolution,
  };
}

/** Known papers in their topics; communities of new papers as topics of their own; the rest without. */
function withNewTopics(
  graph: Graph,
  { known, topic, count }: Earlier,
  resolution: number,
  smallest: number,
  seed: number,
): Division {
  const column = topic.slice();
  const { community, count: communities } = louvain(graph, resolution, seed, STREAMS.newTopics);
  const size = new Uint32Array(communities);
  const fresh = new Uint32Array(communities);
  for (let i = 0; i < community.length; i++) {
    size[community[i]]++;
    if (known[i] === 0) fresh[community[i]]++;
  }
  let next = count;
  const made = new Int32Array(communities).fill(NO_TOPIC);
  for (let c = 0; c < communities; c++)
    if (fresh[c] >= Math.max(3, smallest) && fresh[c] >= MOSTLY_NEW * size[c]) made[c] = next++;
  for (let i = 0; i < column.length; i++) if (known[i] === 0) column[i] = made[community[i]];
  return { topic: column, count: next };
}

/** New papers with links but without a topic join the one that fits them best. */
function placeRest(graph: Graph, rows: SparseRows, { topic, count }: Division): Int32Array {
  const { best } = fitTopics(graph, rows, topic, count);
  return topic.map((t, i) => (t === NO_TOPIC && graph.start[i] < graph.start[i + 1] ? best[i] : t));
}

/** The earlier topic that each topic grew from, or NO_TOPIC. */
function originOf({ topic, count }: Division, earlier: Earlier): Int32Array {
  const origin = new Int32Array(count).fill(NO_TOPIC);
  for (let i = 0; i < topic.length; i++)
    if (topic[i] !== NO_TOPIC && earlier.topic[i] !== NO_TOPIC) origin[topic[i]] = earlier.topic[i];
  return origin;
}

/** Earlier sub-topics (under their earlier ids), joined by the new papers that are linked to them most. */
function keepSubtopics(graph: Graph, { topic }: Division, earlier: Earlier): Int32Array {
  const column = earlier.subtopic.slice();
  const weight = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    if (earlier.known[i] === 1 || topic[i] === NO_TOPIC) continue;
    weight.clear();
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const other = graph.neighbour[e];
      const s = earlier.subtopic[other];
      if (s !== NO_TOPIC && topic[other] === topic[i]) weight.set(s, (weight.get(s) ?? 0) + graph.weight[e]);
    }
    const [best] = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best) column[i] = best[0];
  }
  return column;
}

/** Sub-topics numbered after the topics: the kept ones, and new ones where a topic had none and has become large. */
async function growSubtopics(
  graph: Graph,
  rows: SparseRows,
  { topic, count }: Division,
  kept: Int32Array,
  seed: number,
  executor: Executor,
): Promise<{ subtopic: Int32Array; parent: Int32Array }> {
  const divided = new Set<number>();
  for (const [i, s] of kept.entries()) if (s !== NO_TOPIC && topic[i] !== NO_TOPIC) divided.add(topic[i]);
  const whole = topic.map((t) => (divided.has(t) ? NO_TOPIC : t));
  const found = await findSubtopics(graph, rows, { topic: whole, count }, seed, executor, () => {});
  const home = new Map<number, number>();
  for (const [i, s] of kept.entries())
    if (s !== NO_TOPIC && topic[i] !== NO_TOPIC && !home.has(s)) home.set(s, topic[i]);
  const old = [...home].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const fresh = [...found.parent].map((parent, k) => [count + k, parent] as const);
  const id = new Map(old.map(([s], k) => [s, count + k]));
  const subtopic = kept.map((s, i) => {
    if (s !== NO_TOPIC) return id.get(s) ?? NO_TOPIC;
    const other = found.subtopic[i];
    return other === NO_TOPIC ? NO_TOPIC : other + old.length;
  });
  return { subtopic, parent: Int32Array.from([...old, ...fresh], ([, parent]) => parent) };
}
