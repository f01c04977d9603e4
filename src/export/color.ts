/** Red, green and blue (0 to 255) of `#rrggbb`. */
export function rgb(color: string): readonly [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return Number.isInteger(value) ? [(value >> 16) & 255, (value >> 8) & 255, value & 255] : [154, 154, 154];
}
