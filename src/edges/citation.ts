import { log } from "../kernel/numeric.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { EdgeList } from "../model/edges.ts";
import type { References } from "./references.ts";

/** Direct citations inside the collection, citing to cited, weight 1; sorted by (source, target). */
export function citationEdges(references: References): EdgeList {
  const papers = references.start.length - 1;
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < papers; i++)
    for (let at = references.start[i]; at < references.start[i + 1]; at++)
      if (references.work[at] < papers) {
        source.push(i);
        target.push(references.work[at]);
      }
  return {
    kind: "citation",
    directed: true,
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: new Float32Array(source.length).fill(1),
  };
}

/**
 * Papers × cited works, for bibliographic coupling (Kessler 1963): works that fewer papers cite weigh more
 * (ln((n+1)/(citers+1)) + 1), rows L2-normalised. Works cited once are left out: they couple nothing.
 */
export function referenceRows(references: References): SparseRows {
  return weightedRows(references.start, references.work, references.works);
}

/** Papers × their citers within the collection, for co-citation (Small 1973), weighted likewise. */
export function citerRows(references: References): SparseRows {
  const papers = references.start.length - 1;
  const start = new Uint32Array(papers + 1);
  for (const w of references.work) if (w < papers) start[w + 1]++;
  for (let i = 0; i < papers; i++) start[i + 1] += start[i];
  const next = start.slice();
  const citer = new Uint32Array(start[papers]);
  for (let i = 0; i < papers; i++)
    for (let at = references.start[i]; at < references.start[i + 1]; at++) {
      const w = references.work[at];
      if (w < papers) citer[next[w]++] = i;
    }
  return weightedRows(start, citer, papers);
}

function weightedRows(start: Uint32Array, column: Uint32Array, width: number): SparseRows {
  const rows = start.length - 1;
  const frequency = new Uint32Array(width);
  for (const c of column) frequency[c]++;
  const outStart = new Uint32Array(rows + 1);
  const outColumn: number[] = [];
  const outValue: number[] = [];
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    const from = outColumn.length;
    for (let at = start[i]; at < start[i + 1]; at++) {
      const c = column[at];
      if (frequency[c] < 2) continue;
      const weight = log((rows + 1) / (frequency[c] + 1)) + 1;
      outColumn.push(c);
      outValue.push(weight);
      sum += weight * weight;
    }
    const norm = Math.sqrt(sum);
    for (let at = from; at < outValue.length; at++) outValue[at] /= norm;
    outStart[i + 1] = outColumn.length;
  }
  return { start: outStart, column: Uint32Array.from(outColumn), value: Float32Array.from(outValue), width };
}
