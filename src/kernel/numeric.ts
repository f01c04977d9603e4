/**
 * The only home of transcendental functions. JavaScript engines differ in the last bit of exp, log, pow, sin and cos;
 * rounding each result to float32 hides that, so that a map is the same bytes everywhere (see ARCHITECTURE.md).
 */

/** Natural logarithm, float32. */
export function log(x: number): number {
  return Math.fround(Math.log(x));
}

/** e to the x, float32. */
export function exp(x: number): number {
  return Math.fround(Math.exp(x));
}

/** x to the y, float32; x ≥ 0. */
export function pow(x: number, y: number): number {
  return Math.fround(x ** y);
}

/** Sine of an angle in radians, float32. */
export function sin(x: number): number {
  return Math.fround(Math.sin(x));
}

/** Cosine of an angle in radians, float32. */
export function cos(x: number): number {
  return Math.fround(Math.cos(x));
}

/** Angle of the vector (x, y) in radians, float32. */
export function atan2(y: number, x: number): number {
  return Math.fround(Math.atan2(y, x));
}

/** Brings a number into [low, high]. */
export function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}
