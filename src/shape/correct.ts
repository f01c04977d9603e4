import { columnOf, levelOf, levelsOf, wayTo } from "../model/levels.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC, type Topic } from "../model/topic.ts";
import { distantColor, subtopicColor } from "../scene/palette.ts";
import { decide } from "./decide.ts";
import type { Correction, Find } from "./edits.ts";
import { groupPapers } from "./group.ts";
import { type Grouping, tintParts, withGrouping } from "./grouping.ts";
import { place, relabel } from "./place.ts";
import { splitTopic } from "./split.ts";
import { mergeTerms } from "./terms.ts";
import { resolveTopic } from "./topic-ref.ts";

/** One correction on a map; undefined where it finds nothing to change (its papers are gone, or it is so already). */
export function correct(map: TopicMap, edit: Correction, find: Find): TopicMap | undefined {
  switch (edit.type) {
    case "rename":
      return withTopic(map, resolveTopic(map, edit.topic, find), ({ mixed: _was, ...topic }) =>
        topic.name === edit.name ? undefined : { ...topic, name: edit.name },
      );
    case "recolour":
      return recolour(map, resolveTopic(map, edit.topic, find), edit.color);
    case "merge":
      return merge(
        map,
        edit.topics.map((ref) => resolveTopic(map, ref, find)),
      );
    case "split": {
      const id = resolveTopic(map, edit.topic, find);
      return id === undefined ? undefined : splitTopic(map, id, edit.parts, find, distantColor);
    }
    case "move":
      return move(
        map,
        edit.papers.flatMap((identity) => find(identity) ?? []),
        resolveTopic(map, edit.to, find),
      );
    case "group":
      return groupPapers(map, edit, find, distantColor);
    case "place":
      return place(map, edit, find);
    case "relabel":
      return relabel(map, edit, find);
    case "decide":
      return decide(map, edit, find);
    // The list of edits is where marks are kept.
    case "mark":
      return edit.papers.some(({ paper }) => find(paper) !== undefined) ? map : undefined;
  }
}

function withTopic(
  map: TopicMap,
  id: number | undefined,
  change: (topic: Topic) => Topic | undefined,
): TopicMap | undefined {
  const changed = id === undefined ? undefined : change(map.topics[id]);
  return changed && { ...map, topics: map.topics.map((topic) => (topic.id === id ? changed : topic)) };
}

/** Sub-topics are tints of their topic, so they follow. */
function recolour(map: TopicMap, id: number | undefined, color: string): TopicMap | undefined {
  if (id === undefined || map.topics[id].color === color) return undefined;
  let tint = 0;
  const topics = map.topics.map((topic) => {
    if (topic.id === id) return { ...topic, color };
    return topic.parent === id ? { ...topic, color: subtopicColor(color, tint++) } : topic;
  });
  return { ...map, topics: tintParts(topics) };
}

function merge(map: TopicMap, ids: readonly (number | undefined)[]): TopicMap | undefined {
  const found = [...new Set(ids)].filter((id) => id !== undefined);
  const [into, ...others] = found;
  if (into === undefined || others.length === 0) return undefined;
  const level = levelOf(map, into);
  // Topics merge with topics, sub-topics with sub-topics of the same topic, parts with parts of the same sub-topic.
  if (others.some((id) => map.topics[id].parent !== map.topics[into].parent)) return undefined;
  const gone = new Set(others);
  const join = (id: number) => (gone.has(id) ? into : id);
  const topics = map.topics
    .filter(({ id }) => !gone.has(id))
    .map((topic) =>
      topic.id === into
        ? {
            ...withoutStability(topic),
            terms: mergeTerms(
              found.map((id) => map.topics[id]),
              map.papers.length,
            ),
          }
        : topic.parent !== undefined && gone.has(topic.parent)
          ? { ...topic, parent: into, color: subtopicColor(map.topics[into].color, topic.id) }
          : topic,
    );
  const runnerUp = map.runnerUp.map((id, i) => {
    const second = join(id);
    return second === join(map.topic[i]) ? NO_TOPIC : second;
  });
  const grouping: Grouping = {
    topics,
    topic: level === 0 ? map.topic.map(join) : map.topic,
    subtopic: level === 1 ? map.subtopic.map(join) : map.subtopic,
    ...(map.leaf ? { leaf: level > 1 ? map.leaf.map(join) : map.leaf } : {}),
    runnerUp,
    confidence: map.confidence,
    changed: new Set([into]),
  };
  return withGrouping(map, grouping);
}

/** How steadily runs found a topic says nothing of one that a user made. */
function withoutStability({ stability: _of, ...topic }: Topic): Topic {
  return topic;
}

/** Papers into a topic or a part of one; their user is sure of it. */
function move(map: TopicMap, papers: readonly number[], to: number | undefined): TopicMap | undefined {
  if (to === undefined) return undefined;
  const way = wayTo(map, to);
  const goal = { topic: way[0], subtopic: way[1] ?? NO_TOPIC, leaf: way.length > 2 ? to : NO_TOPIC };
  const column = columnOf(map, to);
  const moved = papers.filter((i) => column[i] !== to);
  if (moved.length === 0) return undefined;
  const [topic, subtopic, leaf] = [map.topic.slice(), map.subtopic.slice(), map.leaf?.slice()];
  const [runnerUp, confidence] = [map.runnerUp.slice(), map.confidence.slice()];
  const changed = new Set<number>(way);
  for (const i of moved) {
    for (const level of levelsOf(map)) changed.add(level[i]);
    if (topic[i] !== goal.topic) runnerUp[i] = topic[i];
    topic[i] = goal.topic;
    subtopic[i] = goal.subtopic;
    if (leaf) leaf[i] = goal.leaf;
    confidence[i] = 1;
  }
  const { topics } = map;
  return withGrouping(map, {
    topics,
    topic,
    subtopic,
    ...(leaf ? { leaf } : {}),
    runnerUp,
    confidence,
    changed,
  });
}
