import type { Graph } from "../../kernel/graph.ts";
import type { Window } from "./cluster.ts";
import type { WindowFit } from "./fit.ts";

/** Two windows, one behind the other, and how the topics of the one lead into those of the other. */
export interface Match {
  readonly before: Window;
  readonly after: Window;
  /**
   * Papers of topic a of the earlier window that are in topic b of the later one, or, where they are older than it,
   * fit b best: at a · after.count + b; and papers of b that come from a in the same way.
   */
  readonly forward: Uint32Array;
  readonly backward: Uint32Array;
  /** Papers of each topic. */
  readonly sizes: readonly [Uint32Array, Uint32Array];
}

/** Matches two windows by the papers they share, and by terms where they share none. O(entries · topics). @param n papers of the whole collection */
export function matchWindows(
  before: Window,
  after: Window,
  [early, late]: readonly [WindowFit, WindowFit],
  n: number,
): Match {
  const first = new Int32Array(n).fill(-1);
  const second = new Int32Array(n).fill(-1);
  const note = (into: Int32Array, papers: Uint32Array, topic: Int32Array) => {
    for (const [k, i] of papers.entries()) into[i] = topic[k];
  };
  // What is clustered counts before what fits.
  note(first, after.papers, early.of(after.papers));
  note(first, before.papers, before.topic);
  note(second, before.papers, late.of(before.papers));
  note(second, after.papers, after.topic);
  const count = (papers: Uint32Array) => {
    const cells = new Uint32Array(before.count * after.count);
    for (const i of papers) if (first[i] >= 0 && second[i] >= 0) cells[first[i] * after.count + second[i]]++;
    return cells;
  };
  return {
    before,
    after,
    forward: count(before.papers),
    backward: count(after.papers),
    sizes: [tally(before.topic, before.count), tally(after.topic, after.count)],
  };
}

/** How many papers each topic has. */
export function tally(topic: Int32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const t of topic) if (t >= 0) sizes[t]++;
  return sizes;
}

/** Share of topic b's papers that come from a. */
export function shareFrom({ backward, after, sizes }: Match, a: number, b: number): number {
  return sizes[1][b] === 0 ? 0 : backward[a * after.count + b] / sizes[1][b];
}

/** Share of topic a's papers that go into b. */
export function shareInto({ forward, after, sizes }: Match, a: number, b: number): number {
  return sizes[0][a] === 0 ? 0 : forward[a * after.count + b] / sizes[0][a];
}

/**
 * How mixed two groups of papers are: the weight of the links between them over what it would be if links paid no heed
 * to the groups. 0 for two islands, 1 for none. NaN without links.
 */
export function mixing(graph: Graph, first: readonly number[], second: readonly number[]): number {
  const group = new Map<number, number>();
  for (const i of first) group.set(i, 0);
  for (const i of second) group.set(i, 1);
  const within = [0, 0];
  let between = 0;
  for (const [i, own] of group)
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const other = group.get(graph.neighbour[e]);
      if (other === undefined) continue;
      // Either end counts the link.
      if (other === own) within[own] += graph.weight[e];
      else between += graph.weight[e] / 2;
    }
  const [a, b] = [within[0] + between, within[1] + between];
  return (between * (a + b)) / (a * b);
}
