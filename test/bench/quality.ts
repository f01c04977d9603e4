import { knnSearch } from "../../src/edges/knn/knn.ts";
import { NO_NEIGHBOUR } from "../../src/edges/knn/output.ts";
import { inProcess } from "../../src/kernel/executor.ts";
import type { Graph } from "../../src/kernel/graph.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";

/** Rows that are looked at: every so many of all. */
function sampleOf(n: number, size: number): number[] {
  const count = Math.min(n, size);
  return Array.from({ length: count }, (_, s) => Math.floor(((s + 0.5) * n) / count));
}

/** Share of the k nearest rows by cosine, tried against all, that the search finds; on a sample. */
export async function recallOf(rows: SparseRows, k: number, size = 300): Promise<number> {
  const n = rows.start.length - 1;
  const search = knnSearch(rows, k);
  const query = new Float64Array(rows.width);
  let [found, all] = [0, 0];
  for (const i of sampleOf(n, size)) {
    for (let at = rows.start[i]; at < rows.start[i + 1]; at++) query[rows.column[at]] = rows.value[at];
    const score = new Float64Array(n);
    for (let j = 0; j < n; j++)
      for (let at = rows.start[j]; at < rows.start[j + 1]; at++)
        score[j] += query[rows.column[at]] * rows.value[at];
    score[i] = 0;
    for (let at = rows.start[i]; at < rows.start[i + 1]; at++) query[rows.column[at]] = 0;
    const best = score.slice().sort().subarray(-k);
    // Rounding may exchange equals at the end of the list: who scores as much as the last is as good.
    const least = Math.max(best[0], 1e-9) - 1e-6;
    const [{ neighbour }] = await search.run(inProcess(), [{ from: i, to: i + 1 }]);
    all += best.filter((s) => s > 0).length;
    for (const j of neighbour) if (j !== NO_NEIGHBOUR && score[j] >= least) found++;
  }
  return all > 0 ? found / all : 1;
}

/** NP@k: share of each paper's k strongest links that are among its k nearest in the plane; on a sample. */
export function neighboursKept(graph: Graph, x: Float32Array, y: Float32Array, k = 10, size = 500): number {
  const n = x.length;
  let [kept, all] = [0, 0];
  for (const i of sampleOf(n, size)) {
    const links = Array.from({ length: graph.start[i + 1] - graph.start[i] }, (_, e) => graph.start[i] + e)
      .sort((a, b) => graph.weight[b] - graph.weight[a] || a - b)
      .slice(0, k);
    const distance = Float64Array.from(
      x,
      (px, j) => (px - x[i]) * (px - x[i]) + (y[j] - y[i]) * (y[j] - y[i]),
    );
    distance[i] = Number.POSITIVE_INFINITY;
    const reach = distance.slice().sort()[Math.min(k, n - 1) - 1];
    all += links.length;
    for (const e of links) if (distance[graph.neighbour[e]] <= reach) kept++;
  }
  return all > 0 ? kept / all : 1;
}
