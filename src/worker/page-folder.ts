import { yearPart } from "../folder/bare.ts";
import { partsOf } from "../folder/map-folder.ts";
import { openTables } from "../folder/open.ts";
import { mapReader, type TextGroup, withLinks } from "../folder/read-map.ts";
import type { TopicMap } from "../model/map.ts";
import { type FolderPlace, openPlace } from "./folder-place.ts";
import type { GivenIndex } from "./page-search.ts";

/** A map folder whose points were read: what the page draws first, and what is still to come. */
export interface FolderBegun {
  /** The map without its lists of papers, terms and concepts, and without links. */
  readonly map: Omit<TopicMap, "papers" | "terms" | "concepts" | "edges">;
  /** Of each paper. */
  readonly identities: readonly string[];
  /** NaN where it is missing. */
  readonly years: Float64Array;
  /** How many links are to come. */
  readonly links: number;
  /** In how many pieces the texts come. */
  readonly groups: number;
  /** Bytes of files that the host has sent whole, because it gives no byte ranges. */
  readonly wholeBytes: number;
}

/** Texts of some papers; where abstracts were asked for, with them. */
export type PapersRead = TextGroup;

/** A map folder in the worker, read as the page asks for its parts. */
export interface PageFolder {
  readonly begun: FolderBegun;
  /** What there is of the map so far. */
  readonly map: TopicMap;
  /** The next texts; they stay here, too. */
  texts(group: number): Promise<PapersRead>;
  abstracts(group: number): Promise<readonly string[]>;
  links(): Promise<Pick<TopicMap, "edges" | "extra">>;
  /** The texts and abstracts of some papers, by ranges of their rows: before their turn. */
  papers(papers: readonly number[]): Promise<PapersRead>;
  /** Searches in the folder's index. */
  readonly lookUp: GivenIndex["lookUp"];
}

/** Opens a map folder and reads its points. @throws TopographError (input) that names the file where it is none, or damaged */
export async function beginFolder(place: FolderPlace): Promise<PageFolder> {
  let wholeBytes = 0;
  const source = await openPlace(place, (_, bytes) => {
    wholeBytes += bytes;
  });
  const folder = await openTables(source);
  const parts = partsOf(folder);
  const reader = await mapReader(folder);
  const { paperOf } = reader;
  const rowOf = new Uint32Array(paperOf.length);
  for (const [row, p] of paperOf.entries()) rowOf[p] = row;
  const { papers: bare, terms: noTerms, concepts: noConcepts, edges: _, ...head } = reader.bare;
  const [papers, terms, concepts] = [[...bare], [...noTerms], [...noConcepts]];
  let map: TopicMap = { ...head, papers, terms, concepts, edges: [] };
  const owners: Uint32Array[] = [];
  return {
    begun: {
      map: head,
      identities: bare.map(({ identity }) => identity),
      years: Float64Array.from(bare, ({ year }) => year ?? Number.NaN),
      links: folder.head.links,
      groups: reader.groups,
      wholeBytes,
    },
    get map() {
      return map;
    },
    async texts(group) {
      const read = await reader.texts(group);
      owners[group] = read.paper;
      for (const [k, p] of read.paper.entries()) {
        papers[p] = read.papers[k];
        terms[p] = read.terms[k];
        concepts[p] = read.concepts[k];
      }
      return read;
    },
    async abstracts(group) {
      const own = await reader.abstracts(group);
      for (const [k, p] of owners[group].entries()) papers[p] = { ...papers[p], abstract: own[k] };
      return own;
    },
    async links() {
      map = withLinks(map, await reader.links());
      return { edges: map.edges, ...(map.extra ? { extra: map.extra } : {}) };
    },
    async papers(asked) {
      const read = await Promise.all(
        asked.map(async (p) => {
          const row = rowOf[p];
          const [texts, abstracts] = await Promise.all([
            parts.texts(row, row + 1),
            parts.abstracts(row, row + 1),
          ]);
          const { key: __, terms: own, concepts: ownConcepts, ...paper } = texts[0];
          return {
            paper: { ...paper, abstract: abstracts[0], ...yearPart(bare[p].year) },
            terms: own,
            concepts: ownConcepts,
          };
        }),
      );
      return {
        paper: Uint32Array.from(asked),
        papers: read.map(({ paper }) => paper),
        terms: read.map(({ terms: own }) => own),
        concepts: read.map(({ concepts: own }) => own),
      };
    },
    async lookUp(query) {
      const { rows, words } = await parts.search(query);
      return { papers: rows.map((row) => paperOf[row]), words };
    },
  };
}
