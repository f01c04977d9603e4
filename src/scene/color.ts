/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function rgb(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1, 7), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/** The colour a share t (0 to 1) of the way from a to b, in sRGB. */
export function mix(a: string, b: string, t: number): string {
  const to = rgb(b);
  const parts = rgb(a).map((from, k) => Math.round(from + (to[k] - from) * t));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
