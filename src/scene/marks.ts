import type { Ring } from "./areas.ts";
import { dotHalo } from "./dots.ts";
import type { Label } from "./labels.ts";
import { textWidth } from "./metrics.ts";
import type { Scene } from "./scene.ts";
import { mix } from "./theme.ts";
import { TYPE } from "./type.ts";

/** What of a picture is drawn beside the map; everything where absent. */
export interface PictureParts {
  /** A filled background; without it the picture is transparent. */
  readonly background?: boolean;
  readonly legend?: boolean;
  readonly title?: boolean;
  readonly smallPrint?: boolean;
}

/** A line of text. `x` is its left end or its middle, `y` its baseline. */
export interface TextMark {
  readonly shape: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly color: string;
  readonly isCentered: boolean;
  /** Drawn under the letters, this many pixels wide, at HALO_ALPHA. */
  readonly halo?: { readonly color: string; readonly width: number };
}

/** One thing to draw. Pixels, y down; alphas 0 to 1; colours `#rrggbb`. */
export type Mark =
  | {
      readonly shape: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    }
  | {
      /** Closed curves through the middles of the rings' sides, filled by even-odd. */
      readonly shape: "area";
      readonly rings: readonly Ring[];
      readonly color: string;
      readonly fill: number;
      readonly line: number;
    }
  | {
      readonly shape: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly color: string;
      readonly width: number;
      readonly alpha: number;
    }
  | {
      readonly shape: "dot";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly color: string;
      /** Width of the ring around it, in the background's colour; 0 for none. */
      readonly ring: number;
      readonly ringColor: string;
      /** −1 in the legend. */
      readonly paper: number;
    }
  | TextMark
  | {
      /** Begins a named part; `clip` keeps it within a box. */
      readonly shape: "begin";
      readonly name: string;
      readonly clip?: {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      };
    }
  | { readonly shape: "end" };

/** How plain halos are. */
export const HALO_ALPHA = 0.88;

const SIDE = 24;
const COLUMN = 308;
const ROW = 19;

/** Pixels that title, legend and small print take above and below a map of this width. */
export function pictureMargin(
  topics: number,
  width: number,
  parts: PictureParts,
): { readonly top: number; readonly bottom: number } {
  const rows = parts.legend === false ? 0 : Math.ceil(topics / columnsOf(width));
  const print = parts.smallPrint === false ? 0 : 26;
  return { top: parts.title === false ? 0 : 44, bottom: rows === 0 ? print : rows * ROW + 16 + print };
}

function columnsOf(width: number): number {
  return Math.max(1, Math.floor((width - 2 * SIDE + 16) / COLUMN));
}

/** Width and height of the whole picture of a scene, in pixels. */
export function pictureSize(scene: Scene, parts: PictureParts) {
  const margin = pictureMargin(scene.legend.length, scene.width, parts);
  return { width: scene.width, height: scene.height + margin.top + margin.bottom, ...margin };
}

/** Everything to be drawn for a scene, in its order, from the background to the small print. Painters differ in nothing else. */
export function* marksOf(scene: Scene, parts: PictureParts = {}): Generator<Mark> {
  const { width, height, top } = pictureSize(scene, parts);
  if (parts.background !== false)
    yield { shape: "box", x: 0, y: 0, width, height, color: scene.theme.background };
  yield {
    shape: "begin",
    name: "map",
    clip: { x: 0, y: top, width: scene.width, height: scene.height },
  };
  yield* areas(scene, top);
  yield* links(scene, top);
  yield* dots(scene, top);
  yield* labels(scene, top);
  yield { shape: "end" };
  yield* furniture(scene, parts);
}

function* areas({ areas: list, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "areas" };
  for (const { topic, border, core } of list) {
    const color = colors[topic];
    const [fill, line, inner] = theme.dark ? [0.1, 0.42, 0.08] : [0.075, 0.34, 0.07];
    yield { shape: "area", rings: lowered(border, top), color, fill, line };
    if (core.length > 0) yield { shape: "area", rings: lowered(core, top), color, fill: inner, line: 0 };
  }
  yield { shape: "end" };
}

function lowered(rings: readonly Ring[], by: number): Ring[] {
  return rings.map((ring) => ring.map((v, k) => (k % 2 === 0 ? v : v + by)));
}

function* links({ links: l, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "links" };
  for (let k = 0; k < l.width.length; k++)
    yield {
      shape: "line",
      x1: l.ends[4 * k],
      y1: l.ends[4 * k + 1] + top,
      x2: l.ends[4 * k + 2],
      y2: l.ends[4 * k + 3] + top,
      color: colors[l.topic[k]] ?? theme.link,
      width: l.width[k],
      alpha: l.alpha[k],
    };
  yield { shape: "end" };
}

function* dots({ dots: d, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "papers" };
  for (let k = 0; k < d.x.length; k++)
    yield {
      shape: "dot",
      x: d.x[k],
      y: d.y[k] + top,
      radius: d.radius[k],
      color: colors[d.topic[k]] ?? theme.stray,
      ring: dotHalo(d.radius[k]),
      ringColor: theme.background,
      paper: d.paper[k],
    };
  yield { shape: "end" };
}

function* labels({ labels: list, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "labels" };
  for (const { leader, topic } of list)
    if (leader !== undefined) {
      const [x1, y1, x2, y2] = leader;
      const color = colors[topic] ?? theme.soft;
      yield { shape: "line", x1, y1: y1 + top, x2, y2: y2 + top, color, width: 1, alpha: 0.7 };
    }
  for (const label of [...list].reverse())
    for (const line of label.lines)
      yield {
        shape: "text",
        text: line.text,
        x: line.x,
        y: line.y + top,
        size: TYPE[line.style].size,
        weight: TYPE[line.style].weight >= 600 ? 700 : 400,
        color: labelColor(label, line.style === "terms", colors, theme),
        isCentered: true,
        halo: { color: theme.background, width: label.kind === "topic" ? 4 : 3 },
      };
  yield { shape: "end" };
}

/** The colour a label is written in: readable at its size on the background. */
function labelColor(
  { kind, topic }: Label,
  isTerms: boolean,
  colors: readonly string[],
  theme: Scene["theme"],
): string {
  if (isTerms) return theme.soft;
  if (kind === "paper") return mix(theme.ink, theme.soft, 0.45);
  return mix(colors[topic] ?? theme.soft, theme.ink, kind === "topic" ? 0.12 : 0.4);
}

function* furniture(scene: Scene, parts: PictureParts): Generator<Mark> {
  const { theme, colors, legend } = scene;
  const { width, height } = pictureSize(scene, parts);
  const room = width - 2 * SIDE;
  const line = (text: string, x: number, y: number, size: number, color: string): TextMark => ({
    shape: "text",
    text,
    x,
    y,
    size,
    weight: size > 14 ? 700 : 400,
    color,
    isCentered: false,
  });
  if (parts.title !== false && scene.title !== "") {
    yield { shape: "begin", name: "title" };
    yield line(cut(scene.title, room, 20, 700), SIDE, 32, 20, theme.ink);
    yield { shape: "end" };
  }
  const print = parts.smallPrint === false ? 0 : 26;
  if (parts.legend !== false && legend.length > 0) {
    yield { shape: "begin", name: "legend" };
    const rows = Math.ceil(legend.length / columnsOf(width));
    for (const [k, { topic, name, size }] of legend.entries()) {
      const x = SIDE + Math.floor(k / rows) * COLUMN;
      const y = height - print - (rows - (k % rows)) * ROW + 8;
      const color = colors[topic] ?? theme.stray;
      yield { shape: "dot", x: x + 5, y: y - 4.5, radius: 5, color, ring: 0, ringColor: color, paper: -1 };
      const text = cut(name, COLUMN - 74, 13, 400);
      yield line(text, x + 16, y, 13, theme.ink);
      yield line(String(size), x + 22 + textWidth(text, 13, 400), y, 13, theme.soft);
    }
    yield { shape: "end" };
  }
  if (parts.smallPrint === false) return;
  yield { shape: "begin", name: "parameters" };
  yield line(cut(scene.smallPrint, room, 12, 400), SIDE, height - 11, 12, theme.soft);
  yield { shape: "end" };
}

/** A text that fits into a width, cut with an ellipsis where it does not. */
function cut(text: string, width: number, size: number, weight: number): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
