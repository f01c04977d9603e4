import { foldName } from "../prose/fold.ts";
import { groupAt } from "./links.ts";
import type { Cells } from "./parquet-reader.ts";
import { textIn } from "./points.ts";

/** Where the table of facets has a value: its row group, and its place there. */
export interface NamePlace {
  readonly group: number;
  readonly at: number;
  readonly papers: number;
}

/** The names of a row group as one text, folded, each in a line of its own: hundreds of thousands of them are no objects. */
export interface NameBlock {
  readonly group: number;
  readonly text: string;
  /** Where each line begins; behind the last the length of the text. */
  readonly start: Uint32Array;
  readonly papers: Uint32Array;
}

/** The names of a row group. @param values in its order @param papers how many papers have each */
export function nameBlock(group: number, values: Cells, papers: Cells): NameBlock {
  const start = new Uint32Array(values.length + 1);
  const lines: string[] = [];
  for (let at = 0; at < values.length; at++) {
    lines[at] = `${foldName(textIn(values[at]) ?? "")}\n`;
    start[at + 1] = start[at] + lines[at].length;
  }
  return { group, text: lines.join(""), start, papers: Uint32Array.from(papers, Number) };
}

/**
 * The names that have every one of some parts, those of most papers first; of as many papers in the order of the table,
 * which is that of letters.
 * @param parts folded: " ada" is at the beginning of a word, "da" anywhere
 */
export function placesWith(
  blocks: readonly NameBlock[],
  [part, ...others]: readonly string[],
  most = Number.POSITIVE_INFINITY,
): NamePlace[] {
  let found: NamePlace[] = [];
  const sorted = () => found.sort((a, b) => b.papers - a.papers || a.group - b.group || a.at - b.at);
  for (const { group, text, start, papers } of blocks) {
    for (let hit = text.indexOf(part); hit >= 0 && hit < text.length; ) {
      const at = groupAt(start, hit);
      const line = text.slice(start[at], start[at + 1]);
      if (others.every((other) => line.includes(other))) found.push({ group, at, papers: papers[at] });
      hit = text.indexOf(part, start[at + 1]);
    }
    // Of a letter there are hundreds of thousands.
    if (found.length > most) found = sorted().slice(0, most);
  }
  return sorted().slice(0, most);
}
