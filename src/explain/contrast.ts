import type { Graph } from "../kernel/graph.ts";
import { log } from "../kernel/numeric.ts";
import type { TopicMap } from "../model/map.ts";
import type { TermMatrix } from "../model/text.ts";
import { type LackingWork, lackingWorks } from "./lacking.ts";
import { type Sides, sidesOf, sizeOf } from "./sides.ts";
import { type TellingTerms, tellingTerms } from "./tell-apart.ts";

/** A natural log-odds ratio with its 95 % interval: above 0 where the first side has more of something. */
export interface LogOdds {
  readonly logOdds: number;
  readonly low: number;
  readonly high: number;
}

/** A first-level topic as the two sides have it. */
export interface TopicContrast extends LogOdds {
  readonly topic: number;
  /** Papers of the topic on each side. */
  readonly first: number;
  readonly second: number;
}

/** The 97.5th percentile of the normal distribution. */
const Z95 = 1.959964;

/**
 * How much more often something is found on the first side than on the second: with a of n papers there and c of m here,
 * ln((a + ½)(m − c + ½) / ((n − a + ½)(c + ½))), ± 1.96 √(1/(a + ½) + 1/(n − a + ½) + 1/(c + ½) + 1/(m − c + ½)). The
 * halves are the correction of Haldane (1956) and Anscombe (1956): nothing at all on a side still gives a number. Where
 * papers are on both sides the interval is wider than it need be.
 */
export function logOddsRatio(a: number, n: number, c: number, m: number): LogOdds {
  const cells = [a + 0.5, n - a + 0.5, c + 0.5, m - c + 0.5];
  const [inFirst, outFirst, inSecond, outSecond] = cells;
  const logOdds = log(inFirst) - log(outFirst) - (log(inSecond) - log(outSecond));
  const error = Z95 * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0));
  return { logOdds, low: logOdds - error, high: logOdds + error };
}

/**
 * Every first-level topic that a side has papers of, from the one that the first side has most more of to the one that
 * the second has; ties by number. Papers without a topic count among all. O(papers).
 */
export function contrastTopics(map: Pick<TopicMap, "topic" | "topics">, sides: Sides): TopicContrast[] {
  const main = map.topics.filter(({ parent }) => parent === undefined);
  const count = (side: Uint8Array) => {
    const counts = new Uint32Array(map.topics.length);
    for (let i = 0; i < side.length; i++) if (side[i] === 1 && map.topic[i] >= 0) counts[map.topic[i]]++;
    return counts;
  };
  const [first, second] = [count(sides.first), count(sides.second)];
  const [n, m] = [sizeOf(sides.first), sizeOf(sides.second)];
  return main
    .filter(({ id }) => first[id] + second[id] > 0)
    .map(({ id }) => ({
      topic: id,
      first: first[id],
      second: second[id],
      ...logOddsRatio(first[id], n, second[id], m),
    }))
    .sort((a, b) => b.logOdds - a.logOdds || a.topic - b.topic);
}

/** How two sides of a map differ. */
export interface Contrast {
  /** Papers of each side, and of both. */
  readonly sizes: readonly [first: number, second: number];
  readonly both: number;
  readonly topics: readonly TopicContrast[];
  readonly terms: TellingTerms;
  /** Works that the second side has and the first lacks, nearest to the first side first. */
  readonly lacking: readonly LackingWork[];
}

/** What sets two values of a field apart; see `sidesOf`. */
export interface ContrastQuestion {
  readonly field: string;
  readonly first: string;
  /** Absent: all papers with other values. */
  readonly second?: string;
  /** Terms for each side and works, at most. */
  readonly most: number;
}

/**
 * How the papers with one value of a field differ from those with another, or from all others: by topics, terms, and works.
 * Pure; a field or value that there is not is a side without papers.
 * @param run as `runPipeline` gives it
 */
export function contrast(
  {
    map,
    text,
    graph,
  }: { readonly map: TopicMap; readonly text: { readonly matrix: TermMatrix }; readonly graph: Graph },
  { field: name, first, second, most }: ContrastQuestion,
): Contrast {
  const field = map.fields?.find((one) => one.name === name);
  const n = map.papers.length;
  const sides = field
    ? sidesOf(field, n, first, second)
    : { first: new Uint8Array(n), second: new Uint8Array(n) };
  return {
    sizes: [sizeOf(sides.first), sizeOf(sides.second)],
    both: sizeOf(sides.first.map((bit, i) => bit & sides.second[i])),
    topics: contrastTopics(map, sides),
    terms: tellingTerms(text.matrix, sides, most),
    lacking: lackingWorks(graph, map.edges, sides, most),
  };
}
