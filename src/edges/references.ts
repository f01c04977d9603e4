import { compareStrings } from "../kernel/compare.ts";
import { once } from "../kernel/once.ts";
import { findDoi } from "../model/doi.ts";
import type { CitedWork } from "../model/map.ts";
import type { Paper } from "../model/paper.ts";
import {
  citedReferenceKey,
  idKey,
  saysNothing,
  titleKey,
  titleKeysIn,
  workKeys,
  yearOf,
} from "./reference-keys.ts";

/** Which works each paper cites. Works 0 … papers−1 are the papers of the collection; higher numbers lie outside it. */
export interface References {
  /** Paper i cites works[start[i] … start[i+1]), ascending, each once, never itself. */
  readonly start: Uint32Array;
  readonly work: Uint32Array;
  /** Number of works, papers of the collection included. */
  readonly works: number;
  /** How works outside are written where they are cited first; works papers … works−1. */
  readonly outside: readonly string[];
  readonly counts: ReferenceCounts;
  /** Works outside that at least two papers cite, most cited first. */
  readonly missing: readonly CitedWork[];
}

/** What became of the reference strings; the five add up to `listed`. */
export interface ReferenceCounts {
  readonly listed: number;
  /** Point at a paper of the collection. */
  readonly inside: number;
  readonly outside: number;
  /** A paper that cites itself. */
  readonly self: number;
  /** The same work twice in one list. */
  readonly repeated: number;
  /** Nothing, or nothing but a year. */
  readonly empty: number;
}

const MOST_MISSING = 50;
const YEARS_APART = 2;

/**
 * Resolves reference strings to papers: by DOI, by id or alias, by Web of Science cited-reference string, by the title
 * in the string. A key that two papers claim resolves to neither: a wrong citation is worse than none.
 */
export function resolveReferences(papers: readonly Paper[]): References {
  // Many collections list no references: what they are looked up in takes as long to make as papers take to read.
  const index = once(() => indexPapers(papers));
  const outside = new Map<string, number>();
  const labels: string[] = [];
  const counts = { listed: 0, inside: 0, outside: 0, self: 0, repeated: 0, empty: 0 };
  const start = new Uint32Array(papers.length + 1);
  const work: number[] = [];
  for (const [i, paper] of papers.entries()) {
    const cited = new Set<number>();
    for (const reference of paper.references) {
      counts.listed++;
      if (saysNothing(reference)) {
        counts.empty++;
        continue;
      }
      let w = findPaper(reference, index(), papers);
      if (w === undefined) {
        // The same work with and without its DOI, or printed in two ways: known by any of its keys.
        const keys = workKeys(reference);
        w = keys.map((key) => outside.get(key)).find((known) => known !== undefined);
        if (w === undefined) {
          w = papers.length + labels.length;
          labels.push(reference);
        }
        for (const key of keys) if (!outside.has(key)) outside.set(key, w);
      }
      if (w === i) counts.self++;
      else if (cited.has(w)) counts.repeated++;
      else {
        cited.add(w);
        if (w < papers.length) counts.inside++;
        else counts.outside++;
      }
    }
    for (const w of [...cited].sort((a, b) => a - b)) work.push(w);
    start[i + 1] = work.length;
  }
  const column = Uint32Array.from(work);
  return {
    start,
    work: column,
    works: papers.length + labels.length,
    outside: labels,
    counts,
    missing: mostCitedOutside(column, papers.length, labels),
  };
}

const AMBIGUOUS = -1;

function indexPapers(papers: readonly Paper[]): Map<string, number> {
  const index = new Map<string, number>();
  const claim = (key: string | undefined, i: number) => {
    if (key === undefined) return;
    const owner = index.get(key);
    if (owner === undefined) index.set(key, i);
    else if (owner !== i) index.set(key, AMBIGUOUS);
  };
  for (const [i, paper] of papers.entries()) {
    const ids = new Set([paper.id, ...paper.aliases, ...(paper.doi === undefined ? [] : [paper.doi])]);
    for (const id of ids) {
      if (id.trim() === "") continue;
      claim(idKey(id), i);
      claim(citedReferenceKey(id), i);
    }
    claim(titleKey(paper.title), i);
  }
  return index;
}

function findPaper(
  reference: string,
  index: Map<string, number>,
  papers: readonly Paper[],
): number | undefined {
  const doi = findDoi(reference);
  const sure = [
    doi === undefined ? undefined : idKey(doi),
    reference.length <= 200 ? idKey(reference) : undefined,
    citedReferenceKey(reference),
  ];
  for (const key of sure) {
    const found = key === undefined ? undefined : index.get(key);
    if (found !== undefined && found !== AMBIGUOUS) return found;
  }
  if (!/\s/.test(reference.trim())) return undefined;
  const year = yearOf(reference);
  for (const key of titleKeysIn(reference)) {
    const found = index.get(key);
    if (found === undefined || found === AMBIGUOUS) continue;
    const published = papers[found].year;
    // "Editorial 2004" and "Editorial 2019" share a title: a reference that says another year means another work.
    if (year !== undefined && published !== undefined && Math.abs(year - published) > YEARS_APART) continue;
    return found;
  }
  return undefined;
}

function mostCitedOutside(work: Uint32Array, inside: number, labels: readonly string[]): CitedWork[] {
  const count = new Uint32Array(labels.length);
  for (const w of work) if (w >= inside) count[w - inside]++;
  return Array.from(count.keys())
    .filter((w) => count[w] >= 2)
    .sort((a, b) => count[b] - count[a] || compareStrings(labels[a], labels[b]))
    .slice(0, MOST_MISSING)
    .map((w) => {
      const doi = findDoi(labels[w]);
      return { reference: labels[w], count: count[w], ...(doi === undefined ? {} : { doi }) };
    });
}
