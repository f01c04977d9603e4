import type { Draw } from "../kernel/random.ts";

/** Links as columns, each once, with what they count (0 to 1). */
export interface Springs {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly pull: Float32Array;
}

export interface Schedule {
  readonly epochs: number;
  /** Step at the first epoch; falls to 0. */
  readonly rate: number;
  /** Papers drawn at random that push each end of a link off, per epoch. */
  readonly pushes: number;
  /** Links act in as many epochs as they count, as in umap-learn: half the work; else in all, each as much as it counts, which keeps some more neighbours. */
  readonly sampled: boolean;
}

/**
 * How much stronger pushes are than in umap-learn: it keeps as many neighbours as so many times as many pushes would
 * (measured: .23 → .27 of the 15 nearest), at no cost.
 */
const PUSH = 8;
/** Multiples of it fill the unit interval evenly. */
const GOLDEN = 0.6180339887;
/** Papers drawn at a time: enough that drawing costs little, few enough to stay in the nearest cache. */
const DRAWS = 4000;
/** No single step is longer than this, as in umap-learn. */
const LONGEST = 4;

/**
 * UMAP's descent (McInnes, Healy & Melville 2018) with the kernel 1 / (1 + d²): links pull their ends together, random
 * papers are pushed off, with a falling step. Of + − × ÷ only, on one thread, so that a map is the same everywhere.
 * Changes x and y in place.
 */
export function descend(
  x: Float32Array,
  y: Float32Array,
  springs: Springs,
  { epochs, rate, pushes, sampled }: Schedule,
  draw: Draw,
  onEpoch?: (done: number) => void,
): void {
  const n = x.length;
  const { source, target, pull } = springs;
  const drawn = new Int32Array(DRAWS - (DRAWS % (2 * pushes)));
  let at = drawn.length;
  // Evenly spread beginnings, so that links of one strength do not all come due in the same epochs.
  const due = pull.map((_, e) => (e * GOLDEN) % 1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - epoch / epochs);
    const most = LONGEST * step;
    for (let e = 0; e < source.length; e++) {
      if (sampled) {
        due[e] += pull[e];
        if (due[e] < 1) continue;
        due[e] -= 1;
      }
      const w = sampled ? 1 : pull[e];
      const i = source[e];
      const j = target[e];
      if (at === drawn.length) {
        draw(drawn, n);
        at = 0;
      }
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const g = (-2 * w * step) / (1 + dx * dx + dy * dy);
      const mx = clip(g * dx, most);
      const my = clip(g * dy, most);
      const strength = 2 * PUSH * w * step;
      // Both ends are pushed, so that the two directions of a link count the same.
      push(x, y, i, mx, my, drawn, at, pushes, strength, most);
      push(x, y, j, -mx, -my, drawn, at + pushes, pushes, strength, most);
      at += 2 * pushes;
    }
    onEpoch?.((epoch + 1) / epochs);
  }
}

/** Moves paper i by a pull, and off the papers drawn[at … at + count): all from where it then is, so that none waits for the one before. */
function push(
  x: Float32Array,
  y: Float32Array,
  i: number,
  pullX: number,
  pullY: number,
  drawn: Int32Array,
  at: number,
  count: number,
  strength: number,
  most: number,
): void {
  x[i] += pullX;
  y[i] += pullY;
  const fromX = x[i];
  const fromY = y[i];
  let toX = fromX;
  let toY = fromY;
  for (let k = at; k < at + count; k++) {
    const other = drawn[k];
    const dx = fromX - x[other];
    const dy = fromY - y[other];
    const d2 = dx * dx + dy * dy;
    const force = strength / ((0.001 + d2) * (1 + d2));
    toX += clip(force * dx, most);
    toY += clip(force * dy, most);
  }
  x[i] = toX;
  y[i] = toY;
}

function clip(move: number, most: number): number {
  return move > most ? most : move < -most ? -most : move;
}
