import type { TopicMap } from "../model/map.ts";

/** What becomes of the topic of a paper in a reading list. */
export const TOPICS_AS = ["note", "keyword", "group", "none"] as const;
export type TopicsAs = (typeof TOPICS_AS)[number];

/** How papers are written as a reading list. */
export interface ListOptions {
  /**
   * The topic of each paper: a note of its own, one more keyword, a group of JabRef (`.bib` only; a note elsewhere), or
   * nothing. Default: a group in `.bib`, a note in others.
   */
  readonly topicsAs?: TopicsAs;
}

/** Gives the name of paper i's topic; "" where it has none. */
export function topicNames({ topics, topic }: TopicMap): (i: number) => string {
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  return (i) => names.get(topic[i]) ?? "";
}

/** Keywords and tags, each once. */
export function united(keywords: readonly string[], tags: readonly string[]): readonly string[] {
  return tags.length === 0 ? keywords : [...new Set([...keywords, ...tags])];
}

/** Keywords with the topic among them, once, where it is to be one. */
export function withTopic(
  keywords: readonly string[],
  topic: string,
  topicsAs: TopicsAs | undefined,
): readonly string[] {
  return topicsAs !== "keyword" || topic === "" || keywords.includes(topic) ? keywords : [...keywords, topic];
}

/** "Topic: Graph drawing"; "" where there is none, or it is said otherwise. */
export function topicNote(topic: string, topicsAs: TopicsAs = "note"): string {
  return topic === "" || topicsAs === "keyword" || topicsAs === "none" ? "" : `Topic: ${topic}`;
}
