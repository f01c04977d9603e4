import type { Paper } from "./paper.ts";

/** A person in the parts of BibTeX and CSL. `family` is "" where only a given name is known. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** What stands before the family name and is not sorted by: "van der". */
  readonly particle?: string;
  /** "Jr.", "III". */
  readonly suffix?: string;
}

/** An author: a person, or a group or other name that has no parts. */
export type Name = PersonName | { readonly literal: string };

const HAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
/** Words behind a name that are no part of it. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv|[2-9](?:nd|rd|th)|md|phd|ph\.d)\.?$/i;
const LOWER = /^[\p{Ll}'’]/u;
const GROUP =
  /\b(?:collaboration|consortium|committee|association|organi[sz]ation|universit(?:y|ät)|institut(?:e|ion)|society|council|ministry|department|commission|initiative|foundation|agency|investigators|corporation|(?:working|study|research|task) group)\b|\bgroup$|(?:^|\s)and(?:\s|$)/i;

/** Whether a name without parts is a group's by its words. */
export function isGroup(text: string): boolean {
  return text.includes(" ") && GROUP.test(text);
}

/** A name as people write it: given name, particle, family name, suffix. */
export function nameText(name: Name): string {
  if ("literal" in name) return name.literal;
  const { family, given = "", particle = "", suffix = "" } = name;
  if (particle === "" && suffix === "") {
    if (given === "" || family === "") return given + family;
    return HAN.test(family) && HAN.test(given) ? family + given : `${given} ${family}`;
  }
  const last = /['’-]$/.test(particle) ? particle + family : `${particle} ${family}`.trim();
  return [given, last, suffix].filter((part) => part !== "").join(" ");
}

/**
 * The parts of a name of which no more is known than how people write it, by BibTeX's rule: the last word is the family
 * name; lower-case words inside are the particle, and what follows them belongs to the family name. Of two words in
 * Chinese, Japanese or Korean the first is the family name.
 */
export function nameFromText(text: string): Name {
  if (isGroup(text)) return { literal: text };
  const words = text.split(" ");
  const suffix = words.length > 2 && SUFFIX.test(words[words.length - 1]) ? words.pop() : undefined;
  const last = words.length - 1;
  if (words.length === 2 && words.every((word) => HAN.test(word)))
    return { family: words[0], given: words[1] };
  let from = LOWER.test(words[0]) && !LOWER.test(words[last]) ? 0 : 1;
  while (from < last && !LOWER.test(words[from])) from++;
  let to = last;
  while (to > from && !LOWER.test(words[to - 1])) to--;
  if (last < 1) return { family: text };
  const joined = (start: number, end?: number) => words.slice(start, end).join(" ");
  return personOf(joined(to), joined(0, from), joined(from, to), suffix);
}

/** Between the parts of a packed name; no name that was read holds it. */
const BETWEEN = "\x1f";

/** A name in one string: no object is kept for each of millions of authors. */
export function packName(name: Name): string {
  if ("literal" in name) return name.literal;
  return [name.family, name.given ?? "", name.particle ?? "", name.suffix ?? ""].join(BETWEEN);
}

function unpackName(packed: string): Name {
  if (!packed.includes(BETWEEN)) return { literal: packed };
  const [family, given, particle, suffix] = packed.split(BETWEEN);
  return personOf(family, given, particle, suffix);
}

/** A person; parts that are empty are absent. */
export function personOf(family: string, given = "", particle = "", suffix = ""): PersonName {
  return {
    family,
    ...(given === "" ? {} : { given }),
    ...(particle === "" ? {} : { particle }),
    ...(suffix === "" ? {} : { suffix }),
  };
}

/** One word, no suffix, no Han; first names without lower-case words: BibTeX's rule gives them again. */
const ORDINARY = /^(?!(?:jr|sr|ii|iii|iv|md|phd)$)[\p{Script=Latin}\p{Script=Cyrillic}'’-]{2,}$/iu;
const ORDINARY_GIVEN = /^\p{Lu}[^\s]*(?:\s\p{Lu}[^\s]*)*$/u;

/** A name packed, or "" where the way people write it says as much. @param text `nameText(name)` */
export function packUnlessPlain(name: Name, text: string): string {
  if (!("literal" in name)) {
    const { family, given = "", particle, suffix } = name;
    const isOrdinary = particle === undefined && suffix === undefined && ORDINARY.test(family);
    if (isOrdinary && ORDINARY_GIVEN.test(given) && !isGroup(text)) return "";
  }
  const packed = packName(name);
  return packName(nameFromText(text)) === packed ? "" : packed;
}

/** The authors of a paper in their parts. */
export function namesOf({ authors, names }: Pick<Paper, "authors" | "names">): Name[] {
  return authors.map((text, i) => (names?.[i] ? unpackName(names[i]) : nameFromText(text)));
}

/** As in a map's JSON: only names that `authors` does not say, each with the position of its author. */
export function encodeNames(names: readonly string[]): object[] {
  return names.flatMap((packed, author) => (packed === "" ? [] : [{ author, ...unpackName(packed) }]));
}

/** Packed names out of a map's JSON; those that no longer fit their author are left out. undefined where none is left. */
export function decodeNames(
  items: readonly Readonly<Record<string, unknown>>[],
  authors: readonly string[],
): readonly string[] | undefined {
  if (items.length === 0) return undefined;
  const names = authors.map(() => "");
  const text = (value: unknown) => (typeof value === "string" ? value.replaceAll(BETWEEN, "") : "");
  for (const { author, literal, family, given, particle, suffix } of items) {
    if (typeof author !== "number" || !(author in names)) continue;
    const name: Name =
      typeof literal === "string"
        ? { literal: text(literal) }
        : personOf(text(family), text(given), text(particle), text(suffix));
    if (nameText(name) === authors[author]) names[author] = packUnlessPlain(name, authors[author]);
  }
  return names.some((name) => name !== "") ? names : undefined;
}
