/**
 * Counts that grow exponentially (paths through a citation graph) as mantissa · STEP^power: a double alone overflows at
 * some hundred layers of papers.
 */
export interface BigCounts {
  readonly mantissa: Float64Array;
  readonly power: Int32Array;
}

/** 2^256, exactly: the product of two mantissas still fits a double. */
const STEP = 1.157920892373162e77;

/** n counts of 0. */
export function bigCounts(n: number): BigCounts {
  return { mantissa: new Float64Array(n), power: new Int32Array(n) };
}

/** counts[at] += other[from] (or 1 where `other` is absent). Terms smaller by more than 2^256 vanish, as in any sum of doubles. */
export function addTo(counts: BigCounts, at: number, other?: BigCounts, from = 0): void {
  const m = other ? other.mantissa[from] : 1;
  const p = other ? other.power[from] : 0;
  if (m === 0) return;
  const { mantissa, power } = counts;
  if (mantissa[at] === 0 || p > power[at] + 1) {
    mantissa[at] = m;
    power[at] = p;
  } else if (p === power[at]) mantissa[at] += m;
  else if (p === power[at] + 1) {
    mantissa[at] = mantissa[at] / STEP + m;
    power[at] = p;
  } else if (p === power[at] - 1) mantissa[at] += m / STEP;
  if (mantissa[at] >= STEP) {
    mantissa[at] /= STEP;
    power[at]++;
  }
}

/** a[i] · b[j] / total[0] as a double; 0 where that is too small for one. */
export function shareOf(a: BigCounts, i: number, b: BigCounts, j: number, total: BigCounts): number {
  let share = (a.mantissa[i] / total.mantissa[0]) * b.mantissa[j];
  let power = a.power[i] + b.power[j] - total.power[0];
  for (; power > 0; power--) share *= STEP;
  for (; power < 0 && share > 0; power++) share /= STEP;
  return share;
}
