import { median } from "../kernel/columns.ts";
import type { MapExtra, TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";

/** Topics under ids of their own, in the order they shall have; columns hold these ids. */
export interface Grouping {
  /** Any order of levels; ids may have gaps. */
  readonly topics: readonly Topic[];
  readonly topic: Int32Array;
  readonly subtopic: Int32Array;
  readonly runnerUp: Int32Array;
  readonly confidence: Float32Array;
  /** Ids whose papers are others than before: their size, place and examples are taken anew. */
  readonly changed: ReadonlySet<number>;
}

const EXAMPLES = 5;

/** The map with this grouping: ids are renumbered (topics first, then sub-topics), topics without papers fall away. */
export function withGrouping(map: TopicMap, grouping: Grouping): TopicMap {
  const members = membersById(grouping);
  const alive = grouping.topics.filter(({ id }) => members.has(id));
  const order = [
    ...alive.filter(({ parent }) => parent === undefined),
    ...alive.filter(({ parent }) => parent !== undefined && members.has(parent)),
  ];
  const now = new Map(order.map(({ id }, k) => [id, k]));
  const renumber = (column: Int32Array) => column.map((id) => now.get(id) ?? NO_TOPIC);
  const topics = order.map((topic, id): Topic => {
    const { parent, ...own } = grouping.changed.has(topic.id)
      ? { ...topic, ...measure(map, topic, members.get(topic.id) ?? [], grouping.confidence) }
      : topic;
    const above = parent === undefined ? undefined : now.get(parent);
    return { ...own, id, ...(above === undefined ? {} : { parent: above }) };
  });
  const { extra, ...rest } = map;
  const kept = extra && renumberExtra(extra, now);
  return {
    ...rest,
    topics,
    topic: renumber(grouping.topic),
    subtopic: renumber(grouping.subtopic),
    runnerUp: renumber(grouping.runnerUp),
    confidence: grouping.confidence,
    ...(kept ? { extra: kept } : {}),
  };
}

/** Papers of each topic and sub-topic that has any. */
export function membersById({
  topic,
  subtopic,
}: Pick<Grouping, "topic" | "subtopic">): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const column of [topic, subtopic])
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
