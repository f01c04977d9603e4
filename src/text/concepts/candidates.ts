import type { ConceptType, PhraseTable } from "../../model/text.ts";
import { isName, nameKey, nameRoot, withoutSize } from "../names/form.ts";
import { isEmptyAlone } from "../words/generic.ts";
import { headType, isBoundMethod, isPlural, nameType } from "../words/heads.ts";

/** Which phrases are concepts. */
export interface Candidates {
  /** Per phrase, its concept or −1. */
  readonly concept: Int32Array;
  readonly names: readonly string[];
  readonly types: readonly ConceptType[];
}

/** A loose head makes a concept only with a word that stands before it in so large a share of its papers; chosen by reading concepts. */
const SET_PHRASE = 0.12;
const ACRONYM = /^(.+) \(([^()]+)\)$/;

/** Sorts the concepts out of the phrases, and gives spellings of one name the same concept. */
export function candidateConcepts({ rows, surface }: PhraseTable): Candidates {
  const df = new Uint32Array(surface.length);
  for (const c of rows.column) df[c]++;
  const papersOf = new Map(surface.map((s, c) => [s.toLowerCase(), df[c]] as const));
  const nameTypes = typesFromHeads(surface);
  const named = new Set(surface.filter((s) => !s.includes(" ") && isName(s)).map(nameKey));
  const concept = new Int32Array(surface.length).fill(-1);
  const byKey = new Map<string, number>();
  const names: string[] = [];
  const types: ConceptType[] = [];
  const best: number[] = [];
  const put = (phrase: number, key: string, name: string, type: ConceptType) => {
    let c = byKey.get(key);
    if (c === undefined) {
      c = names.length;
      byKey.set(key, c);
      names.push(name);
      types.push(type);
      best.push(df[phrase]);
    } else if (df[phrase] > best[c]) {
      names[c] = name;
      best[c] = df[phrase];
    }
    concept[phrase] = c;
  };
  for (const [phrase, text] of surface.entries()) {
    const acronym = ACRONYM.exec(text);
    if (acronym) {
      const head = headType(acronym[1].slice(acronym[1].lastIndexOf(" ") + 1).toLowerCase());
      put(phrase, nameKey(acronym[2]), text, nameType(acronym[2]) ?? head?.type ?? "acronym");
    } else if (!text.includes(" ")) {
      if (!isName(text) || isCountry(text)) continue;
      const key = nameKey(text);
      const unsized = nameKey(withoutSize(nameRoot(text)));
      const own = named.has(unsized) ? unsized : key;
      const acronymLike = /^\p{Lu}+s?$/u.test(text);
      put(
        phrase,
        own,
        nameRoot(text),
        nameTypes.get(own) ?? nameType(text) ?? (acronymLike ? "acronym" : "name"),
      );
    } else {
      const type = phraseType(text, df[phrase], papersOf);
      if (type !== undefined) put(phrase, `phrase ${phrase}`, text, type);
    }
  }
  return { concept, names, types };
}

/** Where the words around a name disagree, the stronger one counts: one trains a model on ImageNet, but no method is a data set. */
const RANK: Readonly<Record<ConceptType, number>> = {
  dataset: 3,
  metric: 2,
  method: 1,
  task: 0,
  acronym: 0,
  name: 0,
};

function isCountry(name: string): boolean {
  return /^(?:U\.?K|U\.?S|U\.?S\.?A|E\.?U|U\.?N|U\.?A\.?E|NSW|NYC)$/.test(name);
}

/** What "ImageNet dataset" and "BLEU score" tell about the names ImageNet and BLEU. */
function typesFromHeads(surface: readonly string[]): Map<string, ConceptType> {
  const out = new Map<string, ConceptType>();
  for (const text of surface) {
    const space = text.indexOf(" ");
    if (space < 0 || text.indexOf(" ", space + 1) >= 0 || !isName(text.slice(0, space))) continue;
    const type = headType(text.slice(space + 1).toLowerCase())?.type;
    const name = text.slice(0, space);
    const key = nameKey(name);
    if (type === undefined || type === "task") continue;
    const known = out.get(key);
    if (known === undefined || RANK[type] > RANK[known])
      out.set(nameKey(withoutSize(nameRoot(name))), type).set(key, type);
  }
  return out;
}

/** The type of a phrase of several words, or undefined where it names nothing. */
function phraseType(
  text: string,
  papers: number,
  papersOf: ReadonlyMap<string, number>,
): ConceptType | undefined {
  const words = text.split(" ");
  const last = words[words.length - 1].toLowerCase();
  const head = headType(last);
  if (head === undefined && isBoundMethod(words[words.length - 2].toLowerCase(), last)) return "method";
  if (head?.type === "task" && isPlural(last)) return undefined;
  // Who learns, or what: no method.
  if (
    last === "learning" &&
    /^(?:student|students|science|children|human|mathematics|online)$/i.test(words[words.length - 2])
  )
    return undefined;
  if (head === undefined || (words.length > 3 && head.loose)) return undefined;
  const modifiers = words.slice(0, -1);
  // "ImageNet classification" is a use of the name, which is a concept itself.
  if (modifiers.some(isName)) return undefined;
  const content = modifiers.filter((w) => !isEmptyAlone(w.toLowerCase()));
  const adjectives = modifiers.length === 1 && content.length === 0;
  if (
    modifiers.some((w) =>
      /^(?:new|single|multiple|different|one|many|large|small|high|low|general|specific|final|real|test|training|same|original|review|literature|conceptual|novel|iterative|proposed|detailed|design|existing|current|overall|individual|more|other)$/i.test(
        w,
      ),
    )
  )
    return undefined;
  if (!head.loose && !adjectives) return head.type;
  const rival = papersOf.get(modifiers.join(" ").toLowerCase()) ?? 0;
  return papers >= SET_PHRASE * rival ? head.type : undefined;
}
