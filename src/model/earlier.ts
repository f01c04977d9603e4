import type { Parameters } from "./parameters.ts";

/**
 * What an earlier map says of the papers of this one: columns per paper, in the order of the new collection. Topics are
 * those of the earlier map, as it was computed; NO_TOPIC where a paper is new or had none.
 */
export interface Earlier {
  /** 1 where the earlier map has the paper. */
  readonly known: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly topic: Int32Array;
  readonly subtopic: Int32Array;
  /** Topics of the first level. */
  readonly count: number;
  /** Topic of each sub-topic s, at s − count. */
  readonly parent: Int32Array;
  /** Per topic, 0 to 1. */
  readonly stability: Float32Array;
  /** Whether topics are to be found anew, because other topics were asked for or most papers are new. */
  readonly anew: boolean;
  /**
   * The words of the earlier map, where this one differs from it in nothing else: known papers then move where their
   * words now fit another topic. Absent: they stay.
   */
  readonly words?: Pick<Parameters, "stopWords" | "synonyms">;
}
