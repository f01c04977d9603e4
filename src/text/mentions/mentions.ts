import type { Paper } from "../../model/paper.ts";
import { BREAK, type Mentions, type TermMatrix, type Tokens } from "../../model/text.ts";
import { shortForm } from "../names/acronyms.ts";
import { isName, isPlainName, nameRoot, singularName, withoutSize } from "../names/form.ts";
import { longFormAt } from "../names/long-form.ts";
import { findIntroductions, type Introduction } from "./introductions.ts";
import { createKinship } from "./kinship.ts";
import { sentenceWith } from "./sentence.ts";

/** From this size on, two papers must also be about kindred things. */
const MANY = 300;
/** A name without title evidence that more papers than this share hold is a common word of the field. */
const COMMON = 0.03;
/** A name without title evidence that so many others spell out is an abbreviation of the field ("BiLSTM"). */
const ABBREVIATION = 3;

/**
 * Which papers name a system that another paper of the collection introduces, with the name and the sentence. Precision
 * first: ambiguous names, acronyms that several papers expand, names that are ordinary words here, names behind another
 * capitalised word ("Mask R-CNN"), and papers older than the system are left out. Linear in the number of tokens.
 * @param matrix of the same tokens: tells whether two papers are about related things
 */
export function findMentions(
  papers: readonly Paper[],
  tokens: Tokens,
  matrix: Pick<TermMatrix, "rows" | "key">,
): Mentions {
  const { token, start, words, stop } = tokens;
  const systems = findIntroductions(papers, tokens);
  const system = systemOfWord(words, systems);
  const usage = countUsage(papers, tokens, system, systems);
  const trusted = systems.map((s, k) => isTrusted(s, usage, k, papers.length));
  const isCapital = Uint8Array.from(words, (word, id) => (stop[id] === 0 && /^\p{Lu}/u.test(word) ? 1 : 0));
  const candidates: { source: number; target: number; name: string; id: number }[] = [];
  const last = new Int32Array(papers.length).fill(-1);
  for (let paper = 0; paper < papers.length; paper++)
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const s = system[token[i]];
      if (s < 0 || !trusted[s]) continue;
      const { paper: target, name } = systems[s];
      if (target === paper || last[target] === paper) continue;
      if (i > start[paper] && isCapital[token[i - 1]] === 1) continue;
      if (token[i + 1] !== BREAK && isPartOfLonger(words[token[i + 1]], i < tokens.body[paper])) continue;
      if (isOlder(papers[paper], papers[target]) || meansAnother(tokens, i, start[paper], target)) continue;
      last[target] = paper;
      candidates.push({ source: paper, target, name, id: token[i] });
    }
  const found = papers.length > MANY ? kindredOnly(candidates, tokens, matrix) : candidates;
  found.sort((a, b) => a.source - b.source || a.target - b.target);
  return {
    source: Uint32Array.from(found, (f) => f.source),
    target: Uint32Array.from(found, (f) => f.target),
    quoted: found.map(({ source, name, id }) => ({
      name,
      sentence: sentenceOf(papers[source], words[id]),
    })),
  };
}

/** Where the words begin that spell out the bracketed name at token i, or −1. */
function longFormOf(tokens: Tokens, i: number, from: number): number {
  const word = tokens.words[tokens.token[i]];
  return longFormAt(tokens, shortForm(word) || word, i, from);
}

/** Whether a paper spells the name out in words most of which the introducing paper does not hold. */
function meansAnother(tokens: Tokens, i: number, from: number, target: number): boolean {
  const { token, start, stem, stop } = tokens;
  const begin = longFormOf(tokens, i, from);
  if (begin < 0) return false;
  const own = new Set(Array.from(token.subarray(start[target], start[target + 1]), (id) => stem[id]));
  const long = [...token.subarray(begin, i - 1)].filter((id) => stop[id] === 0);
  return 2 * long.filter((id) => own.has(stem[id])).length <= long.length;
}

/** The mentions whose two papers are about kindred things apart from the name. */
function kindredOnly<
  M extends { readonly source: number; readonly target: number; readonly name: string; readonly id: number },
>(mentions: readonly M[], { stem, stems }: Tokens, matrix: Pick<TermMatrix, "rows" | "key">): M[] {
  const namesOf = ({ name, id }: M) => [stems[stem[id]], name.toLowerCase()];
  const kindred = createKinship(matrix, mentions.flatMap(namesOf));
  return mentions.filter((m) => kindred(m.source, m.target, ...namesOf(m)));
}

/** Per word id, the system it names, or −1: exact, else without what hangs on it, else without a size. */
function systemOfWord(words: readonly string[], systems: readonly Introduction[]): Int32Array {
  const exact = new Map(systems.map(({ name }, s) => [name, s] as const));
  const folded = new Map<string, number>();
  const written = new Set(words);
  for (const [s, { name }] of systems.entries()) {
    // Longer names in mixed case are known in any spelling of their letters.
    if (name.length <= 5 || !/\p{Ll}/u.test(name) || !isName(name)) continue;
    // "ProFIT" is not meant by those who write of profit.
    if (written.has(name.toLowerCase())) continue;
    const key = name.toLowerCase().replaceAll("-", "");
    folded.set(key, folded.has(key) ? -1 : s);
  }
  const look = (name: string) =>
    exact.get(name) ??
    (isPlainName(name) || /^\p{Lu}+$/u.test(name)
      ? undefined
      : folded.get(name.toLowerCase().replaceAll("-", "")));
  return Int32Array.from(words, (word) => {
    if (word.length < 4 || !/\p{L}/u.test(word)) return -1;
    const whole = look(word);
    if (whole !== undefined) return whole;
    const root = nameRoot(word);
    const single = isName(root) ? singularName(root) : root;
    return look(root) ?? look(single) ?? look(withoutSize(single)) ?? -1;
  });
}

interface Usage {
  /** Papers that hold each system's name, its words in lower case, or expand it as an acronym. */
  readonly papers: Uint32Array;
  readonly lower: Uint32Array;
  readonly expanded: Uint32Array;
  /** Papers that spell a name in mixed case out as the one that introduces it does. */
  readonly agreed: Uint32Array;
  /** Papers that hold it and are older than the one that introduces it. */
  readonly older: Uint32Array;
}

function countUsage(
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
      if (low >= 0 && seenLower[low] !== paper) {
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

function isTrusted(
  { name, inTitle, confirmed }: Introduction,
  usage: Usage,
  s: number,
  papers: number,
): boolean {
  const plain = isPlainName(name);
  const shouted = !/\p{Ll}/u.test(name.replace(/s$/, ""));
  if ((plain || shouted) && usage.lower[s] > 0) return false;
  if (plain && !confirmed && usage.papers[s] > Math.max(3, 0.005 * papers)) return false;
  if (usage.expanded[s] >= (inTitle ? 2 : 1) || usage.older[s] > 0) return false;
  if (!inTitle && usage.agreed[s] >= ABBREVIATION) return false;
  if (shouted && !inTitle && name.length < 5) return false;
  const few = Math.max(15, 0.005 * papers);
  return inTitle ? confirmed || usage.papers[s] <= few : usage.papers[s] <= Math.max(5, COMMON * papers);
}

/** A name before another capitalised word is part of a longer one: "BERT Large" is not, "Hadoop MapReduce" is. */
function isPartOfLonger(next: string, inTitle: boolean): boolean {
  return !inTitle && (isName(next) || /^(?:V?\p{N}+(?:\.\p{N}+)*)$/iu.test(next)) && next.length > 1;
}

function isOlder(paper: Paper, system: Paper): boolean {
  return paper.year !== undefined && system.year !== undefined && paper.year < system.year;
}

function sentenceOf({ title, abstract }: Paper, word: string): string {
  return sentenceWith(abstract, word) ?? sentenceWith(title, word) ?? title;
}
