import type { TopicMap } from "../model/map.ts";
import { type Mark, textMark } from "./mark.ts";
import { textWidth as tableWidth } from "./metrics.ts";
import { numberText, shareOf, ticksOf } from "./scale/numbers.ts";
import type { Paint, PaintClass } from "./scale/paint.ts";
import { STEPS } from "./scale/palettes.ts";
import type { Scene } from "./scene.ts";
import type { Theme } from "./theme.ts";

export const SIDE = 24;
const COLUMN = 308;
/** Height of a row. */
export const ROW = 19;
/** Of letters, in pixels. */
const SIZE = 13;
/** Pixels of a ramp, and room for the values below it. */
const RAMP = { width: 284, height: 10 } as const;

/** The words of legends. */
export const legendTexts = {
  others: "other values",
  missing: "missing",
  log: "log scale",
  several: "of several, the first with a colour",
  ring: (name: string) => `ring: ${name}`,
} as const;

/** An entry as it is read. */
export function classText({ what, label }: PaintClass): string {
  return what === "value" ? label : legendTexts[what];
}

/** What is said of a scale beside its name: that it is one of logarithms, or what stands for several values. */
export function scaleNote({ scale, field }: Paint): string {
  if (scale) return scale.log === undefined ? "" : legendTexts.log;
  return field.type === "list" ? legendTexts.several : "";
}

/** What a legend explains. */
export interface Explained {
  readonly map: TopicMap;
  readonly fill?: Paint | undefined;
  readonly ring?: Paint | undefined;
}

/** Rows that the legends of a picture take: topics, or what dots are filled with; then their rings. */
export function legendRows({ map, fill, ring }: Explained, width: number): number {
  const topics = map.topics.filter(({ parent }) => parent === undefined).length;
  const rows = (paint: Paint) =>
    1 + (paint.scale ? 2 : 0) + Math.ceil(paint.classes.length / columnsOf(width));
  return (fill ? rows(fill) : Math.ceil(topics / columnsOf(width))) + (ring ? rows(ring) : 0);
}

/** Height in pixels of so many rows. */
export function legendHeight(rows: number): number {
  return rows === 0 ? 0 : rows * ROW + 16;
}

/** How many entries stand side by side. */
export function columnsOf(width: number): number {
  return Math.max(1, Math.floor((width - 2 * SIDE + 16) / COLUMN));
}

/** One line of a legend. */
export interface LegendEntry {
  readonly text: string;
  readonly count: number;
  readonly color: string;
}

/** The legends of a picture, their last row `bottom` pixels from the top. */
export function* legendMarks(scene: Scene, bottom: number): Generator<Mark> {
  const { map, colors, theme, fill, ring } = scene;
  let y = bottom - legendRows(scene, scene.view.width) * ROW + 8;
  if (fill) y = yield* paintMarks(scene, fill, fill.field.name, y);
  else {
    const topics = map.topics.filter(({ parent }) => parent === undefined);
    y = yield* entryMarks(scene, topicEntries(topics, colors, theme), y);
  }
  if (ring) yield* paintMarks(scene, ring, legendTexts.ring(ring.field.name), y);
}

/** Topics of the first level as entries. @param colors by topic */
export function topicEntries(
  topics: TopicMap["topics"],
  colors: readonly string[],
  theme: Pick<Theme, "stray">,
): LegendEntry[] {
  return topics.map(({ id, name, size }) => ({ text: name, count: size, color: colors[id] ?? theme.stray }));
}

function* paintMarks(scene: Scene, paint: Paint, name: string, top: number): Generator<Mark, number> {
  const { theme, view, textWidth = tableWidth } = scene;
  const room = view.width - 2 * SIDE;
  const note = scaleNote(paint);
  const title = cut(name, room, SIZE, 700, textWidth);
  yield textMark(title, SIDE, top, SIZE, 700, theme.ink);
  if (note !== "")
    yield plain(
      cut(note, room - 60, SIZE, 400, textWidth),
      SIDE + 8 + textWidth(title, SIZE, 700),
      top,
      theme.soft,
    );
  let y = top + ROW;
  if (paint.scale) {
    yield* rampMarks(paint, paint.scale, y - 10, theme.soft);
    y += 2 * ROW;
  }
  const entries = paint.classes.map((one) => ({
    text: classText(one),
    count: one.count,
    color: one.color,
  }));
  return yield* entryMarks(scene, entries, y);
}

function* rampMarks(
  { colors }: Paint,
  scale: NonNullable<Paint["scale"]>,
  y: number,
  ink: string,
): Generator<Mark> {
  const step = RAMP.width / STEPS;
  for (let k = 0; k < STEPS; k++)
    yield {
      shape: "box",
      x: SIDE + k * step,
      y,
      // The next one covers what is too much: no gap shows where edges are smoothed.
      width: k < STEPS - 1 ? step + 0.5 : step,
      height: RAMP.height,
      color: colors[k],
    };
  for (const { text, x } of rampTicks(scale, RAMP.width)) yield plain(text, SIDE + x, y + 24, ink);
}

/** Values to write below a ramp of a width: both limits, and round ones between where there is room. x is the left end. */
export function rampTicks(
  scale: NonNullable<Paint["scale"]>,
  width: number,
): { readonly text: string; readonly x: number }[] {
  const placed = (value: number, share: number) => {
    const text = numberText(scale, value);
    const long = tableWidth(text, SIZE, 400);
    return { text, x: Math.max(0, Math.min(width - long, share * width - long / 2)), long };
  };
  const [low, high] = scale.limits;
  if (low === high) return [placed(low, 0.5)];
  const taken = [placed(low, 0), placed(high, 1)];
  for (const value of ticksOf(scale, 5)) {
    const one = placed(value, shareOf(scale, value));
    if (taken.every(({ x, long }) => one.x > x + long + 10 || one.x + one.long + 10 < x)) taken.push(one);
  }
  return taken;
}

/** What entries are drawn on. */
interface LegendPage extends Pick<Scene, "theme" | "textWidth"> {
  readonly view: Pick<Scene["view"], "width">;
}

/** Dots with their names, column by column. @returns where the next row begins */
export function* entryMarks(
  { theme, view, textWidth = tableWidth }: LegendPage,
  entries: readonly LegendEntry[],
  top: number,
): Generator<Mark, number> {
  const rows = Math.ceil(entries.length / columnsOf(view.width));
  for (const [k, { text: whole, count, color }] of entries.entries()) {
    const x = SIDE + Math.floor(k / rows) * COLUMN;
    const y = top + (k % rows) * ROW;
    yield { shape: "dot", x: x + 5, y: y - 4.5, radius: 5, color, ring: 0, ringColor: color, paper: -1 };
    const text = cut(whole, COLUMN - 74, SIZE, 400, textWidth);
    yield plain(text, x + 16, y, theme.ink);
    yield plain(String(count), x + 22 + textWidth(text, SIZE, 400), y, theme.soft);
  }
  return top + rows * ROW;
}

const plain = (text: string, x: number, y: number, color: string) => textMark(text, x, y, SIZE, 400, color);

/** A text that fits into a width, cut with an ellipsis where it does not. */
export function cut(
  text: string,
  width: number,
  size: number,
  weight: number,
  textWidth = tableWidth,
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
