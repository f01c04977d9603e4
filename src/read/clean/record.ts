import type { Paper } from "../../model/paper.ts";
import type { RawRecord } from "../record.ts";
import { trimAbstract } from "./abstract.ts";
import { cleanCount, cleanDoi, cleanLanguage, cleanUrl, cleanYear } from "./identifiers.ts";
import { latexToText, looksLikeLatex } from "./latex.ts";
import { stripMarkup } from "./markup.ts";
import { personName } from "./names.ts";
import { isAbsent, tidy } from "./text.ts";
import { isUpperCase, recase } from "./title.ts";

/** A paper that has no identity yet. */
export type Draft = Omit<Paper, "identity">;

/** A cleaned record, and what was wanting in it. */
export interface Drafted {
  readonly draft: Draft;
  /** The title is a stand-in made of what else the record says. */
  readonly untitled: boolean;
}

const LONGEST_TITLE = 5000;
const LONGEST_ID = 500;
const MOST_AUTHORS = 20_000;

/** Any text field as clean Unicode on one line; "" where it says that there is nothing. */
export function cleanText(raw: string): string {
  const plain = stripMarkup(raw);
  const text = tidy(looksLikeLatex(plain) ? latexToText(plain) : plain);
  return isAbsent(text) ? "" : text;
}

/**
 * Cleans a record: markup to text, absence tokens to absence, identifiers to their plain form.
 * A record without a title is known by its text, DOI or authors.
 * @returns undefined where there is nothing to know it by
 */
export function draftPaper(raw: RawRecord, ordinal: number): Drafted | undefined {
  const abstract = trimAbstract(cleanText(raw.abstract ?? ""));
  let title = cleanText((raw.title ?? "").slice(0, 10 * LONGEST_TITLE)).slice(0, LONGEST_TITLE);
  if (title.endsWith(".") && !title.endsWith("..")) title = title.slice(0, -1);
  if (/^\[[^[\]]*\]$/.test(title)) title = title.slice(1, -1);
  const untitled = title === "" || !/[\p{L}\p{N}]/u.test(title);
  if (untitled) title = standIn(raw, abstract);
  if (title === "") return undefined;
  if (isUpperCase(title)) title = recase(title, abstract);

  const doi = cleanDoi(raw.doi ?? "") ?? doiInUrl(raw.url);
  const url = cleanUrl(raw.url ?? "") ?? cleanUrl(raw.doi ?? "");
  const year = raw.year === undefined ? undefined : cleanYear(raw.year);
  const venue = cleanText((raw.venue ?? "").slice(0, 2000));
  const citations = raw.citations === undefined ? undefined : cleanCount(raw.citations);
  const language = raw.language === undefined ? undefined : cleanLanguage(raw.language);
  const id = tidy((raw.id ?? "").slice(0, LONGEST_ID)) || doi || String(ordinal);
  const draft = {
    id,
    title,
    abstract: abstract.toLowerCase() === title.toLowerCase() ? "" : abstract,
    authors: distinct(
      (raw.authors ?? []).slice(0, MOST_AUTHORS).map((name) => {
        const text = cleanText(name.slice(0, 1000));
        return /^(?:others|et al\.?|anon(?:ymous)?\.?)$/i.test(text) ? "" : personName(text);
      }),
    ),
    ...(year === undefined ? {} : { year }),
    ...(venue === "" ? {} : { venue }),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    keywords: distinct(
      (raw.keywords ?? []).map((word) => cleanText(word.slice(0, 300)).replace(/^\*|[.;,]+$/g, "")),
    ),
    references: distinct((raw.references ?? []).map((text) => tidy(text.slice(0, 5000)))),
    aliases: distinct((raw.aliases ?? []).map((text) => tidy((text ?? "").slice(0, LONGEST_ID)))).filter(
      (alias) => alias !== id,
    ),
    ...(citations === undefined ? {} : { citations }),
    ...(language === undefined ? {} : { language }),
  };
  return { draft, untitled };
}

const SHORTEST_ID = 8;

/** What a record without a title can be known by: how its text begins, its DOI, its authors and year, a long id. */
function standIn(raw: RawRecord, abstract: string): string {
  if (abstract !== "") return (/^.{10,200}?[.!?](?=\s)/.exec(abstract)?.[0] ?? abstract.slice(0, 120)).trim();
  const doi = cleanDoi(raw.doi ?? "");
  if (doi !== undefined) return `[No title] ${doi}`;
  const people = (raw.authors ?? []).slice(0, 3).map((name) => personName(cleanText(name.slice(0, 300))));
  if (people.length > 0)
    return `[No title] ${people.join(", ")}${raw.year === undefined ? "" : ` ${raw.year}`}`;
  const id = tidy((raw.id ?? "").slice(0, LONGEST_ID));
  return id.length >= SHORTEST_ID ? `[No title] ${id}` : "";
}

function doiInUrl(url: string | undefined): string | undefined {
  return url !== undefined && /doi\.org\/|\/doi\//i.test(url)
    ? cleanDoi(url)?.replace(/[?#].*$/, "")
    : undefined;
}

/** Each value once, in order, without empty ones. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "");
}
