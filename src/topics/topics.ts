import type { Executor } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { TopicTree } from "../model/topic.ts";
import { fitTopics } from "./centroids.ts";
import { certainty } from "./certainty.ts";
import { findDeeper } from "./deeper.ts";
import type { Divided } from "./divide.ts";
import { groupTopics } from "./groups.ts";
import { findSubtopics } from "./subtopics.ts";

/** Topics with their groups and sub-topics, how sure each paper is of its own, and its next best. */
export async function topicTree(
  graph: Graph,
  rows: SparseRows,
  divided: Divided,
  seed: number,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<TopicTree> {
  const subtopics = await findSubtopics(graph, rows, divided, seed, executor, (done) => onProgress?.(done));
  return {
    ...divided,
    ...subtopics,
    ...(await findDeeper(graph, rows, divided.count, subtopics, seed, executor)),
    group: groupTopics(graph, divided),
    ...certainty(divided, fitTopics(graph, rows, divided.topic, divided.count)),
  };
}
