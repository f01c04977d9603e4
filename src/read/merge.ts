import type { Draft } from "./clean/record.ts";
import { foldTitle } from "./identity.ts";
import { sameWork, similarTitles } from "./same.ts";

/** What became of a record that was added. */
export interface Added {
  /** The position of its paper. */
  readonly at: number;
  /** The paper it was merged into, as it was before; absent for a new paper. */
  readonly into?: Draft;
  /** By what it was recognised, or why it was kept apart from a paper under the same key. */
  readonly by?: string;
  /** The position of a paper with the same DOI or id but another title. */
  readonly clash?: number;
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
}

/** Gathers papers, each once: by DOI, by ids known everywhere, then by title with year and first author. */
export function paperMerger() {
  const papers: Draft[] = [];
  /** The folded title of each paper. */
  const folds: string[] = [];
  const dois = new Index();
  const ids = new Index();
  const titles = new Index();

  const enter = (paper: Draft, at: number) => {
    if (paper.doi !== undefined) dois.enter(paper.doi, at);
    if (GLOBAL_ID.test(paper.id)) ids.enter(paper.id.toLowerCase(), at);
    for (const alias of paper.aliases) if (GLOBAL_ID.test(alias)) ids.enter(alias.toLowerCase(), at);
    titles.enter(folds[at], at);
  };

  const merge = (at: number, paper: Draft, by: string): Added => {
    const into = papers[at];
    papers[at] = mergePapers(into, paper);
    folds[at] = foldTitle(papers[at].title);
    enter(papers[at], at);
    return { at, into, by };
  };

  /** The paper under the same DOI or id, if the titles agree; else whose key it shares. */
  const sameId = (
    paper: Draft,
  ): { readonly at: number; readonly by: string; readonly same: boolean } | undefined => {
    let clash: number | undefined;
    const keys: [Index, string, string][] = [];
    if (paper.doi !== undefined) keys.push([dois, paper.doi, "DOI"]);
    for (const id of [paper.id, ...paper.aliases])
      if (GLOBAL_ID.test(id)) keys.push([ids, id.toLowerCase(), "id"]);
    for (const [index, key, kind] of keys)
      for (const at of index.get(key)) {
        if (similarTitles(papers[at].title, paper.title))
          return { at, by: `the same ${kind} ${key}`, same: true };
        clash ??= at;
      }
    return clash === undefined ? undefined : { at: clash, by: "the same DOI or id", same: false };
  };

  return {
    papers,
    folds,
    add(paper: Draft): Added {
      const known = sameId(paper);
      if (known?.same) return merge(known.at, paper, known.by);
      const fold = foldTitle(paper.title);
      for (const at of titles.get(fold))
        if (sameWork(papers[at], paper)) return merge(at, paper, "the same title, year and first author");
      const at = papers.length;
      papers.push(paper);
      folds.push(fold);
      enter(paper, at);
      return known === undefined ? { at } : { at, clash: known.at, by: known.by };
    },
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
  const names = (paper: Draft) => paper.authors.join("").length;
  const betterAuthors =
    b.authors.length > a.authors.length || (b.authors.length === a.authors.length && names(b) > names(a));
  const lower = new Set(a.keywords.map((word) => word.toLowerCase()));
  return {
    id: a.id,
    title: b.title.length > a.title.length && b.title.startsWith(a.title) ? b.title : a.title,
    abstract: b.abstract.length > a.abstract.length ? b.abstract : a.abstract,
    authors: betterAuthors ? b.authors : a.authors,
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
