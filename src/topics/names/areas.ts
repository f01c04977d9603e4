import { groupBy, membersOf } from "../../kernel/columns.ts";
import type { TopicName } from "../../model/assemble.ts";
import type { PhraseTable } from "../../model/text.ts";
import { NO_TOPIC, type TopicTree } from "../../model/topic.ts";
import { areaCount } from "../areas.ts";
import { describe, freeName } from "./names.ts";

/**
 * The name of the area that each topic is in, areas against each other; none where there are no areas. No area is called
 * as a topic is, but for those of one topic, which are called as that is.
 * @param names of the topics
 */
export function nameAreas(
  { count, topic, group }: Pick<TopicTree, "count" | "topic" | "group">,
  names: readonly TopicName[],
  { phrases }: { readonly phrases: PhraseTable },
): string[] | undefined {
  if (areaCount(count) === 0) return undefined;
  const areas = 1 + group.reduce((most, g) => Math.max(most, g), 0);
  const members = membersOf([topic.map((t) => (t === NO_TOPIC ? NO_TOPIC : group[t]))], areas);
  const { labels } = describe(members, phrases);
  const taken = new Set(names.slice(0, count).map(({ name }) => name.toLowerCase()));
  const topics = groupBy(group, areas);
  const own = labels.map((parts, area) => {
    const first = topics.start[area];
    if (topics.start[area + 1] === first + 1) return names[topics.item[first]].name;
    const name = freeName(parts, members[area].length, taken);
    taken.add(name.toLowerCase());
    return name;
  });
  return Array.from(group, (area) => own[area]);
}
