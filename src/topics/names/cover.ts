import { groupBy, grown } from "../../kernel/columns.ts";
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
  const { rowStart, row, begin, place, second, others } = byRarestWord(members, words, asked, parts);
  const asks = asked.map((list) => list.map((phrase) => place[phrase]));
  const papersWith = new Uint32Array(second.length);
  /** Where a phrase stands among those asked for of the topic that is looked at, or −1. */
  const own = new Int32Array(second.length).fill(-1);
  const last = new Int32Array(begin.length).fill(-1);
  /** Of the topic that is looked at: which phrase a paper holds, and the place of the paper. */
  let heldPhrase = new Uint32Array(1 << 12);
  let heldPlace = new Uint32Array(1 << 12);
  let paper = 0;
  const inside = members.map(({ length }, topic) => {
    let held = 0;
    for (const [k, u] of asks[topic].entries()) own[u] = k;
    for (let at = 0; at < length; at++, paper++) {
      const end = rowStart[paper + 1];
      for (let e = rowStart[paper]; e < end; e++) last[row[e]] = paper;
      for (let e = rowStart[paper]; e < end; e++)
        for (let u = begin[row[e]]; u < begin[row[e] + 1]; u++) {
          if (second[u] >= 0 && (last[second[u]] !== paper || !holds(others[u], last, paper))) continue;
          papersWith[u]++;
          if (own[u] < 0) continue;
          if (held === heldPlace.length) [heldPhrase, heldPlace] = [grown(heldPhrase), grown(heldPlace)];
          heldPhrase[held] = own[u];
          heldPlace[held++] = at;
        }
    }
    for (const u of asks[topic]) own[u] = -1;
    const { start, item } = groupBy(heldPhrase.subarray(0, held), asks[topic].length);
    const places = item.map((hit) => heldPlace[hit]);
    return asks[topic].map((_, k) => places.subarray(start[k], start[k + 1]));
  });
  return asks.map((list, topic) =>
    list.map((u, k) => ({
      inside: inside[topic][k],
      outside: papersWith[u] - inside[topic][k].length,
    })),
  );
}

function holds(words: readonly number[], last: Int32Array, paper: number): boolean {
  for (const w of words) if (last[w] !== paper) return false;
  return true;
}

/** Of phrases of one or two words. */
const NO_OTHERS: readonly number[] = [];

/**
 * The phrases by that of their words which the fewest papers hold, word w's from begin[w] to begin[w + 1]; a phrase without words
 * stands behind all of them. A phrase has its `place` there, a `second` word, or −1, and `others`. Rows are the words of some phrase
 * that each paper holds, topic after topic: papers of one topic lie far apart in the table, and are looked up once.
 */
function byRarestWord(
  members: readonly (readonly number[])[],
  table: PhraseTable["words"],
  asked: readonly (readonly number[])[],
  parts: PhraseTable["parts"],
) {
  const place = new Int32Array(parts.length).fill(-1);
  const local = new Int32Array(table.count).fill(-1);
  const phrases: number[] = [];
  let words = 0;
  for (const list of asked)
    for (const phrase of list) {
      if (place[phrase] >= 0) continue;
      place[phrase] = phrases.push(phrase) - 1;
      for (const w of parts[phrase]) if (local[w] < 0) local[w] = words++;
    }
  const { holders, ...rows } = rowsOf(members, table, local, words);
  const rarest = new Uint32Array(phrases.length).fill(words);
  for (let k = 0; k < phrases.length; k++)
    for (const w of parts[phrases[k]])
      if (rarest[k] === words || holders[local[w]] < holders[rarest[k]]) rarest[k] = local[w];
  const { start: begin, item } = groupBy(rarest, words + 1);
  const second = new Int32Array(phrases.length).fill(-1);
  const others: (readonly number[])[] = [];
  for (let u = 0; u < item.length; u++) {
    const own = parts[phrases[item[u]]];
    place[phrases[item[u]]] = u;
    for (const w of own) if (local[w] !== rarest[item[u]]) second[u] = local[w];
    others.push(own.length > 2 ? own.map((w) => local[w]) : NO_OTHERS);
  }
  return { ...rows, begin, place, second, others };
}

/** The words of each paper that have a number, and how many papers hold each of them. */
function rowsOf(
  members: readonly (readonly number[])[],
  { start, word }: PhraseTable["words"],
  local: Int32Array,
  words: number,
) {
  let [papers, entries] = [0, 0];
  for (const own of members) {
    papers += own.length;
    for (const p of own) entries += start[p + 1] - start[p];
  }
  const holders = new Uint32Array(words);
  const rowStart = new Uint32Array(papers + 1);
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
  return { rowStart, row, holders };
}
