import type { EdgeReadout } from "../../src/model/edges.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { sixDigits } from "../../src/model/number.ts";

/** The terms of link e, with their shares as they are written. */
export function termsOf(readout: EdgeReadout | undefined, e: number) {
  const { labels, label, share } = readout ?? { labels: [], label: [], share: [] };
  return [3 * e, 3 * e + 1, 3 * e + 2]
    .filter((slot) => labels[label[slot]] !== undefined)
    .map((slot) => ({ term: labels[label[slot]], share: Math.fround(sixDigits(share[slot])) }));
}

/** The same of a paper's strongest keyword link. */
export function strongestTerms({ edges: [list] }: TopicMap, paper: number) {
  const own = [...list.weight.keys()].filter((e) => list.source[e] === paper || list.target[e] === paper);
  return termsOf(
    list.readout,
    own.reduce((best, e) => (list.weight[e] > list.weight[best] ? e : best)),
  );
}
