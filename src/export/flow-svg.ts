import type { TopicMap } from "../model/map.ts";
import { type Mark, textMark } from "../scene/mark.ts";
import { tableMeasure } from "../scene/metrics.ts";
import { type Theme, themeOf } from "../scene/theme.ts";
import { shortTitle } from "../scene/type.ts";
import { type Flow, flowOf } from "./flow.ts";
import { svgPage } from "./svg.ts";

const LEFT = 120;
const BOX = 290;
const RIGHT = LEFT + BOX + 60;
const PADDING = 14;
const LINE = 20;
const GAP = 36;
const WIDTH = RIGHT + BOX + PADDING;
const TOP = 64;
const SIZE = 14;
/** Sources that are named one by one. */
const MOST_SOURCES = 12;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** The numbers as boxes and arrows, from identification to what is included, as PRISMA 2020 draws them. */
export function toFlowSvg(
  map: TopicMap,
  { dark = false }: { readonly dark?: boolean } = {},
): Iterable<string> {
  const { boxes, arrows, stages, height } = plan(flowOf(map));
  const theme = themeOf(dark);
  const title = fitted(map.title, WIDTH - 2 * PADDING);
  const marks: Mark[] = [
    { shape: "box", x: 0, y: 0, width: WIDTH, height, color: theme.background },
    words(title, PADDING, 36, theme, 18),
    ...stages.map(({ name, y }) => words(name, PADDING, y, theme)),
    ...boxes.flatMap((box) => boxMarks(box, theme)),
    ...arrows.flatMap((arrow) => arrowMarks(arrow, theme)),
  ];
  return svgPage(marks, { width: WIDTH, height, title: map.title });
}

function plan(flow: Flow) {
  const n = (count: number) => `(n = ${count})`;
  const { sources, records } = flow.identified;
  const named = sources.slice(0, MOST_SOURCES);
  const others = sources.slice(MOST_SOURCES);
  const rest = others.reduce((sum, source) => sum + source.records, 0);
  const identified = box(LEFT, TOP, [
    `Records identified ${n(records)}`,
    ...named.map((source) => withCount(source.name, n(source.records))),
    ...(others.length > 0 ? [`  ${others.length} more sources ${n(rest)}`] : []),
  ]);
  const removed = box(RIGHT, TOP, [
    "Removed before screening:",
    `  Duplicate records ${n(flow.duplicatesRemoved)}`,
  ]);
  const below = (upper: Box) => upper.y + upper.height + GAP;
  const screened = box(LEFT, below(identified), [`Records screened ${n(flow.screened)}`]);
  const excluded = box(RIGHT, screened.y, [`Records excluded ${n(flow.excluded)}`]);
  const included = box(LEFT, below(screened) + 24, [`Records included ${n(flow.included)}`]);
  const open = box(RIGHT, included.y - 24, [
    "Without a decision so far:",
    `  Maybe ${n(flow.maybe)}`,
    `  Not screened ${n(flow.notScreened)}`,
  ]);
  const boxes = [identified, removed, screened, excluded, included, open];
  return {
    boxes,
    arrows: [
      [identified, removed],
      [identified, screened],
      [screened, excluded],
      [screened, included],
    ] as const,
    stages: [
      { name: "Identification", y: identified.y + PADDING + SIZE - 3 },
      { name: "Screening", y: screened.y + PADDING + SIZE - 3 },
      { name: "Included", y: included.y + PADDING + SIZE - 3 },
    ],
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + 28,
  };
}

function box(x: number, y: number, lines: readonly string[]): Box {
  return { x, y, width: BOX, height: lines.length * LINE + 2 * PADDING - 6, lines };
}

/** A name that leaves room for its count. */
function withCount(name: string, count: string): string {
  const room = BOX - 2 * PADDING - 16 - tableMeasure(` ${count}`, "topicSmall");
  return `  ${fitted(name, room)} ${count}`;
}

function fitted(text: string, most: number): string {
  let [short, letters] = [text, text.length];
  while (tableMeasure(short, "topicSmall") > most && letters > 4) short = shortTitle(text, --letters, false);
  return short;
}

function words(text: string, x: number, y: number, { ink }: Theme, size = SIZE): Mark {
  return textMark(text, x, y, size, size > SIZE ? 700 : 400, ink);
}

function boxMarks({ x, y, width, height, lines }: Box, theme: Theme): Mark[] {
  return [
    { shape: "box", x, y, width, height, color: theme.soft },
    { shape: "box", x: x + 1, y: y + 1, width: width - 2, height: height - 2, color: theme.background },
    ...lines.map((line, k) => {
      const inset = line.startsWith("  ") ? 16 : 0;
      return words(line.trim(), x + PADDING + inset, y + PADDING + SIZE - 3 + k * LINE, theme);
    }),
  ];
}

/** From the right or lower side of one to the other. */
function arrowMarks([from, to]: readonly [Box, Box], { soft }: Theme): Mark[] {
  const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    shape: "line",
    x1,
    y1,
    x2,
    y2,
    color: soft,
    width: 1.5,
    alpha: 1,
  });
  if (to.x > from.x) {
    const y = to.y + Math.min(from.height, to.height) / 2;
    return [
      line(from.x + from.width, y, to.x, y),
      line(to.x - 7, y - 4, to.x, y),
      line(to.x - 7, y + 4, to.x, y),
    ];
  }
  const x = from.x + from.width / 2;
  return [
    line(x, from.y + from.height, x, to.y),
    line(x - 4, to.y - 7, x, to.y),
    line(x + 4, to.y - 7, x, to.y),
  ];
}
