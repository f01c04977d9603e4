import { findDoi } from "../model/doi.ts";

/**
 * The names by which a reference string may point at a work, surest first. A reference and a paper that share
 * a key are taken for the same work; each key carries its kind, so that a title never equals a DOI by accident.
 */

const RESOLVER = /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|doi:\s*)/i;
const IS_DOI = /^(?:https?:\/\/\S{1,80}\/)?10\.\d{4,9}/i;

/** `id:` key of an accession number, DOI, OpenAlex or PubMed id: case, resolver and escapes do not count. */
export function idKey(id: string): string {
  const plain = id.trim().replace(RESOLVER, "");
  const doi = IS_DOI.test(plain) ? findDoi(plain) : undefined;
  return `id:${doi ?? plain.replace(/^https?:\/\/(?:www\.)?openalex\.org\//i, "").toLowerCase()}`;
}

const LETTERS = /[^\p{L}\p{N}]+/gu;

/** Letters and digits only, lower case, accents dropped. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(LETTERS, "")
    .toLowerCase();
}

const SHORTEST_TITLE = 20;

/** `title:` key; undefined for titles too short to tell works apart ("Introduction"). */
export function titleKey(title: string): string | undefined {
  const folded = fold(title);
  return folded.length >= SHORTEST_TITLE ? `title:${folded}` : undefined;
}

/**
 * `cr:` key of a Web of Science cited reference ("Bai W, 2015, MACROMOLECULES, V48, P8574"): surname and first
 * initial, year, volume and page; without volume or page the source stands in for them. undefined for other strings.
 */
export function citedReferenceKey(reference: string): string | undefined {
  const parts = reference.split(",").map((p) => p.trim());
  const year = parts.findIndex((p, i) => i > 0 && i < 4 && /^(?:1[6-9]|20)\d\d[a-z]?$/.test(p));
  if (year < 1) return undefined;
  // "Bai W" or "Bai, W": the surname is all but the initials at the end.
  const author = parts.slice(0, year).join(" ").replace(/\./g, " ").trim();
  const words = author.split(/\s+/);
  const surname = fold(words.length > 1 ? words.slice(0, -1).join("") : author);
  const initial = words.length > 1 ? fold(words[words.length - 1]).slice(0, 1) : "";
  if (surname === "") return undefined;
  const rest = parts.slice(year + 1);
  const volume = rest.find((p) => /^V\d+\w*$/i.test(p));
  const page = rest.find((p) => /^(?:P|ARTN |ART\. NO\. )\w+$/i.test(p));
  const where =
    volume !== undefined && page !== undefined
      ? `${volume}|${page}`
      : `${rest[0] ?? ""}|${volume ?? ""}|${page ?? ""}`;
  if (rest.length === 0) return undefined;
  return `cr:${surname}|${initial}|${parts[year].slice(0, 4)}|${fold(where)}`;
}

/**
 * The year of a reference string: the last one in brackets, as most styles set it, else the last plausible one that is
 * no end of a page range ("pp. 1682-1687"); undefined where there is none.
 */
export function yearOf(reference: string): number | undefined {
  const found =
    reference.match(/(?<=\()(?:1[6-9]|20)\d\d(?=[a-z]?\))/g) ??
    reference.match(/(?<![\d–-])(?:1[6-9]|20)\d\d(?![\d–-])/g);
  return found ? Number(found[found.length - 1]) : undefined;
}

const MOST_SEGMENTS = 200;
const LONGEST_TITLE_RUN = 6;

/**
 * `title:` keys that a reference string with a title may hold: every run of up to six consecutive segments
 * between commas, full stops and brackets that is long enough to be a title, longest runs first.
 */
export function titleKeysIn(reference: string): string[] {
  const segments = reference.split(/[,()[\]"“”]|\.\s|:\s/, MOST_SEGMENTS).map(fold);
  const keys: string[] = [];
  for (let length = Math.min(LONGEST_TITLE_RUN, segments.length); length >= 1; length--)
    for (let from = 0; from + length <= segments.length; from++) {
      if (segments[from] === "" || segments[from + length - 1] === "") continue;
      const run = segments.slice(from, from + length).join("");
      if (run.length >= SHORTEST_TITLE) keys.push(`title:${run}`);
    }
  return keys;
}

const PERSON = /^\p{Lu}[\p{L}'’ -]{0,40}\s(?:\p{Lu}\p{Ll}?\.-?\s?){1,5}$/u;
const SHORTEST_PART = 10;

/**
 * `printed:` key of a reference as Scopus prints it ("Donoho D., 50 years of data science, J. Comput., 26, (2017)"):
 * first author, year and the beginning of the title, which stay the same where source and pages are written in many
 * ways; undefined for other strings.
 */
export function printedKey(reference: string): string | undefined {
  const year = /\(((?:1[6-9]|20)\d\d)[a-z]?\)\.?$/.exec(reference.trim())?.[1];
  if (year === undefined) return undefined;
  const parts = reference.split(/,\s/, 100).map((part) => part.trim());
  if (!PERSON.test(parts[0])) return undefined;
  const title = parts.find((part, i) => i > 0 && !PERSON.test(part) && fold(part).length >= SHORTEST_PART);
  return title === undefined ? undefined : `printed:${fold(parts[0])}|${year}|${fold(title)}`;
}

/** Whether a reference says nothing but a year or a number: "(2018)", as Scopus prints what it could not read. */
export function saysNothing(reference: string): boolean {
  return (
    reference.trim() === "" || /^[\s()[\].,;:-]*(?:(?:1[6-9]|20)\d\d[a-z]?)?[\s()[\].,;:-]*$/.test(reference)
  );
}

/**
 * The keys by which an unresolved reference is told from other works, surest first: its DOI, its cited-reference form
 * where that says volume and page, its printed form; where it has none of them, the whole of it.
 */
export function workKeys(reference: string): string[] {
  const doi = findDoi(reference);
  const cited = citedReferenceKey(reference);
  const printed = printedKey(reference);
  const keys = doi === undefined ? [] : [idKey(doi)];
  if (cited !== undefined && (doi === undefined || /, V\d+\w*, P\w+/i.test(reference))) keys.push(cited);
  if (printed !== undefined) keys.push(printed);
  if (keys.length === 0)
    keys.push(/\s/.test(reference.trim()) ? `text:${fold(reference)}` : idKey(reference));
  return keys;
}
