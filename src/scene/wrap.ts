import { textWidth } from "./metrics.ts";

/** A text in lines no wider than `most` pixels; a word that is wider has a line of its own. */
export function wrap(whole: string, size: number, weight: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of whole.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
