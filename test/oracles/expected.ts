import { parse as parseBibtex } from "@retorquere/bibtex-parser";

/** What another program reads in a record; absent where it says nothing. */
export interface Expected {
  readonly title?: string;
  /** "Given Family", or the name of a group. */
  readonly authors?: readonly string[];
  readonly year?: number;
  readonly doi?: string;
  readonly venue?: string;
  readonly abstract?: string;
}

/** One file of a peer's test suite, and what its test says is in it. */
export interface Case {
  /** Path or number within the suite. */
  readonly name: string;
  /** The name under which it is read: the ending helps where the content does not tell. */
  readonly fileName: string;
  readonly content: string | Uint8Array;
  readonly expected: readonly Expected[];
}

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
const objects = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);

function compact(values: { readonly [K in keyof Expected]: Expected[K] | undefined }): Expected {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(kept) as Expected;
}

function yearOf(date: unknown): number | undefined {
  const found = /\b(1[5-9]\d\d|20\d\d)\b/.exec(String(date ?? ""));
  return found ? Number(found[1]) : undefined;
}

const person = (given: unknown, family: unknown) => [text(given), text(family)].filter(Boolean).join(" ");

/** An item of Zotero, as its translators' tests and Better BibTeX's fixtures have it. */
export function fromZotero(item: Json): Expected {
  const authors = objects(item.creators)
    .filter(({ creatorType }) => creatorType === "author" || creatorType === "inventor")
    .map(({ name, firstName, lastName }) => text(name) ?? person(firstName, lastName));
  return compact({
    // Zotero's words for a record of Crossref without a title.
    title: item.title === "[No title found]" ? undefined : text(item.title),
    authors: authors.length > 0 ? authors : undefined,
    year: yearOf(item.date),
    doi: text(item.DOI)?.toLowerCase(),
    venue: text(item.publicationTitle) ?? text(item.proceedingsTitle) ?? text(item.bookTitle),
    abstract: text(item.abstractNote),
  });
}

/** An item of the Citation Style Language (CSL-JSON 1.0.2). */
export function fromCsl(item: Json): Expected {
  const authors = objects(item.author).map((name) => {
    const family = [text(name["non-dropping-particle"]), text(name.family)].filter(Boolean).join(" ");
    const given = [text(name.given), text(name["dropping-particle"])].filter(Boolean).join(" ");
    return text(name.literal) ?? [given, family, text(name.suffix)].filter(Boolean).join(" ");
  });
  const issued = item.issued as Json | undefined;
  const parts = (issued?.["date-parts"] as unknown[][] | undefined)?.[0]?.[0];
  return compact({
    title: text(item.title),
    authors: authors.filter(Boolean).length > 0 ? authors : undefined,
    year: yearOf(parts ?? issued?.raw ?? issued?.literal),
    doi: text(item.DOI)?.toLowerCase(),
    venue: text(item["container-title"]),
    abstract: text(item.abstract),
  });
}

/** An entry as retorquere's parser gives it. */
export function fromBibtexEntry(fields: Json): Expected {
  const authors = objects(fields.author).map((name) => {
    const family = [text(name.prefix), text(name.lastName)].filter(Boolean).join(" ");
    return text(name.name) ?? [text(name.firstName), family, text(name.suffix)].filter(Boolean).join(" ");
  });
  return compact({
    title: text(fields.title),
    authors: authors.length > 0 ? authors : undefined,
    year: yearOf(fields.year ?? fields.date),
    doi: text(fields.doi)?.toLowerCase(),
    venue: text(fields.journal) ?? text(fields.journaltitle) ?? text(fields.booktitle),
    abstract: text(fields.abstract),
  });
}

/** All entries of a BibTeX file, by retorquere's parser. */
export function fromBibtex(content: string): Expected[] {
  const { entries } = parseBibtex(content, {
    sentenceCase: false,
    caseProtection: false,
    english: false,
  } as never);
  return entries.map(({ fields }) => fromBibtexEntry(fields as unknown as Json));
}
