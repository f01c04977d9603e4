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
 * sixth of their papers or more, are below .55.
 */
const USUALLY_ALIKE = 0.5;
const NAMED = 0.1;

/** How alike two papers are on average (dot product of their rows): of each topic, and of different topics. */
interface Likeness {
  /** 0 where there are no two papers with terms. */
  readonly inside: Float64Array;
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
  { rows, common }: Pick<TermMatrix, "rows" | "common">,
  named: readonly number[],
): Uint8Array {
  const { inside, across } = likeness(members, rows);
  const telling = likeness(members, rows, common).inside;
  const usual = median(telling.filter((value) => value > 0));
  return Uint8Array.from(members, ({ length }, t) => {
    if (length < 2 || across === 0) return 0;
    const byCommonWords = telling[t] < USUALLY_ALIKE * usual && named[t] < NAMED;
    return inside[t] < ALIKE * across || byCommonWords ? 1 : 0;
  });
}

/** Over pairs of papers: |Σ x|² is the sum over all pairs, also of a paper with itself. Columns of `without` do not count. */
function likeness(
  members: readonly (readonly number[])[],
  rows: TermMatrix["rows"],
  without?: Uint8Array,
): Likeness {
  const total = new Float64Array(rows.width);
  const inside = new Float64Array(members.length);
  let [papers, pairs, sums] = [0, 0, 0];
  for (const [t, own] of members.entries()) {
    const sum = new Float64Array(rows.width);
    let [count, self] = [0, 0];
    for (const i of own) {
      if (rows.start[i] < rows.start[i + 1]) count++;
      for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
        const c = rows.column[e];
        if (without?.[c] === 1) continue;
        sum[c] += rows.value[e];
        self += rows.value[e] * rows.value[e];
      }
    }
    for (let c = 0; c < sum.length; c++) total[c] += sum[c];
    const all = squared(sum);
    inside[t] = count > 1 ? (all - self) / (count * (count - 1)) : 0;
    papers += count;
    pairs += count * count;
    sums += all;
  }
  const others = papers * papers - pairs;
  return { inside, across: others > 0 ? (squared(total) - sums) / others : 0 };
}

const squared = (sum: Float64Array) => sum.reduce((all, value) => all + value * value, 0);
