import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC, type Topic, type TopicTerm } from "../model/topic.ts";
import type { Find, Part } from "./edits.ts";
import { membersById, withGrouping } from "./grouping.ts";
import { termsOf } from "./terms.ts";

/**
 * Parts of a topic as topics of their own. The first part keeps the topic's colour; papers that no part lists (new ones,
 * say) join the part that their links lead to most. Sub-topics stay with the part that holds most of their papers, and
 * fall away where they are that part.
 * @param color finds a colour that differs from those given
 * @returns undefined where fewer than two parts would hold papers
 */
export function splitTopic(
  map: TopicMap,
  id: number,
  parts: readonly Part[],
  find: Find,
  color: (taken: readonly string[]) => string,
): TopicMap | undefined {
  const topic = map.topics[id];
  if (topic.parent !== undefined) return undefined;
  const part = new Map<number, number>();
  for (const [k, { papers }] of parts.entries())
    for (const identity of papers) {
      const i = find(identity);
      if (i !== undefined && map.topic[i] === id && !part.has(i)) part.set(i, k);
    }
  const sizes = parts.map((_, k) => [...part.values()].filter((p) => p === k).length);
  if (sizes.filter((size) => size > 0).length < 2) return undefined;
  placeOthers(map, id, part, sizes);

  const first = sizes.findIndex((size) => size > 0);
  const fresh = map.topics.length;
  const idOf = parts.map((_, k) => (k === first ? id : fresh + k));
  const column = map.topic.map((t, i) => {
    const k = part.get(i);
    return k === undefined ? t : idOf[k];
  });
  const subtopics = subtopicsAfter(map, id, column);
  const members = membersById([column, map.subtopic]);
  const taken = map.topics.filter(({ parent }) => parent === undefined).map((known) => known.color);
  const made = parts.flatMap((given, k): Topic[] => {
    const papers = members.get(idOf[k]) ?? [];
    if (papers.length === 0) return [];
    const terms = termsOf(map, papers);
    const own = k === first ? topic.color : color(taken);
    taken.push(own);
    const { stability: _of, mixed: _was, ...rest } = topic;
    return [{ ...rest, id: idOf[k], name: given.name ?? nameOf(terms, topic.name), terms, color: own }];
  });
  const topics = map.topics.flatMap((known): Topic[] => {
    if (known.id === id) return made;
    if (known.parent !== id) return [known];
    const home = subtopics.get(known.id);
    return home === undefined ? [] : [{ ...known, parent: home }];
  });
  return withGrouping(map, {
    topics,
    topic: column,
    subtopic: map.subtopic.map((s, i) =>
      s !== NO_TOPIC && map.topics[s].parent === id && subtopics.get(s) !== column[i] ? NO_TOPIC : s,
    ),
    runnerUp: map.runnerUp,
    confidence: map.confidence,
    changed: new Set([...idOf, ...subtopics.keys()]),
  });
}

/** Phrases tell more than words. */
const PHRASE = 1.5;

/** The most representative term and the next that shares no word with it, phrases before words. */
export function nameOf(terms: readonly TopicTerm[], fallback: string): string {
  const weight = ({ term, score }: TopicTerm) => score * (/[\s-]/.test(term) ? PHRASE : 1);
  const order = terms.map((_, k) => k).sort((a, b) => weight(terms[b]) - weight(terms[a]) || a - b);
  const [first, ...others] = order.map((k) => terms[k].term);
  if (first === undefined) return fallback;
  const known = new Set(first.toLowerCase().split(/[\s-]+/));
  const second = others.find(
    (term) =>
      !term
        .toLowerCase()
        .split(/[\s-]+/)
        .some((word) => known.has(word)),
  );
  const name = second === undefined ? first : `${first} & ${second}`;
  return name[0].toUpperCase() + name.slice(1);
}

/** Papers of the topic that no part lists: to the part with the most link weight to them, else to the largest. */
function placeOthers(map: TopicMap, id: number, part: Map<number, number>, sizes: readonly number[]): void {
  const others = new Map<number, Float64Array>();
  for (let i = 0; i < map.topic.length; i++)
    if (map.topic[i] === id && !part.has(i)) others.set(i, new Float64Array(sizes.length));
  if (others.size === 0) return;
  for (const list of map.edges)
    for (let e = 0; e < list.source.length; e++) {
      const [a, b] = [list.source[e], list.target[e]];
      const weight = sixDigits(list.weight[e]);
      for (const [i, other] of [
        [a, b],
        [b, a],
      ]) {
        const k = part.get(other);
        const pull = others.get(i);
        if (k !== undefined && pull) pull[k] += weight;
      }
    }
  for (const [i, pull] of others) {
    let best = 0;
    for (let k = 1; k < pull.length; k++)
      if (pull[k] > pull[best] || (pull[k] === pull[best] && sizes[k] > sizes[best])) best = k;
    part.set(i, best);
  }
}

/** The new parent of each sub-topic of topic `id`; absent where it is a whole part by itself. */
function subtopicsAfter(map: TopicMap, id: number, column: Int32Array): Map<number, number> {
  const count = new Map<number, Map<number, number>>();
  const size = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    if (map.topic[i] !== id) continue;
    size.set(column[i], (size.get(column[i]) ?? 0) + 1);
    const s = map.subtopic[i];
    if (s === NO_TOPIC) continue;
    const votes = count.get(s) ?? new Map<number, number>();
    votes.set(column[i], (votes.get(column[i]) ?? 0) + 1);
    count.set(s, votes);
  }
  const home = new Map<number, number>();
  for (const [s, votes] of count) {
    const [[to, most]] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (most < (size.get(to) ?? 0)) home.set(s, to);
  }
  return home;
}
