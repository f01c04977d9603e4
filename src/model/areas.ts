import { type IdColumn, idColumn } from "./levels.ts";
import type { TopicMap } from "./map.ts";
import { NO_TOPIC, type Topic } from "./topic.ts";

/** Some topics of the first level that have most to do with each other. */
export interface Areas {
  /** In the order of their first topics. */
  readonly names: readonly string[];
  /** By topic id its area, an index into the names; NO_TOPIC for sub-topics, their parts, and topics without an area. */
  readonly ofTopic: Int32Array;
}

/** The areas of a map; undefined where its topics have none, as few topics and maps of earlier versions do. */
export function areasOf({
  topics,
}: {
  readonly topics: readonly Pick<Topic, "id" | "parent" | "area">[];
}): Areas | undefined {
  const index = new Map<string, number>();
  const ofTopic = new Int32Array(topics.length).fill(NO_TOPIC);
  for (const { id, parent, area } of topics) {
    if (parent !== undefined || area === undefined) continue;
    const known = index.get(area) ?? index.size;
    index.set(area, known);
    ofTopic[id] = known;
  }
  return index.size > 0 ? { names: [...index.keys()], ofTopic } : undefined;
}

/** The area that most of some papers are in, the first of equals; undefined where they are in none. */
export function commonArea(
  { topics, topic }: Pick<TopicMap, "topics" | "topic">,
  papers: readonly number[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const i of papers) {
    const area = topics[topic[i]]?.area;
    if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [area, n] of counts) if (n > (counts.get(best ?? "") ?? 0)) best = area;
  return best;
}

/** The area of each paper, an index into the names; NO_TOPIC where it is in none. O(papers) */
export function areaColumn({ names, ofTopic }: Areas, { topic }: Pick<TopicMap, "topic">): IdColumn {
  const column = idColumn(topic.length, names.length);
  for (let i = 0; i < column.length; i++) column[i] = topic[i] === NO_TOPIC ? NO_TOPIC : ofTopic[topic[i]];
  return column;
}
