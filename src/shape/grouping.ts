import { median } from "../kernel/columns.ts";
import { depthOf, type IdColumn, levelsOf } from "../model/levels.ts";
import type { MapExtra, TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";

/** Topics under ids of their own, in the order they shall have; columns hold these ids. */
export interface Grouping {
  /** Any order of levels; ids may have gaps. */
  readonly topics: readonly Topic[];
  readonly topic: Int32Array;
  readonly subtopic: Int32Array;
  /** Absent: as it was on the map. */
  readonly leaf?: Int32Array;
  readonly runnerUp: Int32Array;
  readonly confidence: Float32Array;
  /** Ids whose papers are others than before: their size, place and examples are taken anew. */
  readonly changed: ReadonlySet<number>;
}

const EXAMPLES = 5;

/**
 * The map with this grouping: ids are renumbered (topics first, then sub-topics, then their parts), topics without
 * papers fall away. Parts of a sub-topic keep those of their papers that are still in it.
 */
export function withGrouping(map: TopicMap, grouping: Grouping): TopicMap {
  const before = grouping.leaf ?? map.leaf;
  const leaf = before && leavesAfter(before, grouping);
  const columns = levelsOf({ ...grouping, ...(leaf ? { leaf } : {}) });
  const members = membersById(columns);
  const alive = grouping.topics.filter(
    ({ id, parent }) => members.has(id) && (parent === undefined || members.has(parent)),
  );
  const parents = new Map(alive.map(({ id, parent }) => [id, parent]));
  const order = columns.flatMap((_, level) => alive.filter(({ id }) => depthOf(parents, id) === level));
  const now = new Map(order.map(({ id }, k) => [id, k]));
  const renumber = (column: Int32Array) => column.map((id) => now.get(id) ?? NO_TOPIC);
  const topics = order.map((topic, id): Topic => {
    const { parent, ...own } = grouping.changed.has(topic.id)
      ? { ...topic, ...measure(map, topic, members.get(topic.id) ?? [], grouping.confidence) }
      : topic;
    const above = parent === undefined ? undefined : now.get(parent);
    return { ...own, id, ...(above === undefined ? {} : { parent: above }) };
  });
  const { extra, leaf: _before, ...rest } = map;
  const kept = extra && renumberExtra(extra, now);
  return {
    ...rest,
    topics: tintParts(topics),
    topic: renumber(grouping.topic),
    subtopic: renumber(grouping.subtopic),
    ...(leaf?.some((id) => id !== NO_TOPIC) ? { leaf: renumber(leaf) } : {}),
    runnerUp: renumber(grouping.runnerUp),
    confidence: grouping.confidence,
    ...(kept ? { extra: kept } : {}),
  };
}

/** Parts of sub-topics have the colour of these. */
export function tintParts(topics: readonly Topic[]): Topic[] {
  const made: Topic[] = [];
  for (const topic of topics) {
    const above = topic.parent === undefined ? undefined : made[topic.parent];
    made.push(above?.parent === undefined ? topic : { ...topic, color: above.color });
  }
  return made;
}

/** The deepest part of each paper that lies within its sub-topic. */
function leavesAfter(leaf: Int32Array, { topics, subtopic }: Grouping): Int32Array {
  const parents = new Map(topics.map(({ id, parent }) => [id, parent]));
  const home = new Map<number, number>();
  /** The sub-topic that a part lies in: the last on the way up that has a topic above it. */
  const homeOf = (id: number) => {
    let at: number | undefined = home.get(id);
    if (at !== undefined) return at;
    at = id;
    for (
      let above = parents.get(at);
      above !== undefined && parents.get(above) !== undefined;
      above = parents.get(at)
    )
      at = above;
    home.set(id, at);
    return at;
  };
  return leaf.map((id, i) => (id !== NO_TOPIC && homeOf(id) === subtopic[i] ? id : NO_TOPIC));
}

/** Papers of each topic that has any, over columns of topic ids. */
export function membersById(columns: readonly IdColumn[]): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const column of columns)
    for (let i = 0; i < column.length; i++) {
      if (column[i] === NO_TOPIC) continue;
      const own = members.get(column[i]);
      if (own) own.push(i);
      else members.set(column[i], [i]);
    }
  return members;
}

/** From numbers as they are saved, so that a map that was written and read gives the same. */
function measure(
  map: TopicMap,
  topic: Topic,
  own: readonly number[],
  confidence: Float32Array,
): Pick<Topic, "size" | "x" | "y" | "examples"> {
  const centre = (column: Float32Array) => sixDigits(median(own.map((i) => sixDigits(column[i]))));
  const inside = new Set(own);
  const kept = topic.examples.filter((i) => inside.has(i)).slice(0, EXAMPLES);
  const taken = new Set(kept);
  const weight = new Map(own.map((i) => [i, sixDigits(confidence[i]) * sixDigits(map.size[i])]));
  const others = own
    .filter((i) => !taken.has(i))
    .sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || a - b);
  return {
    size: own.length,
    x: centre(map.x),
    y: centre(map.y),
    examples: [...kept, ...others].slice(0, EXAMPLES),
  };
}

function renumberExtra(extra: MapExtra, now: ReadonlyMap<number, number>): MapExtra {
  const { topics, ...rest } = extra;
  const kept = new Map(
    [...(topics ?? [])].flatMap(([id, entries]) => {
      const to = now.get(id);
      return to === undefined ? [] : [[to, entries] as const];
    }),
  );
  return kept.size > 0 ? { ...rest, topics: kept } : rest;
}
