import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";

/** A topic by its name (for people) and some of its papers (for finding it again, also after a new clustering). */
export type TopicRef = {
  readonly name: string;
  readonly level: "topic" | "subtopic";
  /** Identities of up to `ANCHORS` papers of the topic, the most typical first. */
  readonly papers: readonly string[];
};

const ANCHORS = 12;

/** How to find topic `id` of this map again. */
export function referTo(map: TopicMap, id: number): TopicRef {
  const { name, parent, examples } = map.topics[id];
  const column = parent === undefined ? map.topic : map.subtopic;
  const inside = examples.filter((i) => column[i] === id);
  const first = new Set(inside);
  const others: number[] = [];
  for (let i = 0; i < column.length; i++) if (column[i] === id && !first.has(i)) others.push(i);
  // As saved: what is read back must give the same anchors.
  const sure = others.map((i) => sixDigits(map.confidence[i]));
  const order = others.map((_, k) => k).sort((a, b) => sure[b] - sure[a] || a - b);
  const anchors = [...inside, ...order.map((k) => others[k])].slice(0, ANCHORS);
  return {
    name,
    level: parent === undefined ? "topic" : "subtopic",
    papers: anchors.map((i) => map.papers[i].identity),
  };
}

/**
 * The topic that holds at least half of the anchors that are still in the collection; of two such the one of that name,
 * then the first. Undefined where the papers have scattered or are gone.
 */
export function resolveTopic(
  map: TopicMap,
  ref: TopicRef,
  find: (identity: string) => number | undefined,
): number | undefined {
  const column = ref.level === "topic" ? map.topic : map.subtopic;
  const votes = new Map<number, number>();
  let present = 0;
  for (const identity of ref.papers) {
    const i = find(identity);
    if (i === undefined) continue;
    present++;
    const id = column[i];
    if (id !== NO_TOPIC) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  const rank = (id: number, count: number) => 2 * count + (map.topics[id].name === ref.name ? 1 : 0);
  const [best] = [...votes].sort((a, b) => rank(...b) - rank(...a) || a[0] - b[0]);
  return best !== undefined && best[1] * 2 >= present ? best[0] : undefined;
}

/** A reference as a saved map holds it. */
export function asTopicRef(value: unknown): TopicRef | undefined {
  if (typeof value !== "object" || value === null || !("papers" in value) || !Array.isArray(value.papers))
    return undefined;
  const papers = value.papers.filter((item: unknown) => typeof item === "string");
  const name = "name" in value && typeof value.name === "string" ? value.name : "";
  const level = "level" in value && value.level === "subtopic" ? "subtopic" : "topic";
  return papers.length > 0 ? { name, level, papers } : undefined;
}
