import { prefixSum } from "../kernel/columns.ts";
import type { Topic, TopicTerm } from "../model/topic.ts";
import type { TopicDetails } from "./topics.ts";

/**
 * Terms and examples of all topics by columns: of a million papers' ten thousand topics they are a quarter of a million
 * terms, which as objects take 30 MB.
 */
export interface PackedTopics {
  /** Of each topic its terms, a line each. */
  readonly terms: readonly string[];
  /** Where the numbers of each topic's terms begin; behind the last how many terms there are. */
  readonly first: Uint32Array;
  /** Of each term score, inside and outside. */
  readonly numbers: Float64Array;
  /** Papers that stand for the topics: those of topic k are examples[start[k]] …. */
  readonly start: Uint32Array;
  readonly examples: Uint32Array;
}

/** @param details of each topic, in the order of topics @param paperOf row → paper */
export function packTopics(details: readonly TopicDetails[], paperOf: Uint32Array): PackedTopics {
  const examples = details.map((own) => own.examples.flatMap((row) => paperOf[row] ?? []));
  const starts = (counts: readonly number[]) => prefixSum(Uint32Array.from([0, ...counts]));
  return {
    terms: details.map(({ terms }) => terms.map(({ term }) => term.replaceAll("\n", " ")).join("\n")),
    first: starts(details.map(({ terms }) => terms.length)),
    numbers: Float64Array.from(
      details.flatMap(({ terms }) => terms.flatMap(({ score, inside, outside }) => [score, inside, outside])),
    ),
    start: starts(examples.map(({ length }) => length)),
    examples: Uint32Array.from(examples.flat()),
  };
}

/** Topics whose terms and examples are put together whenever they are looked at: few of them ever are. */
export function withDetails(
  topics: readonly Topic[],
  { terms, first, numbers, start, examples }: PackedTopics,
): Topic[] {
  const places = new Map(topics.map(({ id }, k) => [id, k]));
  const detail = <T>(get: (k: number) => T) => ({
    enumerable: true,
    // One function for all topics, so that they are objects of one shape.
    get(this: Pick<Topic, "id">): T {
      return get(places.get(this.id) ?? 0);
    },
  });
  const details = {
    terms: detail((k): TopicTerm[] =>
      first[k + 1] === first[k]
        ? []
        : terms[k].split("\n").map((term, i) => {
            const at = 3 * (first[k] + i);
            return { term, score: numbers[at], inside: numbers[at + 1], outside: numbers[at + 2] };
          }),
    ),
    examples: detail((k) => [...examples.subarray(start[k], start[k + 1])]),
  };
  return topics.map(({ terms: _, examples: __, ...own }) => Object.defineProperties(own, details) as Topic);
}
