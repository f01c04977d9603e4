import type { TopicMap } from "../model/map.ts";
import { columnsOf, cut, entryMarks, type LegendEntry, ROW, SIDE, topicEntries } from "../scene/legend.ts";
import { type Mark, type PictureParts, type TextMark, textMark } from "../scene/mark.ts";
import { textWidth } from "../scene/metrics.ts";
import type { Ring } from "../scene/rings.ts";
import { type Theme, themeOf, topicColors } from "../scene/theme.ts";
import type { Measure } from "../time/topic-years.ts";

/** How a view is drawn. */
export interface ChartOptions extends PictureParts {
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** A view as marks of a page, in pixels. */
export interface ChartPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly said: ChartWords;
}

/** What is said of a view. */
export interface ChartWords {
  /** What it is called, beside the title. */
  readonly what: string;
  /** What is to be known of it: how it was counted, what is left out. */
  readonly print: string;
  readonly legend: readonly LegendEntry[];
}

/** What a view draws into, and what it says of itself. */
export interface Frame {
  readonly theme: Theme;
  /** By topic of the first level, in the theme's variants. */
  readonly colors: readonly string[];
  readonly width: number;
  /** The room between title and legend. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A page in the look of pictures of the map: title above, the view, its legend, and one line of small print below.
 * @param topics of the first level that the legend names
 */
export function chartPage(
  map: TopicMap,
  options: ChartOptions,
  { what, print, topics }: Pick<ChartWords, "what" | "print"> & Pick<TopicMap, "topics">,
  draw: (frame: Frame) => readonly Mark[],
): ChartPage {
  const { width = 1600, height = 1000, dark = false } = options;
  const theme = themeOf(dark);
  const colors = topicColors(map, theme);
  const legend = topicEntries(topics, colors, theme);
  const rows = options.legend === false ? 0 : Math.ceil(legend.length / columnsOf(width));
  const top = options.title === false ? 16 : 56;
  const small = options.smallPrint === false ? 8 : 30;
  const below = rows === 0 ? 0 : rows * ROW + 18;
  const frame: Frame = {
    theme,
    colors,
    width,
    left: SIDE,
    right: width - SIDE,
    top,
    bottom: Math.max(top + 80, height - below - small),
  };
  const marks: Mark[] = [];
  const whole = Math.max(height, frame.bottom + below + small);
  if (options.background !== false)
    marks.push({ shape: "box", x: 0, y: 0, width, height: whole, color: theme.background });
  if (options.title !== false) {
    marks.push({ shape: "begin", name: "title" });
    const room = width - 2 * SIDE;
    const title = cut(map.title, room * 0.7, 20, 700);
    marks.push(textMark(title, SIDE, 32, 20, 700, theme.ink));
    const beside = SIDE + textWidth(title, 20, 700) + (title === "" ? 0 : 16);
    marks.push(textMark(cut(what, width - SIDE - beside, 14, 400), beside, 32, 14, 400, theme.soft));
    marks.push({ shape: "end" });
  }
  marks.push({ shape: "begin", name: "view" }, ...draw(frame), { shape: "end" });
  if (rows > 0) {
    const entries = entryMarks({ theme, view: { width } }, legend, whole - small - below + 20);
    marks.push({ shape: "begin", name: "legend" }, ...entries, { shape: "end" });
  }
  if (options.smallPrint !== false) {
    marks.push({ shape: "begin", name: "parameters" });
    marks.push(textMark(cut(`${map.generator} · ${print}`, width - 2 * SIDE, 12, 400), SIDE, whole - 11, 12, 400, theme.soft)); // biome-ignore format: a row
    marks.push({ shape: "end" });
  }
  return { width, height: whole, marks, said: { what, print, legend } };
}

/** First-level topics, in the order of their ids. */
export function firstLevel(map: TopicMap): TopicMap["topics"] {
  return map.topics.filter(({ parent }) => parent === undefined);
}

/** A dot of a chart. */
export function dotMark(
  x: number,
  y: number,
  radius: number,
  color: string,
  ring = 0,
  ringColor = color,
): Mark {
  return { shape: "dot", x, y, radius, color, ring, ringColor, paper: -1 };
}

/** A plain line of a chart. */
export function lineMark(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  color: string,
  width = 1,
  alpha = 1,
): Mark {
  return { shape: "line", x1, y1, x2, y2, color, width, alpha };
}

/** A filled shape with straight sides. */
export function shapeMark(ring: Ring, color: string, fill: number, line = 0): Mark {
  return { shape: "area", rings: [ring], color, fill, line, straight: true };
}

/** Text around its middle, over a halo where it has one. */
export function middleMark(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: TextMark["weight"],
  color: string,
  halo?: string,
): Mark {
  const own = { ...textMark(text, x, y, size, weight, color), isCentered: true };
  return halo === undefined ? own : { ...own, halo: { color: halo, width: 3 } };
}

/** A number of a measure, as people read it. */
export function numberOf(value: number, measure: Measure): string {
  return measure === "share" ? `${Math.round(value * 100)} %` : String(value);
}
