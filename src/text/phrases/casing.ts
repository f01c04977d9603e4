import { BREAK, type Tokens } from "../../model/text.ts";
import { americanSpelling } from "../words/spelling.ts";

/** How words are shown. */
export interface Casing {
  /** The first word id of the same letters in lower case. */
  readonly fold: Uint32Array;
  /** Per folded word id: the way it is written inside sentences ("Gaussian", "network", "ImageNet"). */
  readonly shown: readonly string[];
  /** Per folded word id: 1 where it is written in lower case anywhere. */
  readonly lower: Uint8Array;
  /** Per folded word id: the folded id of the singular of what is a plural by its form ("graphs" → "graph"), else −1. */
  readonly singular: Int32Array;
}

/** "Network", "Short-Term": ordinary words as titles write them. */
const CAPITALISED = /^\p{Lu}[\p{Ll}'’]*(?:-\p{L}[\p{Ll}'’]*)*$/u;

/**
 * Capitals at the beginning of a sentence and in titles say nothing; those inside sentences do. Titles count
 * as sentences unless the collection's titles capitalise every word. A capital counts half: definitions of acronyms
 * put many where running text has none.
 */
export function findCasing({ token, start, body, words, stop, stem }: Tokens): Casing {
  const inside = new Uint32Array(words.length);
  const inTitle = new Uint32Array(words.length);
  const elsewhere = new Uint32Array(words.length);
  const isCapital = Uint8Array.from(words, (w) => (CAPITALISED.test(w) ? 1 : 0));
  let titleWords = 0;
  let titleCapitals = 0;
  for (let paper = 0; paper + 1 < start.length; paper++) {
    for (let i = start[paper]; i < start[paper + 1]; i++) {
      const word = token[i];
      if (word === BREAK) continue;
      const begins = i === start[paper] || token[i - 1] === BREAK;
      if (begins) elsewhere[word]++;
      else if (i < body[paper]) inTitle[word]++;
      else inside[word]++;
      if (i < body[paper] && !begins && stop[word] === 0) {
        titleWords++;
        titleCapitals += isCapital[word];
      }
    }
  }
  const titleCase = titleCapitals * 2 > titleWords;
  const weight = inside.map((n, id) => (n + (titleCase ? 0 : inTitle[id])) * (isCapital[id] === 1 ? 1 : 2));
  const fold = new Uint32Array(words.length);
  const isLower = new Uint8Array(words.length);
  const first = new Map<string, number>();
  const best = new Uint32Array(words.length);
  for (const [id, word] of words.entries()) {
    const lower = word.toLowerCase();
    const known = first.get(lower) ?? id;
    if (known === id) {
      first.set(lower, id);
      best[id] = id;
    }
    fold[id] = known;
    if (word === lower) isLower[known] = 1;
    const rival = best[known];
    const more =
      weight[id] - weight[rival] || elsewhere[id] + inTitle[id] - elsewhere[rival] - inTitle[rival];
    if (more > 0) best[known] = id;
  }
  const shown: string[] = words.map((_, id) => {
    const form = best[fold[id]];
    return weight[form] === 0 && isCapital[form] === 1 ? words[form].toLowerCase() : words[form];
  });
  const uses = inside.map((n, id) => n + inTitle[id] + elsewhere[id]);
  agree(shown, uses, fold, first);
  return { fold, shown, lower: isLower, singular: singulars(words, stem, fold, first) };
}

/** A spelling so many times as frequent as the other is shown whatever the collection prefers ("dialogue"). */
const CLEARLY = 2;
const LEAST_USES = 2;

/**
 * Shows British and American spellings of one word in one way all over: the one clearly more frequent, else the one that the
 * collection prefers in all such words; in place.
 */
function agree(shown: string[], uses: Uint32Array, fold: Uint32Array, known: ReadonlyMap<string, number>) {
  const pairs: [british: number, american: number][] = [];
  const all = new Uint32Array(uses.length);
  for (const [id, n] of uses.entries()) all[fold[id]] += n;
  for (const [lower, id] of known) {
    // No phrase is made of words as rare as most are.
    if (all[id] < LEAST_USES) continue;
    const other = americanSpelling(lower);
    const twin = other === lower ? undefined : known.get(other);
    if (twin !== undefined) pairs.push([id, twin]);
  }
  const balance = pairs.reduce((sum, [british, american]) => sum + all[british] - all[american], 0);
  const instead = new Map<number, number>();
  for (const [british, american] of pairs) {
    const [a, b] = [all[british], all[american]];
    const isBritish = a >= CLEARLY * b || (balance > 0 && b < CLEARLY * a);
    if (isBritish) instead.set(american, british);
    else instead.set(british, american);
  }
  const forms = shown.slice();
  for (const id of shown.keys()) shown[id] = forms[instead.get(fold[id]) ?? id];
}

const PLURAL = /^\p{L}?[\p{Ll}-]+[^\P{Ll}s]s$/u;
/** What is done or felt is a mass as often as a thing: "annotation", "experience". */
const MASS = /(?:[st]ion|[aeiouy]\p{L}*ing|ness|[ae]nce|ity|ism)s$/iu;

/**
 * Plurals of what can be counted, by their form: "graphs", "classes", "theories". Not in capitals, which are names.
 * @param known the first word id of letters in lower case
 */
function singulars(
  words: readonly string[],
  stem: Uint32Array,
  fold: Uint32Array,
  known: ReadonlyMap<string, number>,
): Int32Array {
  return Int32Array.from(words, (word, id) => {
    if (fold[id] !== id || !word.endsWith("s") || !PLURAL.test(word) || MASS.test(word)) return -1;
    const lower = word.toLowerCase();
    const forms = [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`];
    const fit = forms.filter((_, k) => k === 0 || lower.endsWith(k === 1 ? "es" : "ies"));
    const one = fit.map((form) => known.get(form)).find((w) => w !== undefined && stem[w] === stem[id]);
    return one ?? -1;
  });
}
