import { pieces } from "./breaks.ts";
import { textWidth } from "./metrics.ts";

/**
 * A text in lines no wider than `most` pixels, broken at blanks, and between letters in Chinese and Japanese; a word that
 * is wider has a line of its own.
 */
export function wrap(whole: string, size: number, weight: number, most: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces(whole.replace(/\s+/g, " ").trim())) {
    const last = lines[lines.length - 1];
    const longer = `${last ?? ""}${piece}`;
    if (last !== undefined && textWidth(longer.trimEnd(), size, weight) <= most)
      lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).filter(Boolean);
}
