import { groupBy } from "../kernel/columns.ts";
import { curveRank } from "../kernel/curve.ts";
import { epochs } from "./epoch.ts";
import type { Epochs, Pushers, Step } from "./step.ts";

/** Links as columns, each once, with what they count (0 to 1). */
export interface Springs {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly pull: Float32Array;
}

/** How the descent goes; places that are `reach` away are counted along the curve. */
export interface Schedule extends Pushers {
  readonly epochs: number;
  /** What all pushes of a paper at one time count together; 10 in umap-learn. */
  readonly push: number;
  /** No single step is longer than this at the first epoch. */
  readonly longest: number;
}

/** 1 / φ: multiples of it fill the unit interval evenly. */
const GOLDEN = 0.6180339887;
/** Epochs after which papers are put in the order of the curve anew: near is near for about so long (by eye). */
const ORDERED_EVERY = 10;

/**
 * UMAP's descent (McInnes, Healy & Melville 2018) with the kernel 1 / (1 + d²): links pull their ends together in as many
 * epochs as they count, and each time other papers push the ends off, with a falling step. Most pushes come from papers
 * nearby, weighted by how likely they were to be drawn (importance sampling): the sum is that of papers drawn evenly, but
 * steady where it matters; papers drawn evenly seldom are neighbours, and then push too hard (of 100,000 papers, .11 of
 * the 10 nearest were kept; with neighbours .17, at the same cost). Of + − × ÷ only, on one thread, so that a map is the
 * same everywhere. Changes x and y in place.
 */
export function descend(
  x: Float32Array,
  y: Float32Array,
  springs: Springs,
  schedule: Schedule,
  seed: number,
  onEpoch?: (done: number) => void,
): void {
  const n = x.length;
  const now = epochs(n, springs.pull.length, schedule, seed);
  for (let i = 0; i < n; i++) {
    now.places[2 * i] = x[i];
    now.places[2 * i + 1] = y[i];
  }
  now.source.set(springs.source);
  now.target.set(springs.target);
  now.pull.set(springs.pull);
  // Evenly spread beginnings, so that links of one strength do not all come due in the same epochs.
  for (let e = 0; e < now.due.length; e++) now.due[e] = (e * GOLDEN) % 1;
  let rank = Uint32Array.from(x, (_, i) => i);
  for (let epoch = 0; epoch < schedule.epochs; epoch++) {
    if (epoch % ORDERED_EVERY === 0) {
      const order = curveRank(axis(now, 0), axis(now, 1));
      reorder(now, order);
      rank = rank.map((r) => order[r]);
    }
    now.run(stepOf(schedule, n, 1 - epoch / schedule.epochs));
    onEpoch?.((epoch + 1) / schedule.epochs);
  }
  for (let i = 0; i < n; i++) {
    x[i] = now.places[2 * rank[i]];
    y[i] = now.places[2 * rank[i] + 1];
  }
}

/** What an epoch does, with steps of 1 (the first) to 0. */
function stepOf({ far, near, reach, push, longest }: Schedule, papers: number, step: number): Step {
  const each = (2 * push * step) / (far + near);
  // The odds of a paper to be drawn, in those of an even draw: within reach, and beyond.
  const beyond = far / (far + near);
  const within = beyond + (near / (far + near)) * (papers / (2 * reach + 1));
  return { step, near: each / within, far: beyond > 0 ? each / beyond : 0, longest: longest * step };
}

/** x (0) or y (1) of all papers. */
function axis({ places }: Epochs, which: 0 | 1): Float32Array {
  const column = new Float32Array(places.length / 2);
  for (let i = 0; i < column.length; i++) column[i] = places[2 * i + which];
  return column;
}

/**
 * Paper i becomes paper rank[i], so that what is near in the plane is near in memory; links follow each other by their
 * lower ends. In place.
 */
function reorder({ places, source, target, pull, due }: Epochs, rank: Uint32Array): void {
  const before = places.slice();
  for (let i = 0; i < rank.length; i++) {
    places[2 * rank[i]] = before[2 * i];
    places[2 * rank[i] + 1] = before[2 * i + 1];
  }
  for (let e = 0; e < source.length; e++) {
    const [a, b] = [rank[source[e]], rank[target[e]]];
    source[e] = Math.min(a, b);
    target[e] = Math.max(a, b);
  }
  const order = groupBy(source, rank.length).item;
  for (const column of [source, target, pull, due]) permute(column, order);
}

/** Value `to` becomes what value order[to] was. In place. */
function permute(column: Float32Array | Uint32Array, order: Uint32Array): void {
  const before = column.slice();
  for (let to = 0; to < order.length; to++) column[to] = before[order[to]];
}
