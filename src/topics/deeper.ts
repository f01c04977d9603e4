import type { Executor } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { findSubtopics, type Subtopics } from "./subtopics.ts";

/**
 * Sub-topics of so many papers and more are divided again, and what comes of them, into parts of some `MEAN_PAPERS` (by
 * eye: a name and a few dots to a part when its parent fills the window). Of 100,000 arXiv papers' 2,107 topics 1,275 are
 * on the third level, 408 on the fourth and 33 below.
 */
const LEAST_TO_DIVIDE = 120;
const MEAN_PAPERS = 50;
/** No map needs more levels; each divides by two at least. */
const MOST_LEVELS = 12;

/** What sub-topics divide into: `leaf` holds the deepest part of each paper, `parent` all that is below topics. */
export type Deeper = Pick<TopicTree, "leaf" | "parent">;

/**
 * Divides large sub-topics, and their parts while these are large. Parts number after the sub-topics, level by level.
 * @returns leaf absent where none is large enough to be divided, or none comes apart
 */
export async function findDeeper(
  graph: Graph,
  rows: SparseRows,
  count: number,
  { subtopic, parent }: Subtopics,
  seed: number,
  executor: Executor,
): Promise<Deeper> {
  const parents = [...parent];
  const leaf = new Int32Array(subtopic.length).fill(NO_TOPIC);
  let [column, found] = [subtopic, false];
  for (let level = 0; level < MOST_LEVELS; level++) {
    const next = count + parents.length;
    const part = { topic: column, count: next };
    const divided = await findSubtopics(graph, rows, part, seed, executor, () => {}, {
      least: LEAST_TO_DIVIDE,
      mean: MEAN_PAPERS,
    });
    if (divided.parent.length === 0) break;
    found = true;
    column = divided.subtopic;
    for (const [i, id] of column.entries()) if (id !== NO_TOPIC) leaf[i] = id;
    for (const above of divided.parent) parents.push(above);
  }
  return { parent: Int32Array.from(parents), ...(found ? { leaf } : {}) };
}
