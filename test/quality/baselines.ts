import { combineEdges } from "../../src/edges/combine.ts";
import { cosineKnn } from "../../src/edges/knn/knn.ts";
import { inProcess } from "../../src/kernel/executor.ts";
import { louvain } from "../../src/kernel/louvain.ts";
import { type Embedding, latentRows } from "../../src/kernel/lsa.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import { findResolution, smallestTopic } from "../../src/kernel/resolution.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";
import type { Paper } from "../../src/model/paper.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { tokenise } from "../../src/text/tokens/tokens.ts";

/** What one would do first: how often a stem stands in title and abstract × ln(n / df), unit length; stop words left out. */
export function plainRows(papers: readonly Paper[]): SparseRows {
  const { start, token, stem, stems, stop } = tokenise(papers, DEFAULT_PARAMETERS);
  const counts = papers.map((_, i) => {
    const own = new Map<number, number>();
    for (const word of token.subarray(start[i], start[i + 1]))
      if (stop[word] === 0) own.set(stem[word], (own.get(stem[word]) ?? 0) + 1);
    return own;
  });
  const df = new Uint32Array(stems.length);
  for (const own of counts) for (const s of own.keys()) df[s]++;
  const rows = counts.map((own) => {
    const entries = [...own].filter(([s]) => df[s] > 1).sort((a, b) => a[0] - b[0]);
    const weighed = entries.map(([s, tf]) => [s, tf * Math.log(papers.length / df[s])] as const);
    const norm = Math.sqrt(weighed.reduce((sum, [, w]) => sum + w * w, 0));
    return weighed.filter(([, w]) => w > 0).map(([s, w]) => [s, w / norm] as const);
  });
  const ends = new Uint32Array(papers.length + 1);
  for (const [i, row] of rows.entries()) ends[i + 1] = ends[i] + row.length;
  return {
    start: ends,
    column: Uint32Array.from(rows.flat(), ([s]) => s),
    value: Float32Array.from(rows.flat(), ([, w]) => w),
    width: stems.length,
  };
}

/** Plain TF-IDF, ten nearest neighbours, one Louvain run per seed, at the resolution that gives so many communities. */
export async function plainLouvain(
  rows: SparseRows,
  wanted: number,
  seeds: readonly number[],
): Promise<Uint32Array[]> {
  const n = rows.start.length - 1;
  const keyword = await cosineKnn(rows, "keyword", 10, inProcess());
  const graph = combineEdges([keyword], DEFAULT_PARAMETERS.weights, n);
  return seeds.map((seed) => {
    const resolution = findResolution(graph, wanted, smallestTopic(n, wanted), seed);
    return louvain(graph, resolution, seed, 1).community;
  });
}

/** KMeans on LSA of plain TF-IDF rows, one k-means++ start (Arthur & Vassilvitskii 2007) per seed. */
export function latentKMeans(rows: SparseRows, wanted: number, seeds: readonly number[]): Int32Array[] {
  const latent = latentRows(rows);
  return seeds.map((seed) => kMeans(latent, wanted, seed));
}

/** Lloyd's algorithm on the points of an embedding, at most 100 rounds. Cluster of each point, 0 … k−1. */
export function kMeans({ dims, value }: Embedding, k: number, seed: number): Int32Array {
  const n = value.length / dims;
  const random = seededRandom(seed, 77);
  const centre = new Float64Array(k * dims);
  const distance = (i: number, c: number) => {
    let sum = 0;
    for (let t = 0; t < dims; t++) {
      const d = value[i * dims + t] - centre[c * dims + t];
      sum += d * d;
    }
    return sum;
  };
  // Points are of unit length: no two are farther apart than this, squared; so the first is drawn evenly.
  const nearest = new Float64Array(n).fill(4);
  for (let c = 0; c < k; c++) {
    const chosen = draw(nearest, random);
    for (let t = 0; t < dims; t++) centre[c * dims + t] = value[chosen * dims + t];
    for (let i = 0; i < n; i++) nearest[i] = Math.min(nearest[i], distance(i, c));
  }
  const cluster = new Int32Array(n).fill(-1);
  for (let round = 0; round < 100; round++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      let best = 0;
      for (let c = 1, least = distance(i, 0); c < k; c++) {
        const d = distance(i, c);
        if (d < least) [best, least] = [c, d];
      }
      if (cluster[i] !== best) moved++;
      cluster[i] = best;
    }
    if (moved === 0) break;
    const size = new Uint32Array(k);
    const sum = new Float64Array(k * dims);
    for (let i = 0; i < n; i++) {
      size[cluster[i]]++;
      for (let t = 0; t < dims; t++) sum[cluster[i] * dims + t] += value[i * dims + t];
    }
    for (let c = 0; c < k; c++)
      if (size[c] > 0) for (let t = 0; t < dims; t++) centre[c * dims + t] = sum[c * dims + t] / size[c];
  }
  return cluster;
}

/** An index at random, by weight. */
function draw(weight: Float64Array, random: () => number): number {
  let left = random() * weight.reduce((a, b) => a + b, 0);
  for (const [i, w] of weight.entries()) {
    left -= w;
    if (left < 0) return i;
  }
  return weight.length - 1;
}
