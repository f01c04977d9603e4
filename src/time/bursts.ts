import { log } from "../kernel/numeric.ts";

/** A stretch of columns in which something is far more frequent than over the whole time. */
export interface Burst {
  /** First and last column. */
  readonly from: number;
  readonly to: number;
  /** What the burst saves over no burst in the cost of the best states: Kleinberg's weight, above 0. */
  readonly strength: number;
}

export interface BurstOptions {
  /** How many times the usual rate a burst has: s of the paper. */
  readonly rate?: number;
  /** What it costs to begin one: γ of the paper. */
  readonly cost?: number;
}

/** A burst rate of 1 and more is no rate. */
const HIGHEST = 0.9999;

/**
 * Bursts of Kleinberg's two-state automaton over batches (Kleinberg 2003, Bursty and hierarchical structure in streams,
 * section 4, doi 10.1023/A:1024940629314). Of the d(t) papers of a column r(t) are relevant; in state 0 each is so with
 * p₀ = Σr / Σd, in state 1 with p₁ = s · p₀; a state costs −ln of the binomial chance of r(t), of which the coefficient
 * is the same in both, and going up costs γ · ln(columns). The cheapest way through the states is found (Viterbi), of
 * equals the lower state. A column without papers costs nothing in either. O(columns).
 * @param relevant r, of each column
 * @param all d, of each column, at least r
 */
export function burstsOf(
  relevant: ArrayLike<number>,
  all: ArrayLike<number>,
  { rate = 2, cost = 1 }: BurstOptions = {},
): Burst[] {
  const n = all.length;
  let [sum, whole] = [0, 0];
  for (let t = 0; t < n; t++) {
    sum += relevant[t];
    whole += all[t];
  }
  const usual = whole > 0 ? sum / whole : 0;
  const raised = Math.min(HIGHEST, usual * rate);
  if (n < 2 || !(usual > 0) || raised <= usual) return [];
  const [yes, no] = [log(raised / usual), log((1 - raised) / (1 - usual))];
  const up = cost * log(n);
  // Gain of state 1 over state 0 in each column.
  const gain = Float64Array.from({ length: n }, (_, t) => relevant[t] * yes + (all[t] - relevant[t]) * no);
  const isUp = cheapest(gain, up);
  const found: Burst[] = [];
  for (let t = 0; t < n; t++) {
    if (isUp[t] === 0) continue;
    const from = t;
    let strength = 0;
    for (; t < n && isUp[t] === 1; t++) strength += gain[t];
    found.push({ from, to: t - 1, strength });
  }
  return found;
}

/** 1 for columns in state 1 on the way with the most gain, each way up costing `up`. */
function cheapest(gain: Float64Array, up: number): Uint8Array {
  const n = gain.length;
  // Best gain of ways that end in state 0 and 1; whether the state was 1 in the column before.
  let [low, high] = [0, Number.NEGATIVE_INFINITY];
  const lowFromHigh = new Uint8Array(n);
  const highFromHigh = new Uint8Array(n);
  for (let t = 0; t < n; t++) {
    lowFromHigh[t] = high > low ? 1 : 0;
    highFromHigh[t] = high > low - up ? 1 : 0;
    [low, high] = [Math.max(low, high), Math.max(high, low - up) + gain[t]];
  }
  const state = new Uint8Array(n);
  let now = high > low ? 1 : 0;
  for (let t = n - 1; t >= 0; t--) {
    state[t] = now;
    now = now === 1 ? highFromHigh[t] : lowFromHigh[t];
  }
  return state;
}
