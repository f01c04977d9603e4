import type { TopicMap } from "./map.ts";

/** Colour of papers without a topic, and of topics whose own is none. */
export const GREY = "#9a9a9a";

/** Whether a text is a colour, `#rrggbb`. */
export function isColor(text: string | undefined): text is string {
  return text !== undefined && /^#[0-9a-f]{6}$/i.test(text);
}

/** Red, green and blue of `#rrggbb`, 0 to 255; of grey where it is none. */
export function rgb(color: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt((isColor(color) ? color : GREY).slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour of each paper: its topic's, `#rrggbb`. */
export function paperColors(map: TopicMap): (paper: number) => string {
  const colors = new Map(map.topics.map((topic) => [topic.id, topic.color]));
  return (paper) => colors.get(map.topic[paper]) ?? GREY;
}
