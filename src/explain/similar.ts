import { blendedCosine, type Embedding, latentCosine, latentRows } from "../kernel/lsa.ts";
import { oncePer } from "../kernel/once.ts";
import { denseRow, productWith, rowCount, type SparseRows } from "../kernel/rows.ts";
import type { TopicMap } from "../model/map.ts";

/** A paper and how like another it is. */
export interface Similar {
  readonly paper: number;
  /** Both cosines blended, above 0, at most 1. */
  readonly similarity: number;
  /** Cosine of their rows, 0 to 1: 0 where they share no term. */
  readonly cosine: number;
}

/** What the latent cosine counts among similar papers, where no topic has to hold together: it puts 5 to 8 of 100 more papers of the same field among the first ten. */
const SIMILAR_LATENT = 0.3;
/** Made once for all the papers that are asked about. */
const latentOf = oncePer(latentRows);

/**
 * The papers most like paper i, linked or not, best first; ties by index: the cosine of their terms, and for three tenths
 * the cosine in latent space, which also finds papers on the same subject in other words. One pass over the matrix.
 */
export function mostSimilar(rows: SparseRows, i: number, count: number): Similar[] {
  const latent = latentOf(rows);
  const own = denseRow(rows, i);
  const found: Similar[] = [];
  for (let paper = 0; paper < rowCount(rows); paper++) {
    if (paper === i) continue;
    const cosine = productWith(own, rows, paper);
    const similarity = blended(cosine, latent, i, paper);
    if (similarity > 0) found.push({ paper, similarity, cosine });
  }
  return found.sort((a, b) => b.similarity - a.similarity || a.paper - b.paper).slice(0, count);
}

/** Of a map that came without abstracts: the papers that it keeps a keyword link to, whose weights were found with them. */
export function mostSimilarKept(map: TopicMap, i: number, count: number): Similar[] {
  const list = map.edges.find(({ kind }) => kind === "keyword");
  if (!list) return [];
  const found: Similar[] = [];
  for (const [e, source] of list.source.entries()) {
    const paper = source === i ? list.target[e] : list.target[e] === i ? source : -1;
    if (paper >= 0) found.push({ paper, similarity: list.weight[e], cosine: list.weight[e] });
  }
  return found.sort((a, b) => b.similarity - a.similarity || a.paper - b.paper).slice(0, count);
}

/** Collections too small for a latent space go by their terms alone. */
function blended(cosine: number, latent: Embedding, i: number, j: number): number {
  if (latent.dims === 0) return cosine;
  return Math.min(1, blendedCosine(cosine, latentCosine(latent, i, j), SIMILAR_LATENT));
}
