import { type Quadtree, type QuadtreeLeaf, quadtree } from "d3";
import type { Box } from "./camera.ts";

/** Papers by their places in map units. */
export type PaperTree = Quadtree<number>;

/** Puts papers into a tree. O(n log n). */
export function paperTree(x: Float32Array, y: Float32Array): PaperTree {
  return quadtree<number>()
    .x((i) => x[i])
    .y((i) => y[i])
    .addAll(Array.from(x.keys()));
}

/** Calls `visit` for the papers of a box (map units, y up, so that top ≤ bottom), and for some beside it, until it says so. */
export function visitBox(tree: PaperTree, box: Box, visit: (paper: number) => boolean): void {
  let isEnough = false;
  tree.visit((node, left, top, right, bottom) => {
    if (node.length === undefined)
      for (let leaf: QuadtreeLeaf<number> | undefined = node; leaf && !isEnough; leaf = leaf.next)
        isEnough = visit(leaf.data);
    return isEnough || left > box.right || right < box.left || top > box.bottom || bottom < box.top;
  });
}
