import { isAbsent, tidy } from "./text.ts";

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[-\u2010]?|\p{Lu}[-\u2010]?){1,5}$/u;
const HAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|ph\.d)\.?$/i;
const CAPITALS = /^[\p{Lu}'’-]{3,}$/u;

/**
 * A person's name as people write it, given name first: "Müller, José" and "Müller J." become "José Müller" and
 * "J. Müller". Names of groups and names already in that order stay.
 */
export function personName(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let name = tidy(raw);
  let parts: readonly string[] = [name];
  // Nothing but letters, dots and hyphens in most names: no comma to cut at, no mark or number to take away.
  if (SIGNS.test(name)) {
    name = name.replace(/^[,;\s]+|[,;\s]+$/g, "");
    if (name.length > 300) return name.slice(0, 300);
    name = name.replace(/\s*(?:\[[^\]]{0,60}\]|\((?:\d[\d-]{5,}X?|ORCID[^)]{0,60})\)|\*+|\d+)$/i, "").trim();
    parts = name.split(/\s*,\s*/).filter((part) => part !== "");
  }
  if (name.length > 300) return name.slice(0, 300);
  let given = "";
  let family = name;
  if (parts.length === 2 && SUFFIX.test(parts[1])) family = `${parts[0]} ${parts[1]}`;
  else if (parts.length === 2) [family, given] = parts;
  else if (parts.length === 3 && SUFFIX.test(parts[1]))
    [family, given] = [`${parts[0]} ${parts[1]}`, parts[2]];
  else if (parts.length === 3 && SUFFIX.test(parts[2]))
    [family, given] = [`${parts[0]} ${parts[2]}`, parts[1]];
  else if (parts.length === 1) {
    const words = name.split(" ");
    let first = words.length;
    while (first > 1 && INITIALS.test(words[first - 1])) first--;
    // "Wang T.-H.", "Smith JA"; but not "J. R. R." nor "DARPA XAI", where nothing is left that is a surname.
    if (first < words.length && !INITIALS.test(words[0])) {
      family = words.slice(0, first).join(" ");
      given = words.slice(first).join(" ");
    }
  }
  if (given !== "" && CAPITALS.test(family)) family = capitalised(family);
  if (CAPITALS.test(given) && given.length > 4) given = capitalised(given);
  if (given === "") return family;
  return HAN.test(family) && HAN.test(given) ? family + given : `${given} ${family}`;
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
