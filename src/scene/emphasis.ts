import { countOnes } from "../kernel/columns.ts";
import type { TopicMap } from "../model/map.ts";

/** What stands out; while anything is lit (`dims`) all else steps back. */
export interface Emphasis {
  readonly dims: boolean;
  /** Papers in full colour, over all others. */
  readonly lit: readonly number[];
  /** Papers in a ring of the ink, and search results in one of the accent. */
  readonly selected: readonly number[];
  readonly matches: readonly number[];
  /** Links over all others, strongest first; those from place `plain` on are faint. */
  readonly links: readonly number[];
  readonly plain: number;
  /** The emphasised link. */
  readonly pair: readonly [number, number] | null;
}

export const NO_EMPHASIS: Emphasis = {
  dims: false,
  lit: [],
  selected: [],
  matches: [],
  links: [],
  plain: 0,
  pair: null,
};

/** By topic: 0 where no paper of it is visible. */
export function shownTopics({ topics, topic }: TopicMap, visible: Uint8Array | null): Uint8Array {
  if (visible === null) return new Uint8Array(topics.length).fill(1);
  return Uint8Array.from(countOnes(topic, visible, topics.length), (papers) => (papers > 0 ? 1 : 0));
}
