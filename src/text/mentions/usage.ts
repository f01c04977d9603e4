import type { Paper } from "../../model/paper.ts";
import type { Tokens } from "../../model/text.ts";
import { shortForm } from "../names/acronyms.ts";
import { isMixedName, isPlainName } from "../names/form.ts";
import { longFormAt } from "../names/long-form.ts";
import type { Introduction } from "./introductions.ts";

/**
 * A name without title evidence that more papers than this share hold is a common word of the field: for small
 * collections; of the 142 mentions among 100,000 papers .005 to .2 changes none.
 */
const COMMON = 0.03;
/**
 * A name without title evidence that so many others spell out is an abbreviation of the field ("BiLSTM"): 2 loses two right
 * mentions of those 142.
 */
const ABBREVIATION = 3;

/** A name in mixed case ("ResNeXt") is no common word where so few hold it. */
const COINED = 10;

/** How the papers use each system's name. */
export interface Usage {
  /** Papers that hold each system's name, its words in lower case, or expand it as an acronym. */
  readonly papers: Uint32Array;
  readonly lower: Uint32Array;
  readonly expanded: Uint32Array;
  /** Papers that spell a name in mixed case out as the one that introduces it does. */
  readonly agreed: Uint32Array;
  /** Papers that hold it and are older than the one that introduces it. */
  readonly older: Uint32Array;
}

/**
 * Counts how the papers use each name.
 * @param system per word id, the system that it names, or −1
 */
export function countUsage(
  papers: readonly Paper[],
  tokens: Tokens,
  system: Int32Array,
  systems: readonly Introduction[],
): Usage {
  const { token, start, words } = tokens;
  const plain = new Map(systems.map(({ name }, s) => [name.toLowerCase(), s] as const));
  const lowerOf = Int32Array.from(words, (word) =>
    word === word.toLowerCase() ? (plain.get(word) ?? -1) : -1,
  );
  const usage: Usage = {
    papers: new Uint32Array(systems.length),
    lower: new Uint32Array(systems.length),
    expanded: new Uint32Array(systems.length),
    agreed: new Uint32Array(systems.length),
    older: new Uint32Array(systems.length),
  };
  const seen = new Int32Array(systems.length).fill(-1);
  const seenLower = new Int32Array(systems.length).fill(-1);
  const seenLong = new Int32Array(systems.length).fill(-1);
  for (let paper = 0; paper + 1 < start.length; paper++)
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const low = lowerOf[token[i]];
      // An address ("…/opus") in the paper that introduces OPUS makes no word of it.
      const isOwn = low >= 0 && systems[low].paper === paper && isShouted(systems[low].name);
      if (low >= 0 && !isOwn && seenLower[low] !== paper) {
        seenLower[low] = paper;
        usage.lower[low]++;
      }
      const s = system[token[i]];
      if (s < 0) continue;
      if (seen[s] !== paper) {
        seen[s] = paper;
        usage.papers[s]++;
        if (isOlder(papers[paper], papers[systems[s].paper])) usage.older[s]++;
      }
      if (seenLong[s] !== paper && systems[s].paper !== paper && longFormOf(tokens, i, start[paper]) >= 0) {
        seenLong[s] = paper;
        // Others spell a system's name out as its authors do; an abbreviation of the field is spelt out by many.
        const agrees =
          /\p{Ll}/u.test(systems[s].name.slice(0, -1)) &&
          !meansAnother(tokens, i, start[paper], systems[s].paper);
        if (agrees) usage.agreed[s]++;
        else usage.expanded[s]++;
      }
    }
  return usage;
}

/** Whether a name means its system wherever it stands: no ordinary word, acronym of several meanings or older name. */
export function isTrusted(
  { name, inTitle, confirmed }: Introduction,
  usage: Usage,
  s: number,
  papers: number,
): boolean {
  const plain = isPlainName(name);
  const shouted = isShouted(name);
  // Title and authors both say so: "DROP" is no drop.
  const coined = shouted && inTitle && confirmed;
  if ((plain || (shouted && !coined)) && usage.lower[s] > 0) return false;
  if (plain && !confirmed && usage.papers[s] > Math.max(3, 0.005 * papers)) return false;
  if (usage.expanded[s] >= (inTitle ? 2 : 1) || usage.older[s] > 0) return false;
  if (!inTitle && usage.agreed[s] >= ABBREVIATION) return false;
  if (shouted && !inTitle && name.length < 5) return false;
  const few = Math.max(15, 0.005 * papers);
  if (inTitle) return confirmed || usage.papers[s] <= few;
  return usage.papers[s] <= Math.max(isMixedName(name) ? COINED : 5, COMMON * papers);
}

/** Whether a name is written in capitals. */
export function isShouted(name: string): boolean {
  return !/\p{Ll}/u.test(name.replace(/s$/, ""));
}

/** Where the words begin that spell out the bracketed name at token i, or −1. */
function longFormOf(tokens: Tokens, i: number, from: number): number {
  const word = tokens.words[tokens.token[i]];
  return longFormAt(tokens, shortForm(word) || word, i, from);
}

/** Whether a paper spells the name out in words most of which the introducing paper does not hold. */
export function meansAnother(tokens: Tokens, i: number, from: number, target: number): boolean {
  const { token, start, stem, stop } = tokens;
  const begin = longFormOf(tokens, i, from);
  if (begin < 0) return false;
  const own = new Set(Array.from(token.subarray(start[target], start[target + 1]), (id) => stem[id]));
  const long = [...token.subarray(begin, i - 1)].filter((id) => stop[id] === 0);
  return 2 * long.filter((id) => own.has(stem[id])).length <= long.length;
}

/** Whether a paper came out before the one that introduces a system. */
export function isOlder(paper: Paper, system: Paper): boolean {
  return paper.year !== undefined && system.year !== undefined && paper.year < system.year;
}
