import { rowCount, type SparseRows } from "../kernel/rows.ts";
import type { Earlier } from "../model/earlier.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { fitTopics } from "./centroids.ts";

/** The grouping of an earlier map as far as words can change it. */
export type Grouped = Pick<Earlier, "topic" | "subtopic" | "count">;

/**
 * An earlier grouping after a change of the vocabulary: a paper moves when its words fit another topic best than they did
 * before. By words alone, so that the same papers move whatever links the map holds. O(entries · topics).
 * @param before rows of the same papers by the words of the earlier map
 * @param after by the words of now
 */
export function reviseTopics<T extends Grouped>(earlier: T, before: SparseRows, after: SparseRows): T {
  const { count } = earlier;
  const [old, now] = [bestTopics(before, earlier.topic, count), bestTopics(after, earlier.topic, count)];
  const [topic, subtopic] = [earlier.topic.slice(), earlier.subtopic.slice()];
  for (let i = 0; i < topic.length; i++) {
    if (topic[i] === NO_TOPIC || now[i] === NO_TOPIC || now[i] === old[i] || now[i] === topic[i]) continue;
    topic[i] = now[i];
    subtopic[i] = NO_TOPIC;
  }
  return { ...earlier, topic, subtopic };
}

/** The topic whose words are most like those of each paper; NO_TOPIC for a paper without words. */
function bestTopics(rows: SparseRows, topic: Int32Array, count: number): Int32Array {
  const unlinked = {
    start: new Uint32Array(rowCount(rows) + 1),
    neighbour: new Uint32Array(0),
    weight: new Float32Array(0),
  };
  return fitTopics(unlinked, rows, topic, count).best;
}
