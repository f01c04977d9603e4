import type { Likeness, Merging } from "../model/match.ts";
import type { Printed } from "./clean/printed.ts";
import type { Draft } from "./clean/record.ts";
import { foldTitle, identityOf } from "./identity.ts";
import { type Candidate, compareWorks, similarTitles } from "./same.ts";
import type { Keep } from "./spilled.ts";

/** What became of a record that was added. */
export interface Added {
  /** The position of its paper. */
  readonly at: number;
  /** The paper that it is of, or may be of. */
  readonly found?: Found | undefined;
  /** The position of a paper with the same DOI or id but another title. */
  readonly clash?: number | undefined;
}

/** A paper read before that a record is of, or may be of. */
export interface Found {
  readonly at: number;
  /** As it was before. */
  readonly into: Draft;
  readonly because: Likeness;
  /** The DOI or id that both have; "" for titles. */
  readonly shared: string;
  /** The record's own identity, with an ordinal where others before it have the same. */
  readonly record: string;
  readonly merged: boolean;
  /** Fields of the paper that come from this record. */
  readonly gave: readonly string[];
}

const MOST_CANDIDATES = 24;

/** Ids that name a work everywhere, not only in one file. */
const GLOBAL_ID = /^(?:wos:|isi:|pmid:|pmcid:|arxiv:|eid:|https:\/\/openalex\.org\/w)/i;

/** Where papers stand under one kind of key; several under one are candidates for each other. */
class Index {
  readonly #at = new Map<string, number | number[]>();

  get(key: string): readonly number[] {
    const found = this.#at.get(key);
    return found === undefined ? [] : typeof found === "number" ? [found] : found;
  }

  enter(key: string, at: number): void {
    const known = this.#at.get(key);
    if (known === undefined) this.#at.set(key, at);
    else if (typeof known === "number") {
      if (known !== at) this.#at.set(key, [known, at]);
    } else if (!known.includes(at) && known.length < MOST_CANDIDATES) known.push(at);
  }

  clear(): void {
    this.#at.clear();
  }
}

type Why = Pick<Found, "at" | "because" | "shared">;

/**
 * Gathers papers, each once: by DOI, by ids known everywhere, then by title with year and first author.
 * @param keep how they are kept
 */
export function paperMerger(
  { merge: how = "works", keepApart = [] }: Merging = {},
  keep: Keep = (paper) => paper,
) {
  const papers: Draft[] = [];
  /** The folded title of each paper. */
  const folds: string[] = [];
  /** What each paper is known by, without ordinals: found while other threads read on. */
  const identities: string[] = [];
  const places: Printed[] = [];
  const dois = new Index();
  const ids = new Index();
  const titles = new Index();
  const apart = new Set(keepApart);
  /** The identities of the records that merged papers began with. */
  const began = new Map<number, string>();
  /** How many records of an identity were merged so far. */
  const repeated = new Map<string, number>();

  const enter = (paper: Draft, at: number) => {
    if (paper.doi !== undefined) dois.enter(paper.doi, at);
    if (GLOBAL_ID.test(paper.id)) ids.enter(paper.id.toLowerCase(), at);
    for (const alias of paper.aliases) if (GLOBAL_ID.test(alias)) ids.enter(alias.toLowerCase(), at);
    titles.enter(folds[at], at);
  };

  /** What `keepApart` calls a record: its identity if it stood alone, with an ordinal. Made only where papers meet. */
  const recordName = (paper: Draft, fold: string): string => {
    const identity = identityOf(paper, fold);
    const candidates = paper.doi === undefined ? titles.get(fold) : dois.get(paper.doi);
    const isSame = (at: number) => (began.get(at) ?? identities[at]) === identity;
    const ordinal = candidates.filter(isSame).length + (repeated.get(identity) ?? 0) + 1;
    return ordinal === 1 ? identity : `${identity}~${ordinal}`;
  };

  const mergeInto = (at: number, { paper, printed }: Candidate, fold: string): readonly string[] => {
    // With all that it says: what it gave is told by comparing, list by list.
    const into = { ...papers[at] };
    const identity = identityOf(paper, fold);
    repeated.set(identity, (repeated.get(identity) ?? 0) + 1);
    if (!began.has(at)) began.set(at, identities[at]);
    const whole = mergePapers(into, paper);
    papers[at] = keep(whole);
    folds[at] = foldTitle(whole.title);
    identities[at] = identityOf(whole, folds[at]);
    places[at] = mergePrinted(places[at], printed);
    enter(papers[at], at);
    return contributed(into, whole);
  };

  /** The paper under the same DOI or id, if the titles agree; else whose key it shares. */
  const sameId = (paper: Draft): Why | number | undefined => {
    let clash: number | undefined;
    if (paper.doi === undefined && paper.aliases.length === 0 && !GLOBAL_ID.test(paper.id)) return undefined;
    const keys: [Index, string, "doi" | "id"][] = [];
    if (paper.doi !== undefined) keys.push([dois, paper.doi, "doi"]);
    for (const id of [paper.id, ...paper.aliases])
      if (GLOBAL_ID.test(id)) keys.push([ids, id.toLowerCase(), "id"]);
    for (const [index, shared, because] of keys)
      for (const at of index.get(shared)) {
        if (similarTitles(papers[at].title, paper.title)) return { at, because, shared };
        clash ??= at;
      }
    return clash;
  };

  const sameTitle = (paper: Draft, printed: Printed, fold: string): Why | undefined => {
    let version: Why | undefined;
    for (const at of titles.get(fold)) {
      const are = compareWorks({ paper: papers[at], printed: places[at] }, { paper, printed });
      if (are === "same") return { at, because: "title", shared: "" };
      if (are === "versions") version ??= { at, because: "version", shared: "" };
    }
    return version;
  };

  /** Merges a record into the paper that it was found to be of, unless it is kept apart. */
  const decide = (why: Why, candidate: Candidate, fold: string): Found => {
    const record = recordName(candidate.paper, fold);
    const merged = !apart.has(record) && (why.because !== "version" || how === "versions");
    const into = papers[why.at];
    return { ...why, record, merged, into, gave: merged ? mergeInto(why.at, candidate, fold) : [] };
  };

  return {
    papers,
    identities,
    /** Nothing is added any more: what papers were looked up by takes as much memory as they do. */
    close(): void {
      for (const index of [dois, ids, titles]) index.clear();
      folds.length = 0;
    },
    add(paper: Draft, printed: Printed): Added {
      const known = sameId(paper);
      const fold = foldTitle(paper.title);
      const why = typeof known === "object" ? known : sameTitle(paper, printed, fold);
      const found = why && decide(why, { paper, printed }, fold);
      if (found?.merged) return { at: found.at, found };
      const at = papers.length;
      papers.push(keep(paper));
      folds.push(fold);
      identities.push(identityOf(paper, fold));
      places.push(printed);
      enter(papers[at], at);
      return { at, found, clash: typeof known === "number" ? known : undefined };
    },
  };
}

const FIELDS = [
  "title",
  "abstract",
  "authors",
  "year",
  "venue",
  "doi",
  "url",
  "references",
  "citations",
  "language",
] as const;

/** Which fields of a merged paper are other than they were. */
function contributed(before: Draft, after: Draft): string[] {
  const gave: string[] = FIELDS.filter((field) => before[field] !== after[field]);
  if (after.keywords.length > before.keywords.length) gave.push("keywords");
  return gave;
}

function mergePrinted(a: Printed, b: Printed): Printed {
  return {
    volume: a.volume || b.volume,
    issue: a.issue || b.issue,
    page: a.page || b.page,
    venue: a.venue === "unknown" ? b.venue : a.venue,
  };
}

/** One record of two: each field from the richer one, the first where they are equal. */
function mergePapers(a: Draft, b: Draft): Draft {
  const year = a.year ?? b.year;
  const venue = a.venue ?? b.venue;
  const doi = preferredDoi(a.doi, b.doi);
  const url = a.url ?? b.url;
  const language = a.language ?? b.language;
  const citations = a.citations === undefined ? b.citations : Math.max(a.citations, b.citations ?? 0);
  const length = (paper: Draft) => paper.authors.join("").length;
  const betterAuthors =
    b.authors.length > a.authors.length || (b.authors.length === a.authors.length && length(b) > length(a));
  const { authors, names } = betterAuthors ? b : a;
  const lower = new Set(a.keywords.map((word) => word.toLowerCase()));
  return {
    id: a.id,
    title: b.title.length > a.title.length && b.title.startsWith(a.title) ? b.title : a.title,
    abstract: b.abstract.length > a.abstract.length ? b.abstract : a.abstract,
    authors,
    ...(names === undefined ? {} : { names }),
    ...(year === undefined ? {} : { year }),
    ...(venue === undefined ? {} : { venue }),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    keywords: [...a.keywords, ...b.keywords.filter((word) => !lower.has(word.toLowerCase()))],
    // Two services write the same reference differently: one list, or every work would count twice.
    references: b.references.length > a.references.length ? b.references : a.references,
    aliases: [...new Set([...a.aliases, b.id, ...b.aliases, ...(b.doi === undefined ? [] : [b.doi])])].filter(
      (alias) => alias !== a.id && alias !== doi,
    ),
    ...(citations === undefined ? {} : { citations }),
    ...(language === undefined ? {} : { language }),
  };
}

function preferredDoi(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && /^10\.48550\//.test(a)) ? (b ?? a) : a;
}
