const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

/**
 * Rounds to six significant decimal digits: what a float32 can hold through any number of writings and readings
 * (C's FLT_DIG), so that every format writes the same number and a map read back is written the same.
 * Between 1e-4 and 1e6 by one exact division, which is ten times faster than `toPrecision`.
 * @returns a finite number; 0 for NaN and infinities
 */
export function sixDigits(x: number): number {
  if (!Number.isFinite(x)) return 0;
  const size = Math.abs(x);
  if (size >= 1e6 || size < 1e-4) return size >= 1e6 || size > 0 ? Number(x.toPrecision(6)) : 0;
  let decimals = 5;
  if (size >= 1) for (let bound = 10; size >= bound; bound *= 10) decimals--;
  else for (let bound = 1; size < bound; bound /= 10) decimals++;
  const scale = POWERS[decimals];
  return Math.round(x * scale) / scale;
}
