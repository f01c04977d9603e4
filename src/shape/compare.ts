import type { MapChanges } from "../model/changes.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { continuedTopics, sharedPapers } from "./carry.ts";

/** A topic has split where two topics or more have each got this share of its papers. */
const PART = 0.25;
/** Topics have merged where one holds most papers of each. */
const MOST = 0.5;

/** What differs between two maps, by identity: papers that came, went, changed topic; topics that came, went, split, merged. */
export function compareMaps(
  before: TopicMap,
  after: TopicMap,
  idleEdits: readonly number[] = [],
): MapChanges {
  const now = new Map(after.papers.map(({ identity }, i) => [identity, i]));
  const known = new Map(before.papers.map(({ identity }, i) => [identity, i]));
  const continued = continuedTopics(before, after);
  const nameOf = (map: TopicMap, id: number) => (id === NO_TOPIC ? "" : map.topics[id].name);
  const movedPapers = [...known].flatMap(([identity, i]) => {
    const j = now.get(identity);
    if (j === undefined) return [];
    const [from, to] = [before.topic[i], after.topic[j]];
    const same = from === to ? from === NO_TOPIC : continued.get(to) === from;
    return same || (from !== NO_TOPIC && continued.get(to) === from)
      ? []
      : [{ identity, from: nameOf(before, from), to: nameOf(after, to) }];
  });
  const { shared, present } = sharedPapers(before, after, 0);
  const main = (map: TopicMap) => map.topics.filter(({ parent }) => parent === undefined);
  const heirs = new Set([...continued.values()]);
  const into = new Map<number, number[]>();
  const splitTopics = [...shared]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([from, parts]) => {
      const all = present.get(from) ?? 0;
      const large = [...parts].filter(([, n]) => n >= Math.max(2, PART * all)).map(([to]) => to);
      for (const [to, n] of parts) if (n >= MOST * all) into.set(to, [...(into.get(to) ?? []), from]);
      return large.length > 1
        ? [{ from: nameOf(before, from), into: large.sort((a, b) => a - b).map((to) => nameOf(after, to)) }]
        : [];
    });
  const mergedTopics = [...into]
    .filter(([, from]) => from.length > 1)
    .sort((a, b) => a[0] - b[0])
    .map(([to, from]) => ({ from: from.map((id) => nameOf(before, id)), into: nameOf(after, to) }));
  return {
    since: { title: before.title, papers: before.papers.length },
    newPapers: after.papers.flatMap(({ identity }) => (known.has(identity) ? [] : [identity])),
    gonePapers: before.papers.flatMap(({ identity, title }) =>
      now.has(identity) ? [] : [{ identity, title }],
    ),
    movedPapers,
    newTopics: main(after).flatMap(({ id, name }) => (continued.has(id) ? [] : [name])),
    goneTopics: main(before).flatMap(({ id, name }) => (heirs.has(id) ? [] : [name])),
    splitTopics,
    mergedTopics,
    drift: drift(before, after, known),
    idleEdits,
  };
}

function drift(before: TopicMap, after: TopicMap, known: ReadonlyMap<string, number>): number {
  const width =
    after.x.reduce((a, b) => Math.max(a, b), -Infinity) - after.x.reduce((a, b) => Math.min(a, b), Infinity);
  const far = after.papers.flatMap(({ identity }, i) => {
    const j = known.get(identity);
    if (j === undefined) return [];
    const [dx, dy] = [after.x[i] - before.x[j], after.y[i] - before.y[j]];
    return [Math.sqrt(dx * dx + dy * dy)];
  });
  if (far.length === 0 || !(width > 0)) return 0;
  far.sort((a, b) => a - b);
  return sixDigits(far[far.length >> 1] / width);
}
