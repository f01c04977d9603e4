import type { Kernel } from "../kernel/executor.ts";
import { type Embedding, latentCosine } from "../kernel/lsa.ts";
import { createTopK } from "../kernel/topk.ts";
import type { Graph } from "../model/graph.ts";
import type { SparseRows } from "../model/rows.ts";
import { type KnnBlock, type KnnOutput, NO_NEIGHBOUR } from "./knn-output.ts";

/** What a block of papers reads. */
export interface AffinityInput {
  /** The strongest keyword links of each paper. */
  readonly near: Graph;
  readonly rows: SparseRows;
  readonly latent: Embedding;
  readonly k: number;
}

/** What the latent cosine counts; the rest is the cosine of the terms. */
const LATENT_SHARE = 0.2;

/** The two cosines as one similarity, 0 to 1. */
export function blend(terms: number, latent: number): number {
  return (1 - LATENT_SHARE) * terms + LATENT_SHARE * Math.max(0, latent);
}

/**
 * The k papers of highest blended similarity among the neighbours of each paper's neighbours. Of these, the 2k with the
 * highest latent cosine are compared by their terms too, so that a block costs the same in collections of any size.
 */
export const affinityKernel: Kernel<AffinityInput, KnnBlock, KnnOutput> = {
  name: "affinity",
  run({ near, rows, latent, k }, { from, to }) {
    const seenFor = new Uint32Array(near.start.length - 1);
    const terms = new Float64Array(rows.width);
    const likely = createTopK(2 * k);
    const best = createTopK(k);
    const output = {
      neighbour: new Uint32Array((to - from) * k).fill(NO_NEIGHBOUR),
      weight: new Float32Array((to - from) * k),
    };
    for (let i = from; i < to; i++) {
      likely.clear();
      best.clear();
      seenFor[i] = i + 1;
      for (let e = near.start[i]; e < near.start[i + 1]; e++) {
        const j = near.neighbour[e];
        for (let f = near.start[j]; f < near.start[j + 1]; f++) {
          const other = near.neighbour[f];
          if (seenFor[other] === i + 1) continue;
          seenFor[other] = i + 1;
          likely.add(other, latentCosine(latent, i, other));
        }
      }
      for (let e = rows.start[i]; e < rows.start[i + 1]; e++) terms[rows.column[e]] = rows.value[e];
      for (let s = 0; s < likely.size(); s++) {
        const other = likely.row[s];
        let cosine = 0;
        for (let e = rows.start[other]; e < rows.start[other + 1]; e++)
          cosine += terms[rows.column[e]] * rows.value[e];
        best.add(other, blend(cosine, likely.score[s]));
      }
      for (let e = rows.start[i]; e < rows.start[i + 1]; e++) terms[rows.column[e]] = 0;
      for (let s = 0; s < best.size(); s++) {
        output.neighbour[(i - from) * k + s] = best.row[s];
        output.weight[(i - from) * k + s] = best.score[s];
      }
    }
    return output;
  },
};
