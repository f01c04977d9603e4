import type { Kernel } from "../../kernel/executor.ts";
import type { Embedding } from "../../kernel/lsa.ts";
import { createTopK } from "../../kernel/topk.ts";
import { addCosines } from "./cosines.ts";
import { emptyOutput, type KnnBlock, type KnnOutput, keep } from "./output.ts";

/** Up to here every pair is compared: below a second of work a thousand rows. */
const MOST_EXACT = 5000;
/**
 * Above it the rows of so many cells, those with the pivots that are most like a row. Of 15 neighbours of 5,850 arXiv
 * abstracts (MiniLM) 8 find .884, 16 .953, 24 .976 and 32 .987, in half of the time that all pairs take.
 */
const PROBES = 32;

/** Dense rows in cells, as a search reads them. */
export interface DenseInput extends Embedding {
  readonly k: number;
  /** The row that each cell gathers around; one cell, of all rows, where every pair is compared. */
  readonly pivot: Uint32Array;
  readonly cellStart: Uint32Array;
  /** Ascending in each cell. Rows of zeros are in none. */
  readonly cellRow: Uint32Array;
  /** Cells that are looked into, ≥ 1. */
  readonly probes: number;
}

/**
 * Every row goes to the cell of the pivot that it is most like; pivots are √n rows, evenly spaced. Neighbours that
 * stand in other cells than those next to a row are missed (see PROBES); the cosines that are given are exact.
 */
export function denseInput({ dims, value }: Embedding, k: number, mostExact = MOST_EXACT): DenseInput {
  const n = dims > 0 ? value.length / dims : 0;
  const some = Array.from({ length: n }, (_, i) => i).filter((i) => isSome(value, dims, i));
  const count = some.length > mostExact ? Math.ceil(Math.sqrt(some.length)) : Math.min(1, some.length);
  const pivot = Uint32Array.from({ length: count }, (_, c) => some[Math.floor((c * some.length) / count)]);
  const cells: number[][] = Array.from(pivot, () => []);
  const best = createTopK(1);
  const rank = Uint32Array.from(pivot, (_, c) => c);
  for (const i of some) {
    best.clear();
    if (count > 1) addCosines({ dims, value }, i, pivot, best, rank);
    cells[best.size() > 0 ? best.row[0] : 0].push(i);
  }
  const cellStart = new Uint32Array(count + 1);
  for (const [c, rows] of cells.entries()) cellStart[c + 1] = cellStart[c] + rows.length;
  return {
    dims,
    value,
    k,
    pivot,
    cellStart,
    cellRow: Uint32Array.from(cells.flat()),
    probes: Math.min(count, PROBES),
  };
}

function isSome(value: Float32Array, dims: number, i: number): boolean {
  for (let at = i * dims; at < (i + 1) * dims; at++) if (value[at] !== 0) return true;
  return false;
}

/** The k dense rows of highest cosine for each row of a block; ties go to the lower row, opposed rows are none. */
export const denseKernel: Kernel<DenseInput, KnnBlock, KnnOutput> = {
  name: "knnDense",
  run(input, { from, to }) {
    const { dims, value, k, pivot, cellStart, cellRow, probes } = input;
    const near = createTopK(probes);
    const best = createTopK(k + 1); // the row itself is among them
    const others = createTopK(k);
    const output = emptyOutput(to - from, k);
    const rank = Uint32Array.from(pivot, (_, c) => c);
    for (let i = from; i < to; i++) {
      if (!isSome(value, dims, i)) continue;
      near.clear();
      addCosines(input, i, pivot, near, rank);
      best.clear();
      for (let p = 0; p < near.size(); p++) {
        const c = near.row[p];
        addCosines(input, i, cellRow.subarray(cellStart[c], cellStart[c + 1]), best);
      }
      others.clear();
      for (let s = 0; s < best.size(); s++)
        if (best.row[s] !== i && best.score[s] > 0) others.add(best.row[s], best.score[s]);
      keep(output, i - from, others);
    }
    return output;
  },
};
