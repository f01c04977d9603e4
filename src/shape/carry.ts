import { levelOf, levelsOf } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";
import { distantColor, subtopicColor } from "../scene/palette.ts";
import { uneditedMap } from "./apply.ts";
import { tintParts } from "./grouping.ts";

/** A topic is still the earlier one when this share of the papers they have in common with the collection is in it. */
const SAME = 0.5;

/**
 * Names and colours of an earlier map for the topics that hold most of the papers of one of its topics. Each topic is
 * continued by one topic at most, the one that holds most of its papers; new topics get colours that differ from all.
 * @param outdated whether a name is not to be carried over
 */
export function carryOver(
  map: TopicMap,
  base: TopicMap,
  outdated: (name: string) => boolean = () => false,
): TopicMap {
  const before = uneditedMap(base);
  const continued = continuedTopics(before, map);
  const names = new Map<string, number>();
  const taken: string[] = [];
  const kept = new Set<number>();
  const named = map.topics.map((topic): Topic => {
    const old = continued.get(topic.id);
    if (old === undefined) return topic;
    const { name, color } = before.topics[old];
    if (topic.parent === undefined) taken.push(color);
    if (outdated(name)) return { ...topic, color };
    // Deep down names may come twice.
    if (levelOf(map, topic.id) > 1) return { ...topic, name, color };
    names.set(name.toLowerCase(), topic.id);
    kept.add(topic.id);
    return { ...topic, name, color };
  });
  const tint = new Map<number, number>();
  const topics: Topic[] = [];
  for (const topic of named) {
    if (levelOf(map, topic.id) > 1) {
      topics.push(topic);
      continue;
    }
    const own = kept.has(topic.id) ? topic.name : freeName(topic.name, names);
    names.set(own.toLowerCase(), topic.id);
    if (continued.has(topic.id)) {
      topics.push({ ...topic, name: own });
      continue;
    }
    let { color } = topic;
    if (topic.parent === undefined) {
      color = distantColor(taken);
      taken.push(color);
    } else {
      const k = tint.get(topic.parent) ?? 0;
      tint.set(topic.parent, k + 1);
      color = subtopicColor(topics[topic.parent].color, k);
    }
    topics.push({ ...topic, name: own, color });
  }
  return { ...map, topics: withEarlierAreas(tintParts(topics), before.topics, continued, outdated) };
}

/**
 * Topics that go on stay in the areas of the earlier map; new ones join those beside them in the area that was found
 * now, the largest first. Where either map has no areas they stay as they were found.
 */
function withEarlierAreas(
  topics: readonly Topic[],
  before: readonly Topic[],
  continued: ReadonlyMap<number, number>,
  outdated: (name: string) => boolean,
): Topic[] {
  const earlier = ({ id }: Topic) => before[continued.get(id) ?? -1]?.area;
  const joined = new Map<string | undefined, string>();
  for (const topic of topics) {
    const area = earlier(topic);
    if (area !== undefined && !joined.has(topic.area)) joined.set(topic.area, area);
  }
  return topics.map((topic) => {
    const area = earlier(topic) ?? joined.get(topic.area);
    return topic.area === undefined || area === undefined || outdated(area) ? topic : { ...topic, area };
  });
}

function freeName(name: string, names: ReadonlyMap<string, number>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} (${n})`;
    if (!names.has(tried.toLowerCase())) return tried;
  }
}

/** New topic (on whatever level) → the one of that level of the earlier map that it continues. */
export function continuedTopics(before: TopicMap, after: TopicMap): Map<number, number> {
  const continued = new Map<number, number>();
  for (const level of levelsOf(after).keys()) {
    const { shared, present } = sharedPapers(before, after, level);
    const pairs = [...shared].flatMap(([from, into]) => [...into].map(([to, n]) => ({ from, to, n })));
    pairs.sort((a, b) => b.n - a.n || a.from - b.from || a.to - b.to);
    const used = new Set<number>();
    for (const { from, to, n } of pairs) {
      if (used.has(from) || continued.has(to) || n < SAME * (present.get(from) ?? 0)) continue;
      used.add(from);
      continued.set(to, from);
    }
  }
  return continued;
}

/** How many papers each topic of the earlier map shares with each of the later one of the same level; `present`: all it has in both. */
export function sharedPapers(before: TopicMap, after: TopicMap, level: number) {
  const [old, now] = [levelsOf(before)[level], levelsOf(after)[level]];
  const index = new Map(before.papers.map(({ identity }, i) => [identity, i]));
  const shared = new Map<number, Map<number, number>>();
  const present = new Map<number, number>();
  const inside = new Map<number, number>();
  for (const [i, { identity }] of after.papers.entries()) {
    const known = index.get(identity);
    if (known === undefined) continue;
    const [from, to] = [old?.[known] ?? NO_TOPIC, now?.[i] ?? NO_TOPIC];
    if (from === NO_TOPIC) continue;
    present.set(from, (present.get(from) ?? 0) + 1);
    if (to === NO_TOPIC) continue;
    inside.set(to, (inside.get(to) ?? 0) + 1);
    const into = shared.get(from) ?? new Map<number, number>();
    into.set(to, (into.get(to) ?? 0) + 1);
    shared.set(from, into);
  }
  return { shared, present, inside };
}
