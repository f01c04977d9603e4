import { TopographError } from "../../model/errors.ts";
import { BACKGROUND, type Background, UNKNOWN } from "./background.ts";

/**
 * The table as it ships (data/background.bin, unpacked): a line with its version and the papers that it was counted on,
 * then one for each stem in order: the stem, its letter, and the stems that stand behind it, each with the letter of both.
 *
 * ```
 * machin g learn h translat m
 * ```
 * @throws TopographError (input) where it is of another version
 */
export function readBackground(text: string): Background {
  const head = text.slice(0, text.indexOf("\n"));
  if (!head.startsWith(`${BACKGROUND} `))
    throw new TopographError(
      "input",
      `the table of the words of science is of version ${JSON.stringify(head.slice(0, 20))}, expected ${BACKGROUND}; install Topograph anew`,
    );
  return {
    letters(keys) {
      const lines = linesOf(text, head.length + 1, new Set(keys.map(firstStem)));
      return keys.map((key) => letterIn(lines, key)).join("");
    },
  };
}

/** The lines of some stems. A collection has few of those of all science: a map of every line would be most of the work. */
function linesOf(text: string, start: number, stems: ReadonlySet<string>): Map<string, string> {
  const lines = new Map<string, string>();
  for (let from = start; from < text.length; ) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    const stem = text.slice(from, text.indexOf(" ", from));
    if (stems.has(stem)) lines.set(stem, text.slice(from, end));
    from = end + 1;
  }
  return lines;
}

function firstStem(key: string): string {
  const space = key.indexOf(" ");
  return space < 0 ? key : key.slice(0, space);
}

function letterIn(lines: ReadonlyMap<string, string>, key: string): string {
  const stem = firstStem(key);
  const line = lines.get(stem);
  if (line === undefined) return UNKNOWN;
  if (key === stem) return line[stem.length + 1];
  const behind = ` ${key.slice(stem.length + 1)} `;
  const at = line.indexOf(behind, stem.length + 2);
  return at < 0 ? UNKNOWN : line[at + behind.length];
}
