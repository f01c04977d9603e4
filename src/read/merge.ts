import type { Draft } from "./clean/record.ts";
import { foldTitle } from "./identity.ts";
import { sameWork, similarTitles } from "./same.ts";

/** What became of a record that was added. */
export interface Added {
  /** The paper it was merged into; absent for a new paper. */
  readonly into?: Draft;
  /** By what it was recognised, or why it was kept apart from a paper under the same key. */
  readonly by?: string;
  /** A paper with the same DOI or id but another title. */
  readonly clash?: Draft;
}

const MOST_CANDIDATES = 24;

/** Ids that name a work everywhere, not only in one file. */
const GLOBAL_ID = /^(?:wos:|isi:|pmid:|pmcid:|arxiv:|eid:|https:\/\/openalex\.org\/w)/i;

/** Gathers papers, each once: by DOI, by ids known everywhere, then by title with year and first author. */
export function paperMerger() {
  const papers: Draft[] = [];
  const index = new Map<string, number | number[]>();

  const keysOf = (paper: Draft): string[] => [
    ...(paper.doi === undefined ? [] : [`doi:${paper.doi}`]),
    ...[paper.id, ...paper.aliases].filter((id) => GLOBAL_ID.test(id)).map((id) => `id:${id.toLowerCase()}`),
    `title:${foldTitle(paper.title)}`,
  ];

  const enter = (keys: readonly string[], at: number) => {
    for (const key of keys) {
      const known = index.get(key);
      if (known === undefined) index.set(key, at);
      else if (typeof known === "number") {
        if (known !== at) index.set(key, [known, at]);
      } else if (!known.includes(at) && known.length < MOST_CANDIDATES) known.push(at);
    }
  };

  return {
    papers,
    add(paper: Draft): Added {
      let clash: Draft | undefined;
      const keys = keysOf(paper);
      for (const key of keys) {
        const candidates = index.get(key);
        if (candidates === undefined) continue;
        for (const at of typeof candidates === "number" ? [candidates] : candidates) {
          const known = papers[at];
          const byTitle = key.startsWith("title:");
          if (byTitle ? sameWork(known, paper) : similarTitles(known.title, paper.title)) {
            papers[at] = mergePapers(known, paper);
            enter(keysOf(papers[at]), at);
            return { into: known, by: byTitle ? "the same title, year and first author" : sameKey(key) };
          }
          if (!byTitle) clash ??= known;
        }
      }
      enter(keys, papers.length);
      papers.push(paper);
      return clash === undefined ? {} : { clash, by: "the same DOI or id" };
    },
  };
}

function sameKey(key: string): string {
  return key.startsWith("doi:") ? `the same DOI ${key.slice(4)}` : `the same id ${key.slice(3)}`;
}

/** One record of two: each field from the richer one, the first where they are equal. */
export function mergePapers(a: Draft, b: Draft): Draft {
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
