import { NO_TOPIC } from "../model/topic.ts";

/**
 * Which topic of an earlier division each later topic continues: pairs by the most shared papers for their sizes
 * (Jaccard), each earlier topic once; ties to the lower topics. NO_TOPIC for a topic that continues none.
 * @param least Jaccard index from which a topic continues another, 0 to 1
 */
export function continuedTopics(
  before: Int32Array,
  beforeCount: number,
  after: Int32Array,
  afterCount: number,
  least: number,
): Int32Array {
  const shared = new Uint32Array(beforeCount * afterCount);
  const sizeBefore = new Uint32Array(beforeCount);
  const sizeAfter = new Uint32Array(afterCount);
  for (let i = 0; i < after.length; i++) {
    const inBefore = before[i] >= 0 && before[i] < beforeCount;
    const inAfter = after[i] >= 0 && after[i] < afterCount;
    if (inBefore) sizeBefore[before[i]]++;
    if (inAfter) sizeAfter[after[i]]++;
    if (inBefore && inAfter) shared[after[i] * beforeCount + before[i]]++;
  }
  const pairs: { readonly b: number; readonly a: number; readonly overlap: number }[] = [];
  for (let a = 0; a < afterCount; a++)
    for (let b = 0; b < beforeCount; b++) {
      const both = shared[a * beforeCount + b];
      const overlap = both / (sizeBefore[b] + sizeAfter[a] - both);
      if (both > 0 && overlap >= least) pairs.push({ b, a, overlap });
    }
  pairs.sort((p, q) => q.overlap - p.overlap || p.b - q.b || p.a - q.a);
  const continues = new Int32Array(afterCount).fill(NO_TOPIC);
  const taken = new Set<number>();
  for (const { a, b } of pairs) {
    if (continues[a] !== NO_TOPIC || taken.has(b)) continue;
    continues[a] = b;
    taken.add(b);
  }
  return continues;
}
