import type { Paper } from "../../model/paper.ts";
import { BREAK, type Mentions, type TermMatrix, type Tokens } from "../../model/text.ts";
import { isMixedName, isName, isPlainName, nameRoot, singularName, withoutSize } from "../names/form.ts";
import { camelParts } from "./contraction.ts";
import { findIntroductions, type Introduction } from "./introductions.ts";
import { createRelatedness } from "./relatedness.ts";
import { sentenceWith } from "./sentence.ts";
import { countUsage, isOlder, isShouted, isTrusted, meansAnother, type Usage } from "./usage.ts";

/** From this size on, two papers must also be about related things, unless the name can hardly mean another thing. */
const MANY = 300;
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
  const spaced = spacedNames(tokens, systems);
  const candidates: Candidate[] = [];
  const last = new Int32Array(papers.length).fill(-1);
  for (let paper = 0; paper < papers.length; paper++)
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const first = spaced.second[token[i]] === 1 ? spaced.systemOf(token[i - 1], token[i]) : undefined;
      const s = first ?? system[token[i]];
      if (s < 0 || !trusted[s]) continue;
      const { paper: target, name } = systems[s];
      if (target === paper || last[target] === paper) continue;
      const led = i > start[paper] && first === undefined && isCapital[token[i - 1]] === 1;
      if (led && !holdsPair(tokens, target, token[i - 1], token[i])) continue;
      if (token[i + 1] !== BREAK && isPartOfLonger(words[token[i + 1]], i < tokens.body[paper])) continue;
      if (isOlder(papers[paper], papers[target]) || meansAnother(tokens, i, start[paper], target)) continue;
      last[target] = paper;
      const written = first === undefined ? words[token[i]] : `${words[token[i - 1]]} ${words[token[i]]}`;
      candidates.push({
        source: paper,
        target,
        name,
        id: token[i],
        written,
        sure: isSure(systems[s], usage, s),
      });
    }
  const found = papers.length > MANY ? relatedOnly(candidates, tokens, matrix) : candidates;
  found.sort((a, b) => a.source - b.source || a.target - b.target);
  return {
    source: Uint32Array.from(found, (f) => f.source),
    target: Uint32Array.from(found, (f) => f.target),
    quoted: found.map(({ source, name, written }) => ({
      name,
      sentence: sentenceOf(papers[source], written),
    })),
  };
}

interface Candidate {
  readonly source: number;
  readonly target: number;
  readonly name: string;
  /** The word (of two, the last) that names the system, and the words as written. */
  readonly id: number;
  readonly written: string;
  /** The name can hardly mean another thing. */
  readonly sure: boolean;
}

/** So many letters in capitals that head a title, and nothing else says, are no word (DECODA). */
const LONG = 6;
/** No more papers than this hold a name that is taken at its word. */
const RARE = 10;

/**
 * Whether a name can hardly mean another thing. A name in mixed case is taken at its word: of 3,000 papers, the 6 links that
 * the gate dropped there were all right.
 */
function isSure({ name, inTitle, confirmed }: Introduction, { papers }: Usage, s: number): boolean {
  if (isMixedName(name)) return true;
  if (!inTitle || papers[s] > RARE) return false;
  return confirmed ? !isShouted(name) : isShouted(name) && name.length >= LONG;
}

/** The mentions whose two papers are about related things apart from the name, or whose name is sure. */
function relatedOnly(
  mentions: readonly Candidate[],
  { stem, stems }: Tokens,
  matrix: Pick<TermMatrix, "rows" | "key">,
): Candidate[] {
  const namesOf = ({ name, id }: Candidate) => [stems[stem[id]], name.toLowerCase()];
  const related = createRelatedness(matrix, mentions.flatMap(namesOf));
  return mentions.filter((m) => m.sure || related(m.source, m.target, ...namesOf(m)));
}

/** Whether a paper writes two words side by side: "Turkish IMST-UD" is how its authors, too, speak of IMST-UD. */
function holdsPair({ token, start }: Tokens, paper: number, a: number, b: number): boolean {
  for (let i = start[paper] + 1; i < start[paper + 1]; i++)
    if (token[i] === b && token[i - 1] === a) return true;
  return false;
}

/**
 * Names that some write as two words, "Wide ResNet", "Efficient Net", by the ids of the two; not where the two are ordinary
 * words side by side: "hierarchical topics" are no HierarchicalTopics.
 */
function spacedNames({ words, token }: Pick<Tokens, "words" | "token">, systems: readonly Introduction[]) {
  const id = new Map(words.map((word, k) => [word, k]));
  const pairs = new Map<string, number>();
  const ordinary = new Map<string, string>();
  const second = new Uint8Array(words.length);
  const lower = new Uint8Array(words.length);
  for (const [s, { name }] of systems.entries()) {
    const parts = camelParts(name);
    if (!isMixedName(name) || parts.join("") !== name) continue;
    for (let k = 1; k < parts.length; k++) {
      const two = [parts.slice(0, k).join(""), parts.slice(k).join("")];
      const [a, b] = two.map((part) => id.get(part));
      if (a === undefined || b === undefined) continue;
      pairs.set(`${a} ${b}`, s);
      second[b] = 1;
      const [c, d] = two.map((part) => id.get(part.toLowerCase()));
      if (c === undefined || d === undefined) continue;
      ordinary.set(`${c} ${d}`, `${a} ${b}`);
      lower[d] = 1;
    }
  }
  for (let i = 1; i < token.length && ordinary.size > 0; i++)
    if (lower[token[i]] === 1) pairs.delete(ordinary.get(`${token[i - 1]} ${token[i]}`) ?? "");
  return { second, systemOf: (a: number, b: number) => pairs.get(`${a} ${b}`) };
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

/** A name before another capitalised word is part of a longer one: "BERT Large" is not, "Hadoop MapReduce" is. */
function isPartOfLonger(next: string, inTitle: boolean): boolean {
  return !inTitle && (isName(next) || /^(?:V?\p{N}+(?:\.\p{N}+)*)$/iu.test(next)) && next.length > 1;
}

function sentenceOf({ title, abstract }: Paper, word: string): string {
  return sentenceWith(abstract, word) ?? sentenceWith(title, word) ?? title;
}
