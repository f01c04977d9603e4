import type { Executor } from "../kernel/executor.ts";
import type { EdgeList } from "../model/edges.ts";
import type { Vectors } from "../model/vectors.ts";
import { denseInput, denseKernel } from "./knn/dense.ts";
import { blocksOf, unionEdges } from "./knn/knn.ts";

/**
 * Semantic edges: the union kNN by cosine of the vectors of the papers; those of a saved map as they are, whatever k.
 * @param k neighbours per paper, ≥ 1
 */
export async function semanticEdges(
  vectors: Vectors | undefined,
  k: number,
  executor: Executor,
): Promise<EdgeList> {
  if (vectors === undefined) return unionEdges([], "semantic", k, 0);
  if ("source" in vectors.of) return vectors.of;
  const n = vectors.of.value.length / vectors.of.dims;
  const outputs = await executor.run(denseKernel, denseInput(vectors.of, k), blocksOf(n));
  return unionEdges(outputs, "semantic", k, n);
}
