import { createTopK } from "./topk.ts";

/** Symmetric adjacency rows (the model's Graph). */
interface Links {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
}

/**
 * The graph of the links that are among the k strongest of either end, weights unchanged; ties go to the lower
 * neighbour. Symmetric, neighbours ascending where those of the graph ascend. O(links · k) at worst.
 * @param k ≥ 1
 */
export function strongestLinks(graph: Links, k: number): Links {
  const { start, neighbour, weight } = graph;
  const n = start.length - 1;
  // The k-th strongest link of each node: what is weaker is kept for the other end's sake only.
  const least = new Float32Array(n);
  const last = new Uint32Array(n);
  const best = createTopK(k);
  for (let i = 0; i < n; i++) {
    best.clear();
    for (let e = start[i]; e < start[i + 1]; e++) best.add(neighbour[e], weight[e]);
    const full = best.size() === k;
    least[i] = full ? best.score[k - 1] : 0;
    last[i] = full ? best.row[k - 1] : n;
  }
  const isStrong = (i: number, j: number, w: number) => w > least[i] || (w === least[i] && j <= last[i]);
  const kept = new Uint32Array(n + 1);
  const column = new Uint32Array(neighbour.length);
  const value = new Float32Array(neighbour.length);
  let to = 0;
  for (let i = 0; i < n; i++) {
    for (let e = start[i]; e < start[i + 1]; e++) {
      const j = neighbour[e];
      if (!isStrong(i, j, weight[e]) && !isStrong(j, i, weight[e])) continue;
      column[to] = j;
      value[to++] = weight[e];
    }
    kept[i + 1] = to;
  }
  return { start: kept, neighbour: column.slice(0, to), weight: value.slice(0, to) };
}
