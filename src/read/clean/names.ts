import {
  isGroup,
  type Name,
  nameFromText,
  nameText,
  type PersonName,
  packUnlessPlain,
  personOf,
  SUFFIX,
} from "../../model/name.ts";
import { isAbsent, tidy } from "./text.ts";

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[-\u2010]?|\p{Lu}[-\u2010]?){1,5}$/u;
const CAPITALS = /^[\p{Lu}'’-]{3,}$/u;
const LONGEST = 300;

/** A name as it is kept: as people write it, and packed where that does not say its parts. */
export interface ReadName {
  readonly text: string;
  readonly packed: string;
}

/** A cleaned name: "Müller, José" and "Müller J." become "José Müller" and "J. Müller". */
export function readName(raw: string | Name): ReadName {
  if (typeof raw === "string") {
    if (PLAIN.test(raw)) return { text: raw, packed: "" };
    const text = tidy(raw);
    // Most sources write names as people do: what follows would take them apart and find nothing else.
    if (!TURNED.test(text)) return { text: text.slice(0, LONGEST), packed: "" };
  }
  const name =
    typeof raw === "string"
      ? parseName(raw)
      : "literal" in raw
        ? raw
        : finished(raw.family, raw.given, raw.particle, raw.suffix);
  const text = nameText(name).slice(0, LONGEST);
  return { text, packed: text.length === LONGEST ? "" : packUnlessPlain(name, text) };
}

/** Signs between parts, initials or a suffix at the end, family names first in Chinese, Japanese and Korean. */
const TURNED =
  /[,;[(*\d]|\s(?:\p{Lu}\p{Ll}?\.[-\u2010]?|\p{Lu}[-\u2010]?){1,5}$|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A person's name as people write it, given name first. Names of groups and names already in that order stay. */
export function personName(raw: string): string {
  return readName(raw).text;
}

/** The parts of a name in one of the forms that sources print. */
function parseName(raw: string): Name {
  let name = tidy(raw);
  let parts: readonly string[] = [name];
  // Nothing but letters, dots and hyphens in most names: no comma to cut at, no mark or number to take away.
  if (SIGNS.test(name)) {
    // EndNote's sign for the name of a group: a comma at its end, or two inside it.
    const isLiteral = /^[^,]+\s[^,]+,$|,,/.test(name);
    name = name.replace(/^[,;\s]+|[,;\s]+$/g, "").replaceAll(",,", ",");
    if (isLiteral || name.length > LONGEST) return { literal: name };
    name = name.replace(NOTE, "").trim();
    parts = withoutDegrees(name.split(/\s*,\s*/).filter((part) => part !== ""));
    if (parts.length > 1 && isGroup(parts[0]) && !INITIALS.test(parts[1])) return { literal: name };
  }
  // "Smith, MD" has two initials, "Ann Smith, MD" a degree.
  const isSuffix = SUFFIX.test(parts[1] ?? "") && (parts[0].includes(" ") || SURE_SUFFIX.test(parts[1]));
  if (parts.length === 2 && isSuffix) return wordsOfName(parts[0], parts[1]);
  if (parts.length === 2) return finished(parts[0], parts[1]);
  if (parts.length === 3 && SUFFIX.test(parts[1])) return finished(parts[0], parts[2], "", parts[1]);
  if (parts.length === 3 && SUFFIX.test(parts[2])) return finished(parts[0], parts[1], "", parts[2]);
  return parts.length === 1 ? wordsOfName(parts[0]) : { literal: name };
}

/** No initials: "Garcia Perez JR" has two. */
const SURE_SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|[2-9](?:nd|rd|th)|Ph\.?D\.?|M\.D\.)$/;

/** "Peterson, James A. Ph.D., FACSM" → "Peterson", "James A.": behind a first name that is written out. */
function withoutDegrees([family, given, ...more]: readonly string[]): readonly string[] {
  const others = more.filter((part) => !part.split(" ").every((word) => DEGREE.test(word)));
  if (given === undefined || !/\p{Lu}\p{Ll}/u.test(given)) return [family, given, ...others].filter(Boolean);
  const words = given.split(" ");
  while (words.length > 1 && DEGREE.test(words[words.length - 1])) words.pop();
  return [family, words.join(" "), ...others];
}

/** What services put behind a name: an id, an address, a mark or number of a footnote. */
const NOTE =
  /\s*(?:\[[^\]]{0,60}\]|\((?:\d[\d-]{5,}X?|ORCID[^)]{0,60}|[^()\s]{1,60}@[^()\s]{1,60})\)|\*+|\s\d+)$/iu;
/** Degrees, as Ovid prints them behind names; alone, two capitals are initials. */
const DEGREE =
  /^(?:M\.?D\.?|Ph\.?D\.?|D\.?Phil\.?|M\.?P\.?H\.?|MHS|M\.?Sc\.?|B\.?Sc\.?|MBBS|MBChB|MBA|DDS|DMD|DVM|DO|RN|PharmD|ScD|DrPH|EdD|PsyD|JD|FACSM?|FACP|FACC|FRCPC?|FRCS)$/;

/** A name without a comma: "Wang T.-H.", "Smith JA"; else as people write it. */
function wordsOfName(name: string, suffix = ""): Name {
  const words = name.split(" ");
  if (words.length > 2 && SURE_SUFFIX.test(words[words.length - 1]))
    return wordsOfName(words.slice(0, -1).join(" "), words[words.length - 1]);
  let first = words.length;
  while (first > 1 && INITIALS.test(words[first - 1])) first--;
  // But not "J. R. R." nor "DARPA XAI", where nothing is left that is a surname.
  if (first < words.length && !INITIALS.test(words[0]))
    return finished(words.slice(0, first).join(" "), words.slice(first).join(" "), "", suffix);
  return nameFromText(suffix === "" ? name : `${name} ${suffix}`);
}

/** A person of these parts: particle and suffix taken out of the others, CAPITALS as names are spelt. */
function finished(family: string, given = "", particle = "", suffix = ""): PersonName {
  let [last, first, before, after] = [family, given, particle, suffix];
  if (before === "") {
    before = /^(?:\p{Ll}[^\s]*\s)+(?=\S)/u.exec(last)?.[0].trimEnd() ?? "";
    if (before !== "") last = last.slice(before.length + 1);
  }
  if (after === "") {
    const end = / (\S+)$/;
    const [inFamily, inGiven] = [end.exec(last)?.[1] ?? "", end.exec(first)?.[1] ?? ""];
    if (SUFFIX.test(inFamily)) [last, after] = [last.replace(end, "").replace(/,$/, ""), inFamily];
    else if (SUFFIX.test(inGiven)) [first, after] = [first.replace(end, "").replace(/,$/, ""), inGiven];
  }
  if (first !== "" && CAPITALS.test(last)) last = capitalised(last);
  if (CAPITALS.test(first) && first.length > 4) first = capitalised(first);
  return personOf(last, first, before, after);
}

const SIGNS = /[,;[(*\d]/;

function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** "Given M. Family", as most sources write it. */
const PLAIN = /^[A-Z][a-z]+(?: [A-Z]\.?)* [A-Z][a-z]{2,}$/;

/** Whether a name is as `personName` would leave it, with nothing in it to clean: most names of most sources. */
export function isPlainName(name: string): boolean {
  return name.length < 60 && PLAIN.test(name) && !isAbsent(name);
}

/** "Family, Given M.", "Family, J. M.", "Family JM": as sources of tags and tables write them; no word of it is a suffix. */
const INVERTED =
  /^(?!Iii|Phd)([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?:, (?!Iii\b|Phd\b)([A-Z][a-z]{2,}(?: [A-Z]\.?)*)|,? ([A-Z]\.(?:[ -]?[A-Z]\.){0,3}|(?!I[IV]$)[A-Z]{1,2}))$/;

/** A name with nothing in it to clean, read as `readName` would, without its many looks; undefined for any other. */
export function readPlainName(raw: string | Name): ReadName | undefined {
  if (typeof raw !== "string" || raw.length >= 60) return undefined;
  if (PLAIN.test(raw)) return isAbsent(raw) ? undefined : { text: raw, packed: "" };
  const parts = INVERTED.exec(raw);
  if (parts === null) return undefined;
  const [, family, given, initials] = parts;
  const text = `${given ?? initials} ${family}`;
  return isGroup(text) ? undefined : { text, packed: "" };
}

/** The surname of a name in `personName`'s form: last word without suffix, folded to plain lower-case letters. */
export function surname(name: string): string {
  if (PLAIN.test(name)) return name.slice(name.lastIndexOf(" ") + 1).toLowerCase();
  const words = name.split(" ").filter((word) => !SUFFIX.test(word));
  const last = words[words.length - 1] ?? "";
  return last
    .normalize("NFKD")
    .replace(/[^\p{L}]+/gu, "")
    .toLowerCase();
}

/** Cuts one string of authors into names, whatever stands between them: ";", "and", "|", line ends or commas. */
export function splitAuthors(text: string): string[] {
  const pieces = (by: RegExp | string) =>
    text
      .split(by)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "" && !/^(?:and|et al\.?|others|&)$/i.test(piece));
  if (text.includes(";")) return pieces(";");
  if (text.includes("|")) return pieces("|");
  if (/\n/.test(text)) return pieces("\n");
  if (/\s(?:and|&)\s/i.test(text)) return pieces(/\s(?:and|&)\s/i).flatMap(commaSplit);
  return commaSplit(text);
}

/** "Smith, J., Doe, A." is two names, "J. Smith, A. Doe" too, "Smith, John" one. */
function commaSplit(text: string): string[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2) return parts;
  const isGiven = (part: string) => part.split(/[\s.]+/).every((word) => word === "" || INITIALS.test(word));
  if (
    parts.length % 2 === 0 &&
    parts.every((part, i) => i % 2 === 0 || isGiven(part)) &&
    !isGiven(parts[0])
  ) {
    const names: string[] = [];
    for (let i = 0; i < parts.length; i += 2) names.push(`${parts[i]}, ${parts[i + 1]}`);
    return names;
  }
  const words = (part: string) => part.split(/\s+/).length;
  if (parts.length === 2 && words(parts[0]) === 1) return [text];
  return parts.filter((part) => !/^et al\.?$/i.test(part));
}
