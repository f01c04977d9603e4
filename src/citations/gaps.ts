import type { EdgeList } from "../model/edges.ts";
import type { Paper } from "../model/paper.ts";

/** Two papers and how alike their texts are (cosine, 0 to 1). */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * Pairs alike in text that do not cite each other: keyword links of at least `least` without a citation either way,
 * most alike first. A pair counts only where the later paper (either, of one year or undated) lists references: where
 * it lists none, nothing is known. `a` is the later paper, which could have cited. O(links).
 */
export function similarNotCiting(
  lists: readonly EdgeList[],
  papers: readonly Pick<Paper, "year" | "references">[],
  least: number,
): Pair[] {
  const cited = citedPairs(lists, papers.length);
  const similar = lists.filter(({ kind }) => kind === "keyword");
  const found: Pair[] = [];
  for (const { source, target, weight } of similar)
    for (let e = 0; e < source.length; e++) {
      if (weight[e] < least) continue;
      const [i, j] = [source[e], target[e]];
      if (cited.has(i * papers.length + j) || cited.has(j * papers.length + i)) continue;
      const later = laterOf(papers, i, j);
      const able = later === undefined ? [i, j] : [later];
      const a = able.find((p) => papers[p].references.length > 0);
      if (a !== undefined) found.push({ a, b: a === i ? j : i, similarity: weight[e] });
    }
  return found.sort((p, q) => q.similarity - p.similarity || p.a - q.a || p.b - q.b);
}

/**
 * Citations between papers whose texts share little: cosine at most `most`, least alike first. `a` cites `b`.
 * @param similarity cosine of the texts of papers i and j, 0 to 1
 */
export function citingButDissimilar(
  lists: readonly EdgeList[],
  similarity: (i: number, j: number) => number,
  most: number,
): Pair[] {
  const found: Pair[] = [];
  for (const { kind, source, target } of lists) {
    if (kind !== "citation") continue;
    for (let e = 0; e < source.length; e++) {
      const value = similarity(source[e], target[e]);
      if (value <= most) found.push({ a: source[e], b: target[e], similarity: value });
    }
  }
  return found.sort((p, q) => p.similarity - q.similarity || p.a - q.a || p.b - q.b);
}

function citedPairs(lists: readonly EdgeList[], papers: number): ReadonlySet<number> {
  const cited = new Set<number>();
  for (const { kind, source, target } of lists)
    if (kind === "citation")
      for (let e = 0; e < source.length; e++) cited.add(source[e] * papers + target[e]);
  return cited;
}

function laterOf(papers: readonly Pick<Paper, "year">[], i: number, j: number): number | undefined {
  const [a, b] = [papers[i].year, papers[j].year];
  if (a === undefined || b === undefined || a === b) return undefined;
  return a > b ? i : j;
}
