/**
 * The only home of transcendental functions. JavaScript engines differ in the last bit of exp, log, pow, sin and cos;
 * rounding each result to float32 hides that, so that a map is the same bytes everywhere (see ARCHITECTURE.md).
 */

/** Natural logarithm, float32. */
export function log(x: number): number {
  return Math.fround(Math.log(x));
}

/** x to the y, float32; x ≥ 0. */
export function pow(x: number, y: number): number {
  return Math.fround(x ** y);
}

/** Brings a number into [low, high]. */
export function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}
