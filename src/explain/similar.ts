import type { SparseRows } from "../model/rows.ts";
import { rowCount } from "../model/rows.ts";

/** A paper and how like another it is. */
export interface Similar {
  readonly paper: number;
  /** Cosine of their rows, above 0. */
  readonly cosine: number;
}

/** The papers whose rows are most like row i, best first; ties by index. One pass over the matrix. */
export function mostSimilar(rows: SparseRows, i: number, count: number): Similar[] {
  const weight = new Float64Array(rows.width);
  for (let k = rows.start[i]; k < rows.start[i + 1]; k++) weight[rows.column[k]] = rows.value[k];
  const found: Similar[] = [];
  for (let paper = 0; paper < rowCount(rows); paper++) {
    if (paper === i) continue;
    let cosine = 0;
    for (let k = rows.start[paper]; k < rows.start[paper + 1]; k++)
      cosine += weight[rows.column[k]] * rows.value[k];
    if (cosine > 0) found.push({ paper, cosine });
  }
  return found.sort((a, b) => b.cosine - a.cosine || a.paper - b.paper).slice(0, count);
}
