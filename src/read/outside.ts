import type { Warn } from "./record.ts";

const LONGEST_SHOWN = 60;

/** Gathers the lines of a file that stand in no record, and tells of them once: how many, and the first. */
export function outsideLines(warn: Warn, expected: string) {
  let count = 0;
  let first = "";
  let at = 0;
  return {
    /** @param text one line, or several */
    add(text: string, line: number): void {
      const trimmed = text.trim();
      if (!/[\p{L}\p{N}]/u.test(trimmed)) return;
      if (count === 0) [first, at] = [trimmed.slice(0, LONGEST_SHOWN).split("\n", 1)[0], line];
      count += trimmed.split("\n").length;
    },
    end(): void {
      if (count === 0) return;
      const lines = count === 1 ? "1 line" : `${count} lines`;
      warn(`${lines} outside the records, expected ${expected}; left out: “${first}”`, { line: at });
    },
  };
}
