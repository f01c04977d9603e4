import { prefixSum } from "../../kernel/columns.ts";
import type { PhraseTable } from "../../model/text.ts";

/** Which papers of its topic hold all words of a phrase, in any order, and how many of the others do. */
export interface Cover {
  /** Places in the topic's list of papers, ascending. */
  readonly inside: Uint32Array;
  readonly outside: number;
}

/**
 * The cover of some phrases of each topic. Linear in the words of the papers, and in how many papers hold the words of
 * the phrases asked for.
 * @param members papers of each topic
 * @param asked phrases of each topic
 */
export function coverOf(
  members: readonly (readonly number[])[],
  asked: readonly (readonly number[])[],
  { words, parts }: Pick<PhraseTable, "words" | "parts">,
): Cover[][] {
  const local = new Int32Array(words.count).fill(-1);
  let flagged = 0;
  for (const list of asked)
    for (const phrase of list) for (const w of parts[phrase]) if (local[w] < 0) local[w] = flagged++;
  const { begin, place, universe } = places(members, words, local, flagged);
  const met = new Uint8Array(universe);
  let offset = 0;
  return members.map((papers, topic) => {
    const from = offset;
    const to = offset + papers.length;
    offset = to;
    return asked[topic].map((phrase) => {
      const own = parts[phrase].map((w) => local[w]);
      const inside: number[] = [];
      let outside = 0;
      for (const [k, w] of own.entries())
        for (let e = begin[w]; e < begin[w + 1]; e++) {
          const at = place[e];
          if (met[at] !== k) continue;
          met[at]++;
          if (k < own.length - 1) continue;
          if (at >= from && at < to) inside.push(at - from);
          else outside++;
        }
      for (const w of own) for (let e = begin[w]; e < begin[w + 1]; e++) met[place[e]] = 0;
      return { inside: Uint32Array.from(inside), outside };
    });
  });
}

/** For each flagged word, the places of the papers that hold it, when the topics' papers stand in one row. */
function places(
  members: readonly (readonly number[])[],
  { start, word }: PhraseTable["words"],
  local: Int32Array,
  flagged: number,
) {
  const begin = new Uint32Array(flagged + 1);
  let universe = 0;
  const each = (found: (w: number, at: number) => void) => {
    universe = 0;
    for (const papers of members)
      for (const p of papers) {
        for (let e = start[p]; e < start[p + 1]; e++) {
          const w = local[word[e]];
          if (w >= 0) found(w, universe);
        }
        universe++;
      }
  };
  each((w) => begin[w + 1]++);
  const next = prefixSum(begin).slice();
  const place = new Uint32Array(begin[flagged]);
  each((w, at) => {
    place[next[w]++] = at;
  });
  return { begin, place, universe };
}
