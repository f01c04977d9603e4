import { createBest } from "../../kernel/best.ts";
import type { SparseRows } from "../../kernel/rows.ts";

/**
 * The papers nearest to their topic's centroid in term space, best first; ties by index.
 * @param members papers of each topic
 * @param most papers per topic
 */
export function centralPapers(
  members: readonly (readonly number[])[],
  rows: SparseRows,
  most: number,
): number[][] {
  const centroid = new Float64Array(rows.width);
  return members.map((papers) => {
    for (const p of papers)
      for (let e = rows.start[p]; e < rows.start[p + 1]; e++) centroid[rows.column[e]] += rows.value[e];
    const best = createBest(most);
    for (const p of papers) {
      let sum = 0;
      for (let e = rows.start[p]; e < rows.start[p + 1]; e++) sum += rows.value[e] * centroid[rows.column[e]];
      best.add(p, sum);
    }
    for (const p of papers)
      for (let e = rows.start[p]; e < rows.start[p + 1]; e++) centroid[rows.column[e]] = 0;
    return [...best.items];
  });
}
