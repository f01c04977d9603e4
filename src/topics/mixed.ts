import { median } from "../kernel/columns.ts";
import type { TermMatrix } from "../model/text.ts";

/**
 * Papers that are less than so many times as alike as papers of different topics have no subject. Of 133 topics of
 * eight collections one is below, at .98 (64 papers of an exported search for "bit pattern", on whales, snakes and
 * software); the next are at 1.17 and 1.19, of one subject.
 */
const ALIKE = 1.1;
/**
 * Nor have those that only words common in all of science make alike: without these they are less than so many times
 * as alike as is usual for topics of the collection, and the best name holds for less than a tenth of them. Of the 133
 * that is one, vispubdata's 96 "case study" papers (.41 and .03); of the others only three, whose names hold for a
 * sixth of their papers or more, are below .55. It is not asked of topics of a thousand papers and more: broad ones, as
 * statistics among 100,000 arXiv papers (5,362), have no name that holds for a tenth.
 */
const USUALLY_ALIKE = 0.5;
const NAMED = 0.1;
const MOST_PAPERS = 1000;

/** How alike two papers are on average (dot product of their rows). */
interface Likeness {
  /** Of each topic; 0 where there are no two papers with terms. */
  readonly inside: Float64Array;
  /** Of each topic, by words of some subject alone. */
  readonly telling: Float64Array;
  /** Of different topics. */
  readonly across: number;
}

/**
 * Which topics are leftovers whose papers do not hang together, 1 or 0. A single topic is none: there is nothing to
 * hold it against. O(entries + topics · terms).
 * @param members papers of each topic
 * @param named share of each topic's papers that its best name holds for, 0 to 1
 */
export function mixedTopics(
  members: readonly (readonly number[])[],
  matrix: Pick<TermMatrix, "rows" | "common">,
  named: readonly number[],
): Uint8Array {
  const { inside, telling, across } = likeness(members, matrix);
  const usual = median(telling.filter((value) => value > 0));
  return Uint8Array.from(members, ({ length }, t) => {
    if (length < 2 || across === 0) return 0;
    const byCommonWords = length < MOST_PAPERS && telling[t] < USUALLY_ALIKE * usual && named[t] < NAMED;
    return inside[t] < ALIKE * across || byCommonWords ? 1 : 0;
  });
}

/** Over pairs of papers: |Σ x|² is the sum over all pairs, also of a paper with itself. */
function likeness(
  members: readonly (readonly number[])[],
  { rows, common }: Pick<TermMatrix, "rows" | "common">,
): Likeness {
  const total = new Float64Array(rows.width);
  const sum = new Float64Array(rows.width);
  const inside = new Float64Array(members.length);
  const telling = new Float64Array(members.length);
  let [papers, pairs, sums] = [0, 0, 0];
  // The columns of a topic: most of them all are of no paper of it.
  const held = new Uint32Array(rows.width);
  const seen = new Uint8Array(rows.width);
  for (const [t, own] of members.entries()) {
    let [count, self, selfTelling, width] = [0, 0, 0, 0];
    for (const i of own) {
      if (rows.start[i] < rows.start[i + 1]) count++;
      for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
        const c = rows.column[e];
        const square = rows.value[e] * rows.value[e];
        if (seen[c] === 0) held[width++] = c;
        seen[c] = 1;
        sum[c] += rows.value[e];
        self += square;
        if (common[c] === 0) selfTelling += square;
      }
    }
    let [all, allTelling] = [0, 0];
    for (const c of held.subarray(0, width)) {
      total[c] += sum[c];
      all += sum[c] * sum[c];
      if (common[c] === 0) allTelling += sum[c] * sum[c];
      sum[c] = 0;
      seen[c] = 0;
    }
    if (count > 1) {
      inside[t] = (all - self) / (count * (count - 1));
      telling[t] = (allTelling - selfTelling) / (count * (count - 1));
    }
    papers += count;
    pairs += count * count;
    sums += all;
  }
  const others = papers * papers - pairs;
  const whole = total.reduce((squares, value) => squares + value * value, 0);
  return { inside, telling, across: others > 0 ? (whole - sums) / others : 0 };
}
