import { grown } from "../../kernel/columns.ts";
import { hashPair, PairTable } from "../../kernel/pairs.ts";
import type { Tokens } from "../../model/text.ts";
import type { Casing } from "./casing.ts";
import type { Grams } from "./count.ts";

/** The most frequent spelling of each n-gram: how often, and the token that one of them begins at. */
export interface Spelling {
  readonly uses: Uint32Array;
  readonly place: Uint32Array;
}

/** The plural stands for both numbers where it is so large a share of them: in running text the singular also stands before other nouns ("graph theory"). */
const PLURAL = 0.25;

/**
 * Which spelling of each n-gram is the most frequent one, letter case aside; the first seen of equals. What is counted is
 * shown in the plural, so that the names of a map agree in number: "knowledge graphs" beside "neural networks".
 * @param gramAt the n-gram that begins at each token, or −1
 */
export function frequentSpelling(
  gramAt: Int32Array,
  grams: Grams,
  { token }: Tokens,
  { fold, singular }: Casing,
): Spelling {
  if (grams.length === 1) return frequentWord(gramAt, grams, token, { fold, singular });
  const variants = new PairTable(grams.count);
  let uses = new Uint32Array(grams.count + 16);
  let first = new Uint32Array(grams.count + 16);
  for (let i = 0; i < gramAt.length; i++) {
    const g = gramAt[i];
    if (g < 0) continue;
    let letters = fold[token[i]];
    for (let k = 1; k < grams.length; k++) letters = hashPair(letters, fold[token[i + k]]);
    const v = variants.add(g, letters);
    if (v >= uses.length) {
      uses = grown(uses);
      first = grown(first);
    }
    if (uses[v]++ === 0) first[v] = i;
  }
  const best: Spelling = { uses: new Uint32Array(grams.count), place: new Uint32Array(grams.count) };
  for (let v = 0; v < variants.size; v++) {
    const g = variants.first(v);
    const one = singular[fold[token[first[v] + grams.length - 1]]];
    let letters = fold[token[first[v]]];
    for (let k = 1; k < grams.length; k++)
      letters = hashPair(letters, k === grams.length - 1 ? one : fold[token[first[v] + k]]);
    const both = one < 0 ? uses[v] : withSingular(uses[v], uses[variants.find(g, letters)] ?? 0);
    if (both <= best.uses[g]) continue;
    best.uses[g] = both;
    best.place[g] = first[v];
  }
  return best;
}

/** What a plural counts, beside so many singulars. */
function withSingular(plural: number, single: number): number {
  return plural >= PLURAL * (plural + single) ? plural + single : plural;
}

function frequentWord(
  gramAt: Int32Array,
  grams: Grams,
  token: Uint32Array,
  { fold, singular }: Pick<Casing, "fold" | "singular">,
): Spelling {
  const uses = new Uint32Array(fold.length);
  const first = new Int32Array(fold.length).fill(-1);
  for (let i = 0; i < gramAt.length; i++) {
    if (gramAt[i] < 0) continue;
    const word = fold[token[i]];
    if (uses[word]++ === 0) first[word] = i;
  }
  const best: Spelling = { uses: new Uint32Array(grams.count), place: new Uint32Array(grams.count) };
  for (let word = 0; word < uses.length; word++) {
    if (first[word] < 0) continue;
    const g = gramAt[first[word]];
    const one = singular[word];
    const both = one < 0 || first[one] < 0 ? uses[word] : withSingular(uses[word], uses[one]);
    if (both < best.uses[g] || (both === best.uses[g] && first[word] > best.place[g])) continue;
    best.uses[g] = both;
    best.place[g] = first[word];
  }
  // An acronym shares its letters with a word of lower case: each n-gram has a place of its own at least.
  for (let g = 0; g < grams.count; g++) if (best.uses[g] === 0) best.place[g] = grams.first[g];
  return best;
}

/** The tokens [from, to) in the letter case of running text. */
export function spell({ token }: Tokens, { shown }: Casing, from: number, to: number): string {
  return Array.from(token.subarray(from, to), (id) => shown[id]).join(" ");
}

/**
 * The long form of an acronym, which papers love to capitalise: as it stands where a word of it is never written
 * otherwise ("Linguistic Data Consortium"), else in lower case ("artificial intelligence").
 */
export function spellLong(tokens: Tokens, casing: Casing, from: number, to: number): string {
  const ids = tokens.token.subarray(from, to);
  const content = ids.filter((id) => tokens.stop[id] === 0);
  const isTitle = content.every((id) => /^\p{Lu}/u.test(tokens.words[id]));
  const isProper = content.some((id) => casing.lower[casing.fold[id]] === 0);
  const write = (id: number, k: number) => {
    if (isTitle && isProper) return tokens.words[id];
    const opens = k === 0 && casing.lower[casing.fold[id]] === 1 && /^\p{Lu}\p{Ll}+$/u.test(tokens.words[id]);
    return isTitle || opens ? tokens.words[id].toLowerCase() : casing.shown[id];
  };
  return Array.from(ids, write).join(" ");
}
