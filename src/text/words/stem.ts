import en from "natural/lib/natural/stemmers/porter_stemmer.js";
import de from "natural/lib/natural/stemmers/porter_stemmer_de.js";
import es from "natural/lib/natural/stemmers/porter_stemmer_es.js";
import fr from "natural/lib/natural/stemmers/porter_stemmer_fr.js";
import it from "natural/lib/natural/stemmers/porter_stemmer_it.js";
import nl from "natural/lib/natural/stemmers/porter_stemmer_nl.js";
import no from "natural/lib/natural/stemmers/porter_stemmer_no.js";
import pt from "natural/lib/natural/stemmers/porter_stemmer_pt.js";
import ru from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import sv from "natural/lib/natural/stemmers/porter_stemmer_sv.js";
import uk from "natural/lib/natural/stemmers/porter_stemmer_uk.js";
import { americanSpelling } from "./spelling.ts";

/** At most so many stems of one language are remembered, so that a session of many collections does not grow for ever. */
const REMEMBERED = 200_000;

/** A stemmer that remembers: each distinct word is stemmed once, though texts are read again after each change of the vocabulary. */
function remembering(stemmer: { stem(word: string): string }): { stem(word: string): string } {
  const known = new Map<string, string>();
  return {
    stem(word) {
      let stem = known.get(word);
      if (stem === undefined) {
        stem = stemmer.stem(word);
        if (known.size < REMEMBERED) known.set(word, stem);
      }
      return stem;
    },
  };
}

const english = remembering({ stem: (word) => en.stem(americanSpelling(word)) });
const STEMMERS = new Map(
  Object.entries({ de, es, fr, it, nl, no, pt, ru, sv, uk }).map(
    ([language, stemmer]) => [language, remembering(stemmer)] as const,
  ),
);

const HYPHENS = /[-‐‑–&]/;
/** Prefixes that are no words of their own: "pre-training" is "pretraining". Real words stay apart: "super-resolution". */
const PREFIXES = new Set(
  `anti auto bi bio co de di dis e electro geo hetero homo hyper hypo infra inter intra macro meta micro mis mono multi
  nano neo neuro non para photo poly post pre pro proto pseudo psycho quasi re semi socio spatio sub thermo trans tri
  un uni`.split(/\s+/),
);
/** Korean case particles, longest first. */
const PARTICLES =
  /(?:에서는|으로는|에서|으로|에게|까지|부터|하는|하여|한다|이다|은|는|이|가|을|를|의|에|로|와|과|도)$/;

/**
 * The stem that the spellings of a word share: compatibility forms and case folded, Latin accents dropped, natural's stem
 * for the language where it has one, else Porter's of the American spelling. A compound is the stems of its parts with
 * spaces between, so that "super-resolution" and "super resolution" share theirs.
 * @param language ISO 639-1
 * @param isStop whether a lower case part is a stop word: it is left out ("human-in-the-loop" is "human loop")
 */
export function stemWord(word: string, language: string, isStop: (part: string) => boolean): string {
  if (isPlain(word) && !STEMMERS.has(language)) return plainStem(word);
  const lower = foldCase(word);
  if (!HYPHENS.test(lower)) return stemPart(lower, word, language);
  const parts = joinPrefixes(lower.split(HYPHENS).filter((p) => p !== ""));
  const content = parts.filter((p) => !isStop(p));
  return (content.length > 0 ? content : parts).map((p) => stemPart(p, "", language)).join(" ");
}

/** Whether a word is of the letters A to Z only: most are, and need none of the steps that others do. */
export function isPlain(word: string): boolean {
  return /^[A-Za-z]+$/.test(word);
}

function plainStem(word: string): string {
  const lower = word.toLowerCase();
  return isShortName(word) ? lower : english.stem(lower);
}

/** "GPS", "SARS": a short name in capitals is no plural. */
function isShortName(word: string): boolean {
  return word.length <= 4 && /^\p{Lu}+$/u.test(word);
}

/** Lower case, compatibility forms resolved, one kind of apostrophe. */
export function foldCase(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ＇]/g, "'");
}

/** Splits a compound where its stem parts begin: "human-in-the-loop" → ["human", "in", "the", "loop"]. */
export function compoundParts(word: string): string[] {
  return joinPrefixes(word.split(HYPHENS).filter((p) => p !== ""));
}

function joinPrefixes(parts: string[]): string[] {
  while (parts.length > 1 && PREFIXES.has(parts[0].toLowerCase()) && /^\p{L}{3}/u.test(parts[1]))
    parts.splice(0, 2, parts[0] + parts[1]);
  return parts;
}

function stemPart(lower: string, written: string, language: string): string {
  const base = lower.replace(/'(?:s|re|ve|ll|d|m)?$/, "").replaceAll("'", "");
  if (/^[가-힣]+$/.test(base)) return base.length > 2 ? base.replace(PARTICLES, "") || base : base;
  const own = STEMMERS.get(language);
  if (isShortName(written)) return dropAccents(base);
  if (own !== undefined && /^\p{L}+$/u.test(base)) return dropAccents(own.stem(base)) || dropAccents(base);
  const folded = dropAccents(base);
  return /^[a-z]+[0-9]*[a-z]*$/.test(folded) ? english.stem(folded) : folded;
}

function dropAccents(word: string): string {
  return /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/.test(word)
    ? word
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC")
    : word;
}
