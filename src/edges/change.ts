import { type Graph, nodeCount } from "../kernel/graph.ts";

/** What another mix does to the links that count. */
export interface LinkChange {
  /** Links that count now and did not before, and the other way round. */
  readonly came: number;
  readonly went: number;
  /** Links in both whose share of all link weight changed by more than a tenth. */
  readonly shifted: number;
}

/** A link has changed when its share of all weight did by more than this: less is not worth telling. */
const LEAST_SHIFT = 0.1;

/** Compares two graphs over the same papers, link by link. O(links). */
export function linkChange(before: Graph, after: Graph): LinkChange {
  const [whole, wholeAfter] = [totalWeight(before), totalWeight(after)];
  let [came, went, shifted] = [0, 0, 0];
  for (let i = 0; i < nodeCount(before); i++) {
    let b = before.start[i];
    let a = after.start[i];
    while (b < before.start[i + 1] || a < after.start[i + 1]) {
      const old = b < before.start[i + 1] ? before.neighbour[b] : Number.POSITIVE_INFINITY;
      const now = a < after.start[i + 1] ? after.neighbour[a] : Number.POSITIVE_INFINITY;
      const counts = Math.min(old, now) > i ? 1 : 0; // every link stands in both of its rows
      if (old < now) {
        went += counts;
        b++;
      } else if (now < old) {
        came += counts;
        a++;
      } else {
        const share = before.weight[b++] / whole;
        const shareAfter = after.weight[a++] / wholeAfter;
        if (Math.abs(shareAfter - share) > LEAST_SHIFT * share) shifted += counts;
      }
    }
  }
  return { came, went, shifted };
}

function totalWeight({ weight }: Graph): number {
  let sum = 0;
  for (const w of weight) sum += w;
  return sum;
}
