import type { SparseRows } from "../model/rows.ts";
import type { Tokens } from "../model/text.ts";
import { NO_TERM, type TermIndex } from "./terms.ts";

const K1 = 1.2;
const B = 0.75;

/** The weighted, L2-normalised rows; columns ascend. Works in one pass with one dense buffer over the terms. */
export function termRows(
  tokens: Tokens,
  index: TermIndex,
  idf: Float32Array,
  titleWeight: number,
): SparseRows {
  const papers = tokens.start.length - 1;
  const width = index.gram.length;
  const words = index.scan.parts.names.length;
  const length = paperLengths(index, titleWeight);
  let total = 0;
  for (const l of length) total += l;
  const meanLength = Math.max(1, total / Math.max(1, papers));
  const frequency = new Float32Array(width);
  const start = new Uint32Array(papers + 1);
  let column = new Uint32Array(Math.max(1024, papers * 64));
  let value = new Float32Array(column.length);
  let to = 0;
  const count = (gram: number, times: number) => {
    const t = index.term[gram];
    if (t === NO_TERM) return;
    if (frequency[t] === 0) {
      if (to === column.length) {
        const wider = new Uint32Array(column.length * 2);
        wider.set(column);
        column = wider;
        const more = new Float32Array(column.length);
        more.set(value);
        value = more;
      }
      column[to++] = t;
    }
    frequency[t] += times;
  };
  for (let i = 0; i < papers; i++) {
    let visited = index.start[i];
    index.scan.paper(i, (part, _before, _word, _beforeWord, at) => {
      const times = at < tokens.body[i] ? titleWeight : 1;
      count(part, times);
      const pair = index.bigram[visited++];
      if (pair !== NO_TERM) count(words + pair, times);
    });
    const row = column.subarray(start[i], to).sort();
    const saturation = K1 * (1 - B + (B * length[i]) / meanLength);
    let squares = 0;
    for (const [k, t] of row.entries()) {
      const tf = frequency[t];
      const weight = Math.fround(((tf * (K1 + 1)) / (tf + saturation)) * idf[t]);
      value[start[i] + k] = weight;
      squares += weight * weight;
      frequency[t] = 0;
    }
    const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = start[i]; at < to; at++) value[at] *= norm;
    start[i + 1] = to;
  }
  return { start, column: column.slice(0, to), value: value.slice(0, to), width };
}

/** Words per paper, title words times the title's weight. */
function paperLengths({ start, titleParts }: TermIndex, titleWeight: number): Float64Array {
  return Float64Array.from(titleParts, (title, i) => start[i + 1] - start[i] + title * (titleWeight - 1));
}
