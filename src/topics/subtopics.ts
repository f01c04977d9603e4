import { groupBy } from "../kernel/columns.ts";
import type { Executor, Kernel } from "../kernel/executor.ts";
import { type Graph, nodeCount, subgraph } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { clamp } from "../kernel/numeric.ts";
import { findResolution } from "../kernel/resolution.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { STREAMS } from "../kernel/streams.ts";
import { NO_TOPIC, type TopicTree } from "../model/topic.ts";
import { moveToCentroids } from "./centroids.ts";
import { type Division, dissolveSmall, numberedBySize, toCount } from "./count.ts";

// How topics are divided, chosen by eye.
/** Topics smaller than this are read as they are. */
const LEAST_TO_DIVIDE = 30;
/** Sub-topics of a topic of n papers: √n / 3, 2 to 9. */
const SUBTOPICS_A_ROOT = 1 / 3;
const MOST_SUBTOPICS = 9;
/** Papers that a sub-topic has at least, and share of a mean one that it has before papers move. */
const LEAST_SUBTOPIC = 5;
const SMALL_SUBTOPIC = 1 / 6;
const MOVE_ROUNDS = 2;

/** One topic's papers: the links among them and their term rows. */
interface Part {
  readonly graph: Graph;
  readonly rows: SparseRows;
}

/** Which topics are divided, and how fine. */
export interface Fineness {
  /** Papers that a topic has at least to be divided. */
  readonly least: number;
  /** Papers that its parts have at least on average. */
  readonly mean: number;
}

const SUBTOPICS: Fineness = { least: LEAST_TO_DIVIDE, mean: 0 };

/** Sub-topic of each paper of one topic, largest first; NO_TOPIC throughout where the topic does not come apart. */
export const divideTopic: Kernel<{ readonly seed: number; readonly mean: number }, Part, Int32Array> = {
  name: "divideTopic",
  run({ seed, mean }, { graph, rows }) {
    const n = nodeCount(graph);
    const usual = clamp(Math.round(Math.sqrt(n) * SUBTOPICS_A_ROOT), 2, MOST_SUBTOPICS);
    const wanted = mean > 0 ? Math.max(2, Math.min(usual, Math.floor(n / mean))) : usual;
    const smallest = Math.max(LEAST_SUBTOPIC, Math.round((n / wanted) * SMALL_SUBTOPIC));
    const resolution = findResolution(graph, wanted, smallest, seed);
    const found = louvain(graph, resolution, seed, STREAMS.subtopics);
    const rough = { topic: Int32Array.from(found.community), count: found.count };
    let division = dissolveSmall(graph, rows, rough, smallest);
    if (division.count > wanted) division = toCount(graph, division, wanted, seed);
    const topic = moveToCentroids(graph, rows, division.topic, division.count, MOVE_ROUNDS);
    division = dissolveSmall(graph, rows, numberedBySize({ topic, count: division.count }), LEAST_SUBTOPIC);
    return division.count < 2 ? new Int32Array(n).fill(NO_TOPIC) : division.topic;
  },
};

/** Sub-topic of each paper (ids count …, or NO_TOPIC), and parent[s − count], the topic of sub-topic s. */
export type Subtopics = Pick<TopicTree, "subtopic" | "parent">;

/** Sub-topics of every topic that is large enough, numbered after the topics. */
export async function findSubtopics(
  graph: Graph,
  rows: SparseRows,
  { topic, count }: Division,
  seed: number,
  executor: Executor,
  onProgress: (done: number) => void,
  { least, mean }: Fineness = SUBTOPICS,
): Promise<Subtopics> {
  const members = groupBy(topic, count);
  const place = new Int32Array(topic.length).fill(-1);
  const large = Array.from({ length: count }, (_, t) => t).filter(
    (t) => members.start[t + 1] - members.start[t] >= least,
  );
  const papers = large.map((t) => members.item.slice(members.start[t], members.start[t + 1]));
  const number = new Int32Array(rows.width).fill(-1);
  const parts = papers.map((own) => ({
    graph: subgraph(graph, own, place),
    rows: rowsOf(rows, own, number),
  }));
  const divided = await executor.run(divideTopic, { seed, mean }, parts, onProgress);
  const subtopic = new Int32Array(topic.length).fill(NO_TOPIC);
  const parent: number[] = [];
  for (const [p, own] of papers.entries()) {
    const first = count + parent.length;
    let most = -1;
    for (const [i, paper] of own.entries()) {
      const s = divided[p][i];
      if (s === NO_TOPIC) continue;
      subtopic[paper] = first + s;
      if (s > most) most = s;
    }
    for (let s = 0; s <= most; s++) parent.push(large[p]);
  }
  return { subtopic, parent: Int32Array.from(parent) };
}

/**
 * Some rows of the matrix, with the columns that occur in them renumbered: small enough to hand to a thread.
 * @param number −1 for every column, and so again afterwards
 */
function rowsOf(rows: SparseRows, papers: Uint32Array, number: Int32Array): SparseRows {
  const start = new Uint32Array(papers.length + 1);
  for (const [i, p] of papers.entries()) start[i + 1] = start[i] + rows.start[p + 1] - rows.start[p];
  const column = new Uint32Array(start[papers.length]);
  const value = new Float32Array(start[papers.length]);
  for (const [i, p] of papers.entries()) {
    column.set(rows.column.subarray(rows.start[p], rows.start[p + 1]), start[i]);
    value.set(rows.value.subarray(rows.start[p], rows.start[p + 1]), start[i]);
  }
  const used: number[] = [];
  for (const c of column) if (number[c] < 0) number[c] = used.push(c);
  // In their order, in which sums over columns run.
  const sorted = Uint32Array.from(used).sort();
  for (const [k, c] of sorted.entries()) number[c] = k;
  for (let e = 0; e < column.length; e++) column[e] = number[column[e]];
  for (const c of sorted) number[c] = -1;
  return { start, column, value, width: sorted.length };
}
