import type { Kernel } from "../../kernel/executor.ts";
import type { Embedding } from "../../kernel/lsa.ts";
import { createTopK, type TopK } from "../../kernel/topk.ts";
import { type DotProducts, dotProducts } from "./dot-products.ts";
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
  const some = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => isSome(value, dims, i));
  const count = some.length > mostExact ? Math.ceil(Math.sqrt(some.length)) : Math.min(1, some.length);
  const pivot = Uint32Array.from({ length: count }, (_, c) => some[Math.floor((c * some.length) / count)]);
  const cells: number[][] = Array.from(pivot, () => []);
  const nearest = count > 1 ? nearestPivots(dotProducts({ dims, value }), some, pivot, 1) : [];
  for (const [s, i] of some.entries()) cells[nearest[s]?.row[0] ?? 0].push(i);
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

/** Of each of some rows the pivots that are most like it, best first. */
function nearestPivots(products: DotProducts, some: Uint32Array, pivot: Uint32Array, count: number): TopK[] {
  const best = Array.from(some, () => createTopK(count));
  compare(products, pivot, some, (s, found, first) => {
    for (let p = 0; p < found.length; p++) best[s].add(first + p, found[p]);
  });
  return best;
}

/**
 * The products of some rows with others, piece by piece: what stays in the processor's cache is compared with all rows
 * that want it before the next piece is fetched.
 * @param visit called with the place of a row among `rows`, its products and the place of the first among `others`
 */
function compare(
  products: DotProducts,
  others: Uint32Array,
  rows: Uint32Array,
  visit: (s: number, found: Float32Array, first: number) => void,
): void {
  for (let first = 0; first < others.length; first += products.most) {
    products.hold(others.subarray(first, first + products.most));
    for (const [s, i] of rows.entries()) visit(s, products.with(i), first);
  }
}

/** The k dense rows of highest cosine for each row of a block; ties go to the lower row, opposed rows are none. */
export const denseKernel: Kernel<DenseInput, KnnBlock, KnnOutput> = {
  name: "knnDense",
  run(input, { from, to }) {
    const { dims, value, k, cellStart, cellRow } = input;
    const some = Uint32Array.from({ length: to - from }, (_, r) => from + r).filter((i) =>
      isSome(value, dims, i),
    );
    const best = Array.from(some, () => createTopK(k));
    const products = dotProducts(input);
    for (const [c, wanting] of wantingCells(input, products, some).entries()) {
      const rows = Uint32Array.from(wanting, (s) => some[s]);
      const cell = cellRow.subarray(cellStart[c], cellStart[c + 1]);
      compare(products, cell, rows, (w, found, first) => {
        const s = wanting[w];
        const least = Math.max(0, best[s].least());
        for (let r = 0; r < found.length; r++)
          if (found[r] >= least && found[r] > 0 && cell[first + r] !== some[s])
            best[s].add(cell[first + r], found[r]);
      });
    }
    const output = emptyOutput(to - from, k);
    for (const [s, i] of some.entries()) keep(output, i - from, best[s]);
    return output;
  },
};

/** Of each cell, which of some rows look into it. */
function wantingCells({ pivot, probes }: DenseInput, products: DotProducts, some: Uint32Array): number[][] {
  const wanting: number[][] = Array.from(pivot, () => []);
  for (const [s, near] of nearestPivots(products, some, pivot, probes).entries())
    for (const c of near.row.subarray(0, near.size())) wanting[c].push(s);
  return wanting;
}
