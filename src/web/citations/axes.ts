import { extent, ticks } from "d3";
import { mix } from "../../scene/color.ts";
import { readable } from "../../scene/palette.ts";
import { FONT, type Theme } from "../../scene/theme.ts";
import { citationTexts } from "../texts/citations.ts";
import { NAME_FONT } from "./frame.ts";
import { inLines, LINE, laneName, placeNames } from "./lane-names.ts";
import type { Picture } from "./paint.ts";

type Context = CanvasRenderingContext2D;

/** How much of a lane's colour is on its ground. */
const tint = ({ dark }: Theme) => (dark ? 0.13 : 0.085);

/** The colour of the name of a lane of this colour: it can be read beside its lane and on it. */
export function laneNameColor(color: string, theme: Theme): string {
  const ground = mix(theme.background, color, tint(theme));
  return readable(mix(color, theme.ink, 0.12), ground, theme.ink);
}

/** Lanes as tinted bands and times as faint lines: under the papers. */
export function paintLanes(context: Context, { model, frame, colors, theme, arrived }: Picture): void {
  const { lanes, columns, width } = model.lanes;
  const [left, right] = [frame.dx - 8, frame.dx + width * frame.sx + 8];
  for (const { topic, from, to } of lanes) {
    context.globalAlpha = tint(theme) * arrived;
    context.fillStyle = colors[topic] ?? theme.stray;
    context.beginPath();
    context.roundRect(left, from * frame.sy + frame.dy + 1.5, right - left, (to - from) * frame.sy - 3, 7);
    context.fill();
  }
  context.strokeStyle = theme.soft;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.globalAlpha = 0.16 * arrived;
  for (const { from, to } of labelled(columns, frame.sx)) {
    const x = Math.round(((from + to) / 2) * frame.sx + frame.dx) + 0.5;
    context.beginPath();
    context.moveTo(x, Math.max(0, frame.dy));
    context.lineTo(x, frame.height - 26);
    context.stroke();
  }
}

/** Names of lanes at the left edge and times at the lower one, wherever one has moved: above the papers. */
export function paintAxes(context: Context, { model, frame, colors, theme, arrived }: Picture): void {
  const { columns } = model.lanes;
  context.fillStyle = theme.background;
  context.globalAlpha = 0.88 * arrived;
  context.fillRect(0, frame.height - 26, frame.width, 26);
  context.globalAlpha = arrived;
  context.fillStyle = theme.soft;
  context.font = `500 12px ${FONT}`;
  context.textAlign = "center";
  for (const { from, to, time } of labelled(columns, frame.sx)) {
    const x = ((from + to) / 2) * frame.sx + frame.dx;
    if (x < 0 || x > frame.width) continue;
    const text =
      time === undefined
        ? citationTexts.citations.undated
        : model.dated
          ? String(time)
          : citationTexts.citations.step(time + 1);
    context.fillText(text, x, frame.height - 9);
  }
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const { topic, lines, x, y } of laneNames(context, model, frame)) {
    context.strokeStyle = theme.background;
    context.fillStyle = laneNameColor(colors[topic] ?? theme.soft, theme);
    context.lineWidth = 4;
    for (const [k, line] of lines.entries()) {
      context.globalAlpha = 0.88 * arrived;
      context.strokeText(line, x, y + k * LINE);
      context.globalAlpha = arrived;
      context.fillText(line, x, y + k * LINE);
    }
  }
}

/** The name of a lane in lines: where the first begins, on its baseline, and the room of all, in pixels. */
interface LaneName {
  readonly topic: number;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Names of the lanes in view: beside them, or in narrow windows at their upper edge. Sets the font of names. */
export function laneNames(
  context: Context,
  model: Picture["model"],
  frame: Picture["frame"],
): readonly LaneName[] {
  const { size, weight } = frame.beside ? NAME_FONT : { size: 11.5, weight: 650 };
  context.font = `${weight} ${size}px ${FONT}`;
  const measure = (line: string) => context.measureText(line).width;
  const lanes = model.lanes.lanes.flatMap(({ topic, from, to }) => {
    const [top, bottom] = [from * frame.sy + frame.dy, to * frame.sy + frame.dy];
    if (bottom - top < 13 || bottom < 20 || top > frame.height - 40) return [];
    return [{ topic, name: laneName(model.map, topic), top, bottom }];
  });
  const x = frame.beside ? namesFrom(model, frame) : Math.max(14, frame.dx + 2);
  const placed = frame.beside
    ? placeNames(lanes, measure, frame.names, frame.height - 26)
    : lanes.map(({ name, top }) => ({
        lines: inLines(name, measure, frame.width - x - 14, 1),
        y: Math.max(top, 0) + 14,
      }));
  return placed.map(({ lines, y }, k) => ({
    topic: lanes[k].topic,
    lines,
    x,
    y,
    width: Math.max(...lines.map(measure)),
  }));
}

/** Where the names of lanes begin that stand beside them. */
export function namesFrom({ lanes }: Picture["model"], frame: Picture["frame"]): number {
  return Math.min(frame.width - frame.names - 4, frame.dx + lanes.width * frame.sx + 16);
}

/** Pixels between the names of two columns, at least. */
const LEAST_APART = 34;
/** Pixels a name of a column should have. */
const TICK = 52;

/** The columns that are named: as many as have room, in even steps of years. */
function labelled<T extends { readonly from: number; readonly to: number; readonly time?: number }>(
  columns: readonly T[],
  sx: number,
): readonly T[] {
  const [first = 0, last = 0] = extent(columns, ({ time }) => time);
  const [left = 0, right = 0] = extent(columns.flatMap(({ from, to }) => [from, to]));
  const named = new Set(ticks(first, last, Math.max(1, ((right - left) * sx) / TICK)));
  let before = Number.NEGATIVE_INFINITY;
  return columns.filter(({ from, to, time }) => {
    const x = ((from + to) / 2) * sx;
    if ((time !== undefined && !named.has(time)) || x - before < LEAST_APART) return false;
    before = x;
    return true;
  });
}
