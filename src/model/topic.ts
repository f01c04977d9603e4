/** A topic, a sub-topic, or a part of one. Ids are unique over all levels. */
export interface Topic {
  readonly id: number;
  /** The topic this is a sub-topic of, or the sub-topic that it is part of; absent on the first level. */
  readonly parent?: number;
  /** Coarser level, for colour; present on first-level topics of maps with more than 18 topics. */
  readonly group?: number;
  /** The name of the area that a first-level topic lies in; absent on maps of 25 topics and fewer. See `areasOf`. */
  readonly area?: string;
  readonly name: string;
  /** A leftover whose papers do not hang together; absent elsewhere. */
  readonly mixed?: true;
  readonly terms: readonly TopicTerm[];
  /** Number of papers. */
  readonly size: number;
  /** `#rrggbb`, the light theme's; the page derives the dark one. */
  readonly color: string;
  readonly x: number;
  readonly y: number;
  /** Agreement over the consensus runs, 0 to 1. */
  readonly stability?: number;
  /** Papers that stand for it, best first (indices). */
  readonly examples: readonly number[];
}

export interface TopicTerm {
  readonly term: string;
  readonly score: number;
  /** Share of the topic's papers that hold it, and of the other papers. */
  readonly inside: number;
  readonly outside: number;
}

/** No topic, no sub-topic, no runner-up. */
export const NO_TOPIC = -1;

/** Which topic each paper is in, on all levels, with the certainty of it. Topics number 0 … count−1, largest first; sub-topics follow, then what these divide into. */
export interface TopicTree {
  readonly count: number;
  readonly topic: Int32Array;
  /** Ids count … count+subtopics−1, or NO_TOPIC. */
  readonly subtopic: Int32Array;
  /** Ids above the sub-topics', the deepest that the paper is in, or NO_TOPIC; absent where no sub-topic divides. */
  readonly leaf?: Int32Array;
  /** parent[s − count] is what topic s, which is not of the first level, is part of. */
  readonly parent: Int32Array;
  /** Coarser group of each topic, 0 …: of more than 25 its area; all different where there are 18 topics or fewer. */
  readonly group: Int32Array;
  /** Per paper, 0 to 1. */
  readonly confidence: Float32Array;
  /** The next best topic of each paper, or NO_TOPIC. */
  readonly runnerUp: Int32Array;
  /** Per topic, 0 to 1. */
  readonly stability: Float32Array;
  readonly modularity: number;
  readonly resolution: number;
}
