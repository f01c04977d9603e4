import type { Random } from "../kernel/random.ts";

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
  /** Papers drawn at random and pushed off, per link and epoch. */
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
  random: Random,
  onEpoch?: (done: number) => void,
): void {
  const n = x.length;
  const { source, target, pull } = springs;
  // Evenly spread beginnings, so that links of one strength do not all come due in the same epochs.
  const due = pull.map((_, e) => (e * GOLDEN) % 1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - epoch / epochs);
    for (let e = 0; e < source.length; e++) {
      if (sampled) {
        due[e] += pull[e];
        if (due[e] < 1) continue;
        due[e] -= 1;
      }
      const w = sampled ? 1 : pull[e];
      const i = source[e];
      const j = target[e];
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const g = (-2 * w * step) / (1 + dx * dx + dy * dy);
      const mx = clip(g * dx, step);
      const my = clip(g * dy, step);
      x[i] += mx;
      y[i] += my;
      x[j] -= mx;
      y[j] -= my;
      // Both ends are pushed in turn, so that the two directions of a link count the same.
      for (let p = 0; p < pushes; p++) {
        const from = p & 1 ? j : i;
        const other = (random() * n) | 0;
        if (other === from) continue;
        const px = x[from] - x[other];
        const py = y[from] - y[other];
        const d2 = px * px + py * py;
        const push = (2 * PUSH * w * step) / ((0.001 + d2) * (1 + d2));
        x[from] += clip(push * px, step);
        y[from] += clip(push * py, step);
      }
    }
    onEpoch?.((epoch + 1) / epochs);
  }
}

function clip(move: number, step: number): number {
  const most = LONGEST * step;
  return Math.max(-most, Math.min(most, move));
}
