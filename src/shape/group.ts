import { commonArea } from "../model/areas.ts";
import { freeName } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";
import type { Find, GroupEdit, NamedGroup } from "./edits.ts";
import { membersById, withGrouping } from "./grouping.ts";
import { nameOf } from "./split.ts";
import { termsOf } from "./terms.ts";

/**
 * Groups of papers as topics. A group that takes over at least half of a topic goes on as that topic, with its name,
 * colour and sub-topics, unless it has a name of its own; others are new. Papers in no group stay where they are.
 * @param color finds a colour that differs from those given
 * @returns undefined where nothing changes
 */
export function groupPapers(
  map: TopicMap,
  { topics: groups }: GroupEdit,
  find: Find,
  color: (taken: readonly string[]) => string,
): TopicMap | undefined {
  const wish = new Int32Array(map.topic.length).fill(NO_TOPIC);
  for (const [k, { papers }] of groups.entries())
    for (const identity of papers) {
      const i = find(identity);
      if (i !== undefined && wish[i] === NO_TOPIC) wish[i] = k;
    }
  const heir = heirsOf(map, wish, groups);
  const fresh = map.topics.length;
  const idOf = groups.map((_, k) => heir.get(k) ?? fresh + k);
  const topic = map.topic.map((t, i) => (wish[i] === NO_TOPIC ? t : idOf[wish[i]]));
  const changed = new Set<number>();
  const [runnerUp, confidence] = [map.runnerUp.slice(), map.confidence.slice()];
  const subtopic = map.subtopic.map((s, i) =>
    s !== NO_TOPIC && map.topics[s].parent !== topic[i] ? NO_TOPIC : s,
  );
  for (let i = 0; i < topic.length; i++) {
    if (topic[i] === map.topic[i]) continue;
    for (const id of [topic[i], map.topic[i], map.subtopic[i], map.leaf?.[i] ?? NO_TOPIC]) changed.add(id);
    runnerUp[i] = map.topic[i];
    confidence[i] = 1;
  }
  const wished = (topicId: number): NamedGroup | undefined => groups[idOf.indexOf(topicId)];
  const main = map.topics.filter(({ parent }) => parent === undefined);
  const isRenamed = main.some(({ id, name, color: own }) => {
    const group = wished(id);
    return group && ((group.name ?? name) !== name || (group.color ?? own) !== own);
  });
  if (changed.size === 0 && !isRenamed) return undefined;

  const taken = main.map((one) => one.color);
  const names = new Set(main.map(({ name }) => name));
  const kept = main.map((one): Topic => {
    const { name = one.name, color: own = one.color } = wished(one.id) ?? {};
    const { stability, mixed, ...rest } = one;
    return {
      ...rest,
      name,
      color: own,
      ...(mixed && name === one.name ? { mixed } : {}),
      ...(stability !== undefined && !changed.has(one.id) ? { stability } : {}),
    };
  });
  const members = membersById([topic, subtopic]);
  const made = groups.flatMap((group, k): Topic[] => {
    const papers = members.get(idOf[k]) ?? [];
    if (heir.has(k) || papers.length === 0) return [];
    const terms = termsOf(map, papers);
    const own = group.color ?? color(taken);
    taken.push(own);
    const name = group.name ?? freeName(nameOf(terms, "Group"), names);
    const area = commonArea(map, papers);
    return [
      {
        id: idOf[k],
        ...(area ? { area } : {}),
        name,
        terms,
        color: own,
        size: papers.length,
        x: 0,
        y: 0,
        examples: [],
      },
    ];
  });
  const subtopics = map.topics.filter(({ parent }) => parent !== undefined);
  return withGrouping(map, {
    topics: [...kept, ...made, ...subtopics],
    topic,
    subtopic,
    runnerUp,
    confidence,
    changed,
  });
}

/** Group → the topic that it goes on as: each one at most, of which it has at least half, and no other name. */
function heirsOf(
  { topic, topics }: TopicMap,
  wish: Int32Array,
  groups: readonly NamedGroup[],
): Map<number, number> {
  const sizes = new Map<number, number>();
  const shared = new Map<string, { readonly from: number; readonly to: number; n: number }>();
  for (let i = 0; i < topic.length; i++) {
    const [from, to] = [topic[i], wish[i]];
    if (from === NO_TOPIC) continue;
    sizes.set(from, (sizes.get(from) ?? 0) + 1);
    if (to === NO_TOPIC) continue;
    const pair = shared.get(`${from} ${to}`) ?? { from, to, n: 0 };
    pair.n++;
    shared.set(`${from} ${to}`, pair);
  }
  const heir = new Map<number, number>();
  const used = new Set<number>();
  for (const { from, to, n } of [...shared.values()].sort(
    (a, b) => b.n - a.n || a.from - b.from || a.to - b.to,
  )) {
    const { name = topics[from].name } = groups[to];
    if (name !== topics[from].name || used.has(from) || heir.has(to) || n * 2 < (sizes.get(from) ?? 0))
      continue;
    used.add(from);
    heir.set(to, from);
  }
  return heir;
}
