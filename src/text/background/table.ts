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
  const lines = new Map<string, string>();
  for (let from = head.length + 1; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end);
    lines.set(line.slice(0, line.indexOf(" ")), line);
    from += line.length + 1;
  }
  return { letters: (keys) => keys.map((key) => letterIn(lines, key)).join("") };
}

function letterIn(lines: ReadonlyMap<string, string>, key: string): string {
  const space = key.indexOf(" ");
  const line = lines.get(space < 0 ? key : key.slice(0, space));
  if (line === undefined) return UNKNOWN;
  if (space < 0) return line[key.length + 1];
  const behind = ` ${key.slice(space + 1)} `;
  const at = line.indexOf(behind, space + 2);
  return at < 0 ? UNKNOWN : line[at + behind.length];
}
