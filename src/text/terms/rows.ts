import type { SparseRows } from "../../kernel/rows.ts";
import { NO_TERM, type TermIndex } from "./term-index.ts";

const K1 = 1.2;
const B = 0.75;

/** The weighted, L2-normalised rows; columns ascend. Works in one pass with one dense buffer over the terms. */
export function termRows(index: TermIndex, idf: Float32Array, titleWeight: number): SparseRows {
  const papers = index.titleParts.length;
  const width = index.gram.length;
  const words = index.scan.parts.names.length;
  const length = paperLengths(index, titleWeight);
  let total = 0;
  for (const l of length) total += l;
  const meanLength = Math.max(1, total / Math.max(1, papers));
  const frequency = new Float32Array(width);
  const start = new Uint32Array(papers + 1);
  // As many entries as there are papers and terms in them.
  let entries = 0;
  for (const df of index.documentFrequency) entries += df;
  const column = new Uint32Array(entries);
  const value = new Float32Array(entries);
  let to = 0;
  const add = (t: number, times: number) => {
    if (t === NO_TERM) return;
    if (frequency[t] === 0) column[to++] = t;
    frequency[t] += times;
  };
  let visited = 0;
  let body = 0;
  const visit = (part: number) => {
    const times = visited < body ? titleWeight : 1;
    const pair = index.bigram[visited++];
    add(index.term[part], times);
    if (pair !== NO_TERM) add(index.term[words + pair], times);
  };
  for (let i = 0; i < papers; i++) {
    const first = to;
    body = index.start[i] + index.titleParts[i];
    index.scan.paper(i, visit);
    column.subarray(first, to).sort();
    const saturation = K1 * (1 - B + (B * length[i]) / meanLength);
    let squares = 0;
    for (let at = first; at < to; at++) {
      const t = column[at];
      const tf = frequency[t];
      const weight = Math.fround(((tf * (K1 + 1)) / (tf + saturation)) * idf[t]);
      value[at] = weight;
      squares += weight * weight;
      frequency[t] = 0;
    }
    const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = first; at < to; at++) value[at] *= norm;
    start[i + 1] = to;
  }
  return { start, column, value, width };
}

/** Words per paper, title words times the title's weight. */
function paperLengths({ start, titleParts }: TermIndex, titleWeight: number): Float64Array {
  return Float64Array.from(titleParts, (title, i) => start[i + 1] - start[i] + title * (titleWeight - 1));
}
