import { type Name, personOf } from "../../model/name.ts";
import type { Paper } from "../../model/paper.ts";
import { trimAbstract } from "../../prose/abstract.ts";
import { plainText } from "../../prose/plain.ts";
import type { RawRecord } from "../record.ts";
import { claimsYear, cleanCount, cleanDoi, cleanLanguage, cleanUrl, cleanYear } from "./identifiers.ts";
import { isPlainName, type ReadName, readName, readPlainName } from "./names.ts";
import { type Printed, printedIn } from "./printed.ts";
import { cut, isAbsent, tidy } from "./text.ts";
import { isUpperCase, recase } from "./title.ts";

/** A paper that has no identity yet. */
export type Draft = Omit<Paper, "identity">;

/** A cleaned record, and what was wanting in it. */
export interface Drafted {
  /** Its id is "" where the record has none. */
  readonly draft: Draft;
  /** The title is a stand-in made of what else the record says. */
  readonly untitled: boolean;
  readonly printed: Printed;
  /** What stands in the place of a year but is none; absent where there is a year, or nothing that claims to be one. */
  readonly noYear?: string;
  /** Whether the abstract is as it was read: `withCleanAbstract` is to clean it. */
  readonly isRaw?: true;
}

const LONGEST_TITLE = 5000;
const LONGEST_ID = 500;
const MOST_AUTHORS = 20_000;
const NOBODY = /^(?:others|et al\.?|anon(?:ymous)?\.?)$/i;

/** Any text field as clean Unicode on one line; "" where it says that there is nothing. */
export function cleanText(raw: string): string {
  const text = tidy(plainText(raw));
  return isAbsent(text) ? "" : text;
}

/**
 * Cleans a record: markup to text, absence tokens to absence, identifiers to their plain form.
 * A record without a title is known by its text, DOI or authors.
 * @param leavesAbstract whether the abstract, most of the work, is left to `withCleanAbstract` where nothing else asks for it
 * @returns undefined where there is nothing to know it by
 */
export function draftPaper(raw: RawRecord, leavesAbstract = false): Drafted | undefined {
  let title = bareTitle(cleanText((raw.title ?? "").slice(0, 10 * LONGEST_TITLE)));
  const untitled = title === "" || !/[\p{L}\p{N}]/u.test(title);
  const isUpper = !untitled && isUpperCase(title);
  const isRaw = leavesAbstract && !untitled && !isUpper;
  const abstract = isRaw ? (raw.abstract ?? "") : cleanAbstract(raw.abstract ?? "");
  // Bare as well, or the paper would have another title when it is read again.
  if (untitled) title = bareTitle(standIn(raw, abstract));
  if (title === "") return undefined;
  if (isUpper || (untitled && isUpperCase(title))) title = recase(title, abstract);

  const doi = cleanDoi(raw.doi ?? "") ?? doiInUrl(raw.url);
  const url = cleanUrl(raw.url ?? "") ?? cleanUrl(raw.doi ?? "");
  const year = raw.year === undefined ? undefined : cleanYear(raw.year);
  const venue = cleanText((raw.venue ?? "").slice(0, 2000));
  const citations = raw.citations === undefined ? undefined : cleanCount(raw.citations);
  const language = raw.language === undefined ? undefined : cleanLanguage(raw.language);
  const id = tidy((raw.id ?? "").slice(0, LONGEST_ID)) || doi || "";
  const { authors, names } = authorsOf(raw.authors ?? NONE);
  const keywords = keywordsOf(raw.keywords ?? NONE);
  const references = referencesOf(raw.references ?? NONE);
  const aliases = aliasesOf(raw.aliases ?? NONE, id);
  const text = isRaw ? abstract : besideTitle(abstract, title);
  // Written out: objects that are spread into others take several times as long.
  const draft: { -readonly [K in keyof Draft]: Draft[K] } =
    names === undefined
      ? { id, title, abstract: text, authors, keywords, references, aliases }
      : { id, title, abstract: text, authors, names, keywords, references, aliases };
  if (year !== undefined) draft.year = year;
  if (venue !== "") draft.venue = venue;
  if (doi !== undefined) draft.doi = doi;
  if (url !== undefined) draft.url = url;
  if (citations !== undefined) draft.citations = citations;
  if (language !== undefined) draft.language = language;
  const claimed = year === undefined && raw.year !== undefined && claimsYear(raw.year);
  const drafted: { -readonly [K in keyof Drafted]: Drafted[K] } = {
    draft,
    untitled,
    printed: printedIn(raw, venue),
  };
  if (claimed) drafted.noYear = tidy(String(raw.year).slice(0, 40));
  if (isRaw) drafted.isRaw = true;
  return drafted;
}

/** The abstract of a paper as `draftPaper` cleans it, where that left it as it was read. */
export function withCleanAbstract(abstract: string, title: string): string {
  return besideTitle(cleanAbstract(abstract), title);
}

function cleanAbstract(raw: string): string {
  return trimAbstract(cleanText(raw));
}

/** The abstract, unless it only repeats the title. */
function besideTitle(abstract: string, title: string): string {
  return sameText(abstract, title) ? "" : abstract;
}

/** The draft under an id: that of a paper without one is its place among the papers. */
export function withId(draft: Draft, id: string): Draft {
  return { ...draft, id, aliases: draft.aliases.filter((alias) => alias !== id) };
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** A title without the full stop at its end and the brackets of a translated one. */
function bareTitle(text: string): string {
  let title = cut(text, LONGEST_TITLE);
  // Most end with a letter.
  const last = title.charCodeAt(title.length - 1);
  if (last >= SMALL_A && last <= SMALL_Z) return title;
  while (/[^.\s]\s*\.\s*$/.test(title)) title = title.replace(/\s*\.\s*$/, "");
  return /^\[[^[\]]*\]$/.test(title) ? bareTitle(title.slice(1, -1).trim()) : title;
}

const SHORTEST_ID = 8;

/** What a record without a title can be known by: how its text begins, its DOI, its authors and year, a long id. */
function standIn(raw: RawRecord, abstract: string): string {
  if (abstract !== "") return (/^.{10,200}?[.!?](?=\s)/.exec(abstract)?.[0] ?? cut(abstract, 120)).trim();
  const doi = cleanDoi(raw.doi ?? "");
  if (doi !== undefined) return `[No title] ${doi}`;
  const people = (raw.authors ?? []).slice(0, 3).map((name) => readName(cleanName(name)).text);
  if (people.length > 0)
    return `[No title] ${people.join(", ")}${raw.year === undefined ? "" : ` ${tidy(String(raw.year).slice(0, 40))}`}`;
  const id = tidy((raw.id ?? "").slice(0, LONGEST_ID));
  return id.length >= SHORTEST_ID ? `[No title] ${id}` : "";
}

/** Where addresses hold the DOI of what they lead to: resolvers, their proxies, and the pages of publishers. */
const DOI_ADDRESS =
  /(?:\bdoi[.-]org\S*?\/|\/(?:doi|article|articles|chapter|book|content|pdf|abs|full|fulltext|html|reader)\/(?:\w+\/)*|[?&](?:doi|id)=(?:info:)?(?:doi[:/])?)10(?:\.|%2e)/i;

function doiInUrl(url: string | undefined): string | undefined {
  return url !== undefined && DOI_ADDRESS.test(url) ? cleanDoi(url) : undefined;
}

/** One empty list for all papers: a million of their own would be memory for nothing. */
const NONE: readonly string[] = [];
const FEW = 12;

/** Each value once, in order, without empty ones. */
function distinct(values: readonly string[]): readonly string[] {
  if (values.length === 0) return NONE;
  if (values.length > FEW) return [...new Set(values)].filter((value) => value !== "");
  const out: string[] = [];
  for (const value of values) if (value !== "" && !out.includes(value)) out.push(value);
  return out;
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** The authors as people write them; with their parts where that does not say them. Two may have one name. */
function authorsOf(raw: readonly (string | Name)[]): Pick<Draft, "authors" | "names"> {
  const all = raw.length > MOST_AUTHORS ? raw.slice(0, MOST_AUTHORS) : raw;
  if (all.every((name) => typeof name === "string" && isPlainName(name)))
    return { authors: all as readonly string[] };
  const read = all.map((name) => readPlainName(name) ?? readName(cleanName(name)));
  const isSomebody = ({ text }: ReadName) => text !== "" && !NOBODY.test(text);
  const names = read.every(isSomebody) ? read : read.filter(isSomebody);
  // Mapped, not pushed: arrays that grow keep room for more, in each of a million papers.
  const authors = names.map(({ text }) => text);
  const isPlain = names.every(({ packed }) => packed === "");
  return isPlain ? { authors } : { authors, names: names.map(({ packed }) => packed) };
}

function cleanName(name: string | Name): string | Name {
  const clean = (text: string) => cleanText(cut(text, 1000));
  if (typeof name === "string") return isPlainName(name) ? name : clean(name);
  if ("literal" in name) return { literal: clean(name.literal) };
  const { family, given = "", particle = "", suffix = "" } = name;
  const [last, first] = [clean(family), clean(given)];
  if (last === "" && first === "") return personOf("");
  // Beside another part "Nan" and "Unknown" are names of people.
  const part = (text: string, found: string) =>
    found === "" && /^\p{Lu}\p{Ll}+$/u.test(text.trim()) ? text.trim() : found;
  return personOf(part(family, last), part(given, first), clean(particle), clean(suffix));
}

function keywordsOf(words: readonly string[]): readonly string[] {
  return distinct(words.map((word) => cleanText(cut(word, 300)).replace(/^\*|[.;,]+$/g, "")));
}

function referencesOf(texts: readonly string[]): readonly string[] {
  return distinct(texts.map((text) => tidy(cut(text, 5000))));
}

function aliasesOf(texts: readonly (string | undefined)[], id: string): readonly string[] {
  if (texts.length === 0) return NONE;
  const found = distinct(texts.map((text) => tidy(cut(text ?? "", LONGEST_ID)))).filter(
    (alias) => alias !== id,
  );
  return found.length === 0 ? NONE : found;
}
