import type { SparseRows } from "../../kernel/rows.ts";
import type { Window } from "./cluster.ts";

/** How well the topics of a window fit papers of any year. */
export interface WindowFit {
  /** The best topic of each paper that was asked for, or −1 where none fits as all but the loosest of its own papers do. */
  readonly of: (papers: Uint32Array) => Int32Array;
  /** Of some topics the one that each paper is nearest to, however far it is: −1 only where it shares no term with any. */
  readonly nearest: (papers: Uint32Array, topics: readonly number[]) => Int32Array;
}

/** The share of a topic's own papers that are looser than what counts as belonging. */
const LOOSE = 0.15;

/**
 * Fits papers to the topics of a window by the cosine with their centroids; a paper of the window is left out of the
 * centroid of its own topic, so that papers within and beyond are judged alike.
 */
export function windowFit(rows: SparseRows, window: Window): WindowFit {
  const { papers, topic, count } = window;
  const size = Math.max(1, count);
  // Column c of topic t at c · size + t.
  const sum = new Float64Array(rows.width * size);
  const square = new Float64Array(size);
  const own = new Int32Array(rows.start.length - 1).fill(-1);
  for (const [k, i] of papers.entries()) {
    const t = topic[k];
    own[i] = t;
    if (t < 0) continue;
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) sum[rows.column[e] * size + t] += rows.value[e];
  }
  for (let c = 0; c < rows.width; c++)
    for (let t = 0; t < size; t++) {
      const value = sum[c * size + t];
      square[t] += value * value;
    }
  const cosines = new Float64Array(size);
  const score = (i: number) => {
    cosines.fill(0);
    let length = 0;
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      const [at, value] = [rows.column[e] * size, rows.value[e]];
      length += value * value;
      for (let t = 0; t < size; t++) cosines[t] += value * sum[at + t];
    }
    for (let t = 0; t < size; t++) {
      const without = t === own[i] ? length : 0;
      const rest = square[t] - 2 * (without > 0 ? cosines[t] : 0) + without;
      cosines[t] = rest > 1e-9 ? (cosines[t] - without) / Math.sqrt(rest) : 0;
    }
    return cosines;
  };
  const reached = Array.from({ length: size }, (): number[] => []);
  for (const [k, i] of papers.entries()) if (topic[k] >= 0) reached[topic[k]].push(score(i)[topic[k]]);
  const least = Float64Array.from(reached, (values) => {
    values.sort((a, b) => a - b);
    return values[Math.floor(values.length * LOOSE)] ?? 1;
  });
  const best = (asked: Uint32Array, isEnough: (cosine: number, t: number) => boolean) =>
    Int32Array.from(asked, (i) => {
      const found = score(i);
      let top = -1;
      for (let t = 0; t < count; t++)
        if (found[t] > 0 && isEnough(found[t], t) && (top < 0 || found[t] > found[top])) top = t;
      return top;
    });
  return {
    of: (asked) => best(asked, (cosine, t) => cosine >= least[t]),
    nearest: (asked, topics) => best(asked, (_, t) => topics.includes(t)),
  };
}
