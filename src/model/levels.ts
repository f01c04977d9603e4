import { countOnes } from "../kernel/columns.ts";
import type { TopicMap } from "./map.ts";
import { NO_TOPIC, type Topic, type TopicTree } from "./topic.ts";

/** What of a map says which topics its papers are in. */
export type Levels = Pick<TopicMap, "topic" | "subtopic" | "leaf"> & {
  readonly topics: readonly Pick<Topic, "id" | "parent">[];
};

/** Ids of topics by paper, NO_TOPIC where it is in none; in 16 bits where these are enough: a million papers have ten levels. */
export type IdColumn = Int32Array | Int16Array;

/** Ids up to this one are numbers of 16 bits. */
const NARROW = 1 << 15;

/** A column for ids below a number, of NO_TOPIC. */
export function idColumn(papers: number, ids: number): IdColumn {
  return (ids <= NARROW ? new Int16Array(papers) : new Int32Array(papers)).fill(NO_TOPIC);
}

/**
 * Ids of the papers' topics, a column a level, NO_TOPIC where a paper has none there: topics, sub-topics, what these
 * divide into. Two columns at least. O(papers · levels) at the first call for a map, then known.
 */
export function levelsOf({ topics, topic, subtopic, leaf }: Levels): readonly IdColumn[] {
  if (!leaf) return [topic, subtopic];
  const known = levels.get(leaf);
  if (known) return known;
  const made = [topic, subtopic, ...deeperLevels(topics, leaf)];
  levels.set(leaf, made);
  return made;
}

/** The same of a tree that is not a map yet. */
export function levelsOfTree({
  count,
  parent,
  topic,
  subtopic,
  leaf,
}: Pick<TopicTree, "count" | "parent" | "topic" | "subtopic" | "leaf">): readonly IdColumn[] {
  const topics = Array.from({ length: count + parent.length }, (_, id) => ({
    id,
    ...(id < count ? {} : { parent: parent[id - count] }),
  }));
  return levelsOf({ topics, topic, subtopic, ...(leaf ? { leaf } : {}) });
}

/** Whoever changes which topics a map has makes another column of leaves. */
const levels = new WeakMap<Int32Array, readonly IdColumn[]>();

function deeperLevels(topics: Levels["topics"], leaf: Int32Array): IdColumn[] {
  const parent = new Map(topics.map((topic) => [topic.id, topic.parent]));
  /** By id of a leaf: what stands in the columns of its papers. Found once a leaf: papers are many more. */
  const ways: (readonly number[])[] = [];
  let most = 0;
  for (let i = 0; i < leaf.length; i++) {
    const id = leaf[i];
    if (id === NO_TOPIC || ways[id]) continue;
    ways[id] = belowSubtopics(parent, id);
    most = Math.max(most, ways[id].length);
  }
  const ids = topics.reduce((above, { id }) => Math.max(above, id + 1), 0);
  const columns = Array.from({ length: most }, () => idColumn(leaf.length, ids));
  for (let i = 0; i < leaf.length; i++) {
    if (leaf[i] === NO_TOPIC) continue;
    const way = ways[leaf[i]];
    for (let d = 0; d < way.length; d++) columns[d][i] = way[d];
  }
  return columns;
}

/** The parts that a topic is or lies in, from those of sub-topics on down to it; none of a topic or sub-topic. */
function belowSubtopics(parent: ReadonlyMap<number, number | undefined>, id: number): number[] {
  const way: number[] = [];
  let at: number | undefined = id;
  for (let d = depthOf(parent, id) - 2; d >= 0 && at !== undefined; d--) {
    way[d] = at;
    at = parent.get(at);
  }
  return way;
}

/** 0 for a topic, 1 for a sub-topic, … @param parent of each id */
export function depthOf(parent: ReadonlyMap<number, number | undefined>, id: number): number {
  let depth = 0;
  for (let above = parent.get(id); above !== undefined; above = parent.get(above)) depth++;
  return depth;
}

/** The level that topic `id` is on: 0 for topics, 1 for sub-topics, … */
export function levelOf({ topics }: Pick<Levels, "topics">, id: number): number {
  return wayTo({ topics }, id).length - 1;
}

/** From the topic that `id` lies in down to it. */
export function wayTo({ topics }: Pick<Levels, "topics">, id: number): readonly number[] {
  const way = [id];
  for (let above = topics[id]?.parent; above !== undefined; above = topics[above]?.parent) way.unshift(above);
  return way;
}

/** The column of the level that topic `id` is on: a paper is in it where that says so. */
export function columnOf(map: Levels, id: number): IdColumn {
  const level = levelOf(map, id);
  // What stands deeper is made only where it is asked for.
  if (level < 2) return level === 0 ? map.topic : map.subtopic;
  return levelsOf(map)[level] ?? map.topic;
}

/**
 * How many of some papers are in each topic, on whatever level, by id. O(papers + topics · levels): the columns of deeper
 * levels are not made for it.
 * @param isOne one byte a paper: 1 counts it, 0 does not
 */
export function countsByTopic({ topics, topic, subtopic, leaf }: Levels, isOne: Uint8Array): Uint32Array {
  const [counts, ofSubtopics] = [topic, subtopic].map((level) => countOnes(level, isOne, topics.length));
  for (let id = 0; id < counts.length; id++) counts[id] += ofSubtopics[id];
  if (!leaf) return counts;
  const own = countOnes(leaf, isOne, topics.length);
  const parent = new Map(topics.map(({ id, parent: above }) => [id, above]));
  for (const { id } of topics)
    if (own[id] > 0) for (const part of belowSubtopics(parent, id)) counts[part] += own[id];
  return counts;
}

/** Papers of topic `id`, ascending. O(papers) */
export function papersOf(map: Levels, id: number): number[] {
  const column = columnOf(map, id);
  const papers: number[] = [];
  for (let i = 0; i < column.length; i++) if (column[i] === id) papers.push(i);
  return papers;
}
