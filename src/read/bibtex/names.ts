import { type Name, type PersonName, personOf } from "../../model/name.ts";
import { latexToText } from "../../prose/latex.ts";

/**
 * The names of an author field: "and" between them, outside braces; a name in braces has no parts.
 * @param field as it stands between its delimiters
 */
export function bibtexNames(field: string): (string | Name)[] {
  if (field === "") return [];
  const parts = cutOutside(field, AND);
  const [only] = parts;
  if (parts.length === 1) {
    // Some brace the whole list; a group's name with "and" in it has no commas before and behind, nor three people.
    const list = cutOutside(innerOf(only.trim()) ?? "", AND);
    const isList = list.length > 2 && list.every((name) => PERSON.test(name.trim()));
    if (isList || (list.length > 1 && list.every((name) => name.includes(","))))
      return bibtexNames(list.join(" and "));
    // "A. Smith; B. Jones": not BibTeX, but common in generated files.
    if (innerOf(only.trim()) === undefined && field.includes(";")) parts.splice(0, 1, ...field.split(";"));
  }
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^others$/i.test(part))
    .flatMap((part) => pairsOf(part) ?? oneName(part));
}

const INITIALS = /^\s*(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}$/u;

/** Of two names, each with a comma in it. */
const FEWEST_PIECES = 4;

/** "Miller, D., Firby, J." are two names that lost their "and"; undefined where it is one. */
function pairsOf(part: string): PersonName[] | undefined {
  if (part.split(",", FEWEST_PIECES).length < FEWEST_PIECES) return undefined;
  const pieces = cutOutside(part.replace(/,\s*$/, ""), COMMA);
  const arePairs = pieces.length >= FEWEST_PIECES && pieces.length % 2 === 0;
  if (!arePairs || !pieces.every((piece, i) => INITIALS.test(piece) === (i % 2 === 1))) return undefined;
  return pieces.flatMap((family, i) => (i % 2 === 0 ? [personOf(plain(family), plain(pieces[i + 1]))] : []));
}

interface Between {
  /** Sticky. */
  readonly pattern: RegExp;
  /** What it may begin with. */
  readonly first: string;
  /** The same for a text without braces. */
  readonly everywhere: RegExp | string;
}

const AND: Between = { pattern: /(?<=\s)and\s/iy, first: "aA", everywhere: /(?<=\s)and\s/i };
const COMMA: Between = { pattern: /,/y, first: ",", everywhere: "," };
const BLANK: Between = { pattern: /[\s~]+/y, first: " \t\n\r~", everywhere: /[ \t\n\r~][\s~]*/ };

const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** Cuts a text where a pattern matches outside braces. */
function cutOutside(text: string, { pattern, first, everywhere }: Between): string[] {
  if (!/[\\{}]/.test(text)) return text.split(everywhere);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 123) depth++;
    else if (c === 125) depth--;
    else if (depth <= 0 && first.includes(text[i])) {
      pattern.lastIndex = i;
      if (!pattern.test(text)) continue;
      parts.push(text.slice(from, i));
      from = pattern.lastIndex;
      i = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** What stands in the braces around a whole text; undefined where none are, or where they are an accent's. */
function innerOf(text: string): string | undefined {
  if (!text.startsWith("{") || !text.endsWith("}") || text.startsWith("{\\")) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 123) depth++;
    else if (c === 125 && --depth === 0) return i === text.length - 1 ? text.slice(1, i) : undefined;
  }
  return undefined;
}

const plain = (latex: string | undefined) => latexToText(latex ?? "").trim();

/** What may mean something else in LaTeX, or name a part. */
const SIGNS = /[\\{}$~`'=^_]|--/;

function oneName(name: string): string | Name {
  if (!SIGNS.test(name)) return name;
  const inner = innerOf(name);
  if (inner !== undefined) return { literal: plain(inner) };
  const commas = cutOutside(name, COMMA);
  const extended = new Map(
    commas.flatMap((part) => {
      const found = /^\s*(family|given|prefix|suffix)\s*=\s*([\s\S]*)$/i.exec(part);
      return found === null ? [] : [[found[1].toLowerCase(), plain(found[2])] as const];
    }),
  );
  const family = extended.get("family");
  if (family !== undefined)
    return personOf(family, extended.get("given"), extended.get("prefix"), extended.get("suffix"));
  // A comma inside braces is none between parts: "{Smith, Wesson} Inc., Jane".
  if (commas.length === 2 && commas.some((part) => plain(part).includes(",")))
    return personOf(plain(commas[0]), plain(commas[1]));
  // Braces keep the words of a family name together: "Juan {Pérez García}".
  const words = commas.length === 1 ? cutOutside(name, BLANK).filter((word) => word !== "") : [];
  const last = words[words.length - 1] ?? "";
  if (words.length > 1 && /\s/.test(innerOf(last) ?? ""))
    return personOf(plain(innerOf(last)), plain(words.slice(0, -1).join(" ")));
  return plain(name);
}
