import { columnOf, levelOf, levelsOf } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";

/** A topic by its name (for people) and some of its papers (for finding it again, also after a new clustering). */
export type TopicRef = {
  readonly name: string;
  /** Parts of sub-topics say how many levels they are below topics, too. */
  readonly level: "topic" | "subtopic" | "part";
  readonly depth?: number;
  /** Identities of up to `ANCHORS` papers of the topic, the most typical first. */
  readonly papers: readonly string[];
};

const ANCHORS = 12;

/** The levels that have names. */
const LEVELS: readonly TopicRef["level"][] = ["topic", "subtopic"];

/** How to find topic `id` of this map again. */
export function referTo(map: TopicMap, id: number): TopicRef {
  const { name, examples } = map.topics[id];
  const depth = levelOf(map, id);
  const column = columnOf(map, id);
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
    level: LEVELS[depth] ?? "part",
    ...(depth < LEVELS.length ? {} : { depth }),
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
  const column =
    levelsOf(map)[ref.level === "part" ? (ref.depth ?? LEVELS.length) : LEVELS.indexOf(ref.level)];
  if (column === undefined) return undefined;
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
  const level =
    "level" in value && (value.level === "subtopic" || value.level === "part") ? value.level : "topic";
  const depth =
    level === "part" && "depth" in value && Number.isInteger(value.depth) ? Number(value.depth) : undefined;
  return papers.length > 0 ? { name, level, ...(depth === undefined ? {} : { depth }), papers } : undefined;
}
