/** Something with a name that has every word of a query. */
export interface FoundName {
  readonly kind: "topic" | "author" | "venue" | "term";
  readonly name: string;
  readonly papers: number;
  /** Of a topic: its number. */
  readonly id?: number;
}

/** Names of each kind that a query finds at most. */
export const MOST_NAMES = 3;
