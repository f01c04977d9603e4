import type { TopicMap } from "../../model/map.ts";
import { texts } from "../texts/texts.ts";

/** What the lane of a topic is called; the last lane is of papers without one. */
export function laneName({ topics }: TopicMap, topic: number): string {
  return topics[topic]?.name || (topic < 0 ? texts.noTopic : texts.unnamedTopic);
}

/** A lane of the window: its name, and its edges in pixels. */
export interface NamedLane {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/** Where the lines of a name stand: the baseline of the first, the others a `LINE` below each other. */
export interface PlacedName {
  readonly lines: readonly string[];
  readonly y: number;
}

/** Pixels from line to line, from the middle of a line to its baseline, and what a lane is high for two lines. */
export const LINE = 15;
const BASELINE = 4.5;
const HIGH = 28;
/** So far from the middle of its lane a name is still the lane's, in pixels. */
const ASIDE = 10;

/**
 * Names of lanes beside them, in one or two lines. One that does not fit into the line that its lane has room for takes a
 * second, over its lane's edges, where its neighbours leave room.
 * @param lanes from top to bottom
 * @param measure width of a text in pixels
 * @param width room for a line
 * @param height of the window, without what covers its lower edge
 */
export function placeNames(
  lanes: readonly NamedLane[],
  measure: (text: string) => number,
  width: number,
  height: number,
): PlacedName[] {
  const blocks = lanes.map(({ name, top, bottom }) => {
    const middle = (Math.max(top, 0) + Math.min(bottom, height)) / 2;
    const lines = inLines(name, measure, width, bottom - top > HIGH ? 2 : 1);
    return { lines, middle, at: middle };
  });
  for (const [k, block] of blocks.entries()) {
    const lines = inLines(lanes[k].name, measure, width, 2);
    if (lines.length <= block.lines.length) continue;
    const [before, after] = [blocks[k - 1], blocks[k + 1]];
    const least = (before ? before.at + (before.lines.length * LINE) / 2 : 0) + LINE;
    const most = (after ? after.at - (after.lines.length * LINE) / 2 : height) - LINE;
    const at = Math.min(Math.max(block.middle, least), most);
    if (least > most || Math.abs(at - block.middle) > ASIDE) continue;
    block.lines = lines;
    block.at = at;
  }
  return blocks.map(({ lines, at }) => ({ lines, y: at + BASELINE - ((lines.length - 1) * LINE) / 2 }));
}

/** Room that names of lanes need for a line where it is more than `least`, at most `most`. */
export function roomFor(
  lanes: readonly NamedLane[],
  measure: (text: string) => number,
  least: number,
  most: number,
): number {
  if (most <= least) return least;
  const needed = lanes.map(({ name, top, bottom }) => narrowest(name, measure, bottom - top > HIGH));
  return Math.min(most, Math.max(least, ...needed.map(Math.ceil)));
}

/** How wide a name is in one line, or in two of like widths. */
function narrowest(name: string, measure: (text: string) => number, isHigh: boolean): number {
  const words = name.split(" ");
  const ways = isHigh ? words.keys() : [0];
  return Math.min(
    ...Array.from(ways, (k) =>
      Math.max(measure(words.slice(0, k).join(" ")), measure(words.slice(k).join(" "))),
    ),
  );
}

/** A name in at most `most` lines of `width` pixels; what does not fit ends in an ellipsis. */
export function inLines(
  name: string,
  measure: (text: string) => number,
  width: number,
  most: number,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of name.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines.slice(most - 1).join(" ");
  while (last.length > 1 && measure(`${last}…`) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
