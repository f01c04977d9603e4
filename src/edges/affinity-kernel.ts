import { grown } from "../kernel/columns.ts";
import type { Kernel } from "../kernel/executor.ts";
import type { Graph } from "../kernel/graph.ts";
import { blendedCosine, type Embedding } from "../kernel/lsa.ts";
import { openRows, productWith, type SparseRows } from "../kernel/rows.ts";
import { createTopK } from "../kernel/topk.ts";
import { addCosines } from "./knn/cosines.ts";
import { emptyOutput, type KnnBlock, type KnnOutput, keep } from "./knn/output.ts";

/** What a block of papers reads. */
export interface AffinityInput {
  /** The strongest keyword links of each paper. */
  readonly near: Graph;
  /** All of them. */
  readonly linked: Pick<Graph, "start" | "neighbour">;
  readonly rows: SparseRows;
  readonly latent: Embedding;
  /** Of how many papers, those of the highest latent cosine, the terms are compared too. */
  readonly likely: number;
  readonly k: number;
}

/** What the latent cosine counts in affinity; the rest is the cosine of the terms. Found together with TWO_HOP_SHARE (affinity.ts). */
const AFFINITY_LATENT = 0.2;

/** The two cosines as one similarity, 0 to 1. */
export function blend(terms: number, latent: number): number {
  return blendedCosine(terms, latent, AFFINITY_LATENT);
}

/**
 * The k papers of highest blended similarity among the neighbours of each paper's neighbours. Of these, some with the
 * highest latent cosine are compared by their terms too, so that a block costs the same in collections of any size.
 */
export const affinityKernel: Kernel<AffinityInput, KnnBlock, KnnOutput> = {
  name: "affinity",
  run({ near, linked, rows, latent, likely: most, k }, { from, to }) {
    const seenFor = new Uint32Array(near.start.length - 1);
    const linkedTo = new Uint32Array(seenFor.length);
    const open = openRows(rows);
    let others = new Uint32Array(1024);
    const likely = createTopK(most);
    const best = createTopK(k);
    const output = emptyOutput(to - from, k);
    for (let i = from; i < to; i++) {
      likely.clear();
      best.clear();
      seenFor[i] = i + 1;
      let count = 0;
      for (let e = near.start[i]; e < near.start[i + 1]; e++) {
        const j = near.neighbour[e];
        const end = near.start[j + 1];
        if (count + end - near.start[j] > others.length) others = grown(others, count + end - near.start[j]);
        for (let f = near.start[j]; f < end; f++) {
          const other = near.neighbour[f];
          if (seenFor[other] === i + 1) continue;
          seenFor[other] = i + 1;
          others[count++] = other;
        }
      }
      addCosines(latent, i, others.subarray(0, count), likely);
      const terms = open(i);
      for (let e = linked.start[i]; e < linked.start[i + 1]; e++) linkedTo[linked.neighbour[e]] = i + 1;
      for (let s = 0; s < likely.size(); s++) {
        const other = likely.row[s];
        // Its link is there already, and takes no other's place where there is room for all.
        if (most <= k && linkedTo[other] === i + 1) continue;
        best.add(other, blend(productWith(terms, rows, other), likely.score[s]));
      }
      keep(output, i - from, best);
    }
    return output;
  },
};
