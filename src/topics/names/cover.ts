import { groupBy } from "../../kernel/columns.ts";
import type { PhraseTable } from "../../model/text.ts";

/** Which papers of its topic hold all words of a phrase, in any order, and how many of the others do. */
export interface Cover {
  /** Places in the topic's list of papers, ascending. */
  readonly inside: Uint32Array;
  readonly outside: number;
}

/**
 * The cover of some phrases of each topic. Linear in the words of the papers, and in how many papers hold the rarest word
 * of each of the phrases asked for.
 * @param members papers of each topic
 * @param asked phrases of each topic, none twice
 */
export function coverOf(
  members: readonly (readonly number[])[],
  asked: readonly (readonly number[])[],
  { words, parts }: Pick<PhraseTable, "words" | "parts">,
): Cover[][] {
  const { rowStart, row, begin, phrase, second, others } = byRarestWord(members, words, asked, parts);
  const place = new Map(Array.from(phrase, (id, u) => [id, u]));
  const asks = asked.map((list) => list.map((id) => place.get(id) ?? -1));
  const papersWith = new Uint32Array(phrase.length);
  /** Where a phrase stands among those asked for of the topic that is looked at, or −1. */
  const own = new Int32Array(phrase.length).fill(-1);
  const last = new Int32Array(begin.length).fill(-1);
  let paper = 0;
  const inside = members.map(({ length }, topic) => {
    const held = asks[topic].map((): number[] => []);
    for (const [k, u] of asks[topic].entries()) own[u] = k;
    for (let at = 0; at < length; at++, paper++) {
      const end = rowStart[paper + 1];
      for (let e = rowStart[paper]; e < end; e++) last[row[e]] = paper;
      for (let e = rowStart[paper]; e < end; e++)
        for (let u = begin[row[e]]; u < begin[row[e] + 1]; u++) {
          if (second[u] >= 0 && (last[second[u]] !== paper || !holds(others[u], last, paper))) continue;
          papersWith[u]++;
          if (own[u] >= 0) held[own[u]].push(at);
        }
    }
    for (const u of asks[topic]) own[u] = -1;
    return held;
  });
  return asks.map((list, topic) =>
    list.map((u, k) => ({
      inside: Uint32Array.from(inside[topic][k]),
      outside: papersWith[u] - inside[topic][k].length,
    })),
  );
}

function holds(words: readonly number[], last: Int32Array, paper: number): boolean {
  for (const w of words) if (last[w] !== paper) return false;
  return true;
}

/**
 * The phrases by that of their words which the fewest papers hold, word w's from begin[w] to begin[w + 1]; a phrase without words
 * stands behind all of them. A phrase has a `second` word, or −1, and `others`. Rows are the words of some phrase that each paper
 * holds, topic after topic: papers of one topic lie far apart in the table, and are looked up once.
 */
function byRarestWord(
  members: readonly (readonly number[])[],
  { start, word, count }: PhraseTable["words"],
  asked: readonly (readonly number[])[],
  parts: PhraseTable["parts"],
) {
  const phrases = [...new Set(asked.flat())];
  const local = new Int32Array(count).fill(-1);
  let words = 0;
  for (const phrase of phrases) for (const w of parts[phrase]) if (local[w] < 0) local[w] = words++;
  const holders = new Uint32Array(words);
  const papers = members.reduce((sum, { length }) => sum + length, 0);
  const rowStart = new Uint32Array(papers + 1);
  let entries = 0;
  for (const own of members) for (const p of own) entries += start[p + 1] - start[p];
  const row = new Uint32Array(entries);
  let [paper, end] = [0, 0];
  for (const own of members)
    for (const p of own) {
      for (let e = start[p]; e < start[p + 1]; e++) {
        const w = local[word[e]];
        if (w < 0) continue;
        holders[w]++;
        row[end++] = w;
      }
      rowStart[++paper] = end;
    }
  const own = phrases.map((phrase) =>
    parts[phrase].map((w) => local[w]).sort((a, b) => holders[a] - holders[b] || a - b),
  );
  const { start: begin, item } = groupBy(
    own.map(([first = words]) => first),
    words + 1,
  );
  return {
    rowStart,
    row,
    begin,
    phrase: Uint32Array.from(item, (u) => phrases[u]),
    second: Int32Array.from(item, (u) => own[u][1] ?? -1),
    others: Array.from(item, (u) => own[u].slice(2)),
  };
}
