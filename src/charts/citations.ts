import { ticks } from "d3";
import { type CitationModel, citationModel } from "../citations/model.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { type Boxes, createBoxes } from "../scene/boxes.ts";
import { mix } from "../scene/color.ts";
import { cut } from "../scene/legend.ts";
import { type Mark, type TextMark, textMark } from "../scene/mark.ts";
import { textWidth } from "../scene/metrics.ts";
import { readable } from "../scene/palette.ts";
import { shortTitle } from "../scene/type.ts";
import {
  type ChartOptions,
  type ChartPage,
  chartPage,
  dotMark,
  type Frame,
  lineMark,
  middleMark,
  shapeMark,
} from "./page.ts";

/** Room for the names of lanes, at the right, and for years, below. */
const [NAMES, BELOW] = [190, 26];
/** The most arcs drawn: more are a grey sheet. */
const MOST_ARCS = 2600;
/** Names of papers. */
const MOST_NAMES = 60;

/**
 * The citation view as a picture: papers in lanes of topics over years (of citation order where most have none), the arcs
 * that carry most of the field's flow, its main path, and who is cited most.
 * @throws TopographError (input) where no paper cites another
 */
export function citationChart(map: TopicMap, options: ChartOptions = {}): ChartPage {
  const { width = 1600, height = 1000 } = options;
  const model = citationModel(map, true, (width - NAMES) / Math.max(100, height - 110), true);
  const { counts, main, dated } = model;
  if (model.graph.from.length === 0)
    throw new TopographError(
      "input",
      "no paper of the map cites another, so that there is no view of citations; it needs files with references",
    );
  const drawn = Math.min(MOST_ARCS, model.graph.from.length);
  return chartPage(
    map,
    options,
    {
      what: `citations: who builds on whom${dated ? "" : ", in citation order"}`,
      print: `${counts.papers} papers, ${counts.real} citations, ${counts.inferred} mentions by name · ${drawn} arcs with the most search paths drawn · main path of ${main.papers.length} papers ringed (Liu & Lu 2012)`,
      topics: [],
    },
    (frame) => historiograph(frame, model, drawn),
  );
}

function historiograph(frame: Frame, model: CitationModel, drawn: number): Mark[] {
  const { map, lanes, graph, order, cited, mostCited, main } = model;
  const { theme, colors } = frame;
  const [left, right, top, bottom] = [frame.left, frame.right - NAMES, frame.top, frame.bottom - BELOW];
  const sx = (right - left) / Math.max(1, lanes.width);
  const sy = (bottom - top) / Math.max(1, lanes.height);
  const x = (i: number) => left + lanes.x[i] * sx;
  const y = (i: number) => top + lanes.y[i] * sy;
  const largest = Math.max(2.2, Math.min(11, 0.6 * Math.max(sx, sy)));
  const radius = (i: number) => Math.max(1.2, largest * (0.35 + 0.65 * Math.sqrt(cited[i] / mostCited)));
  const marks: Mark[] = [];
  const boxes = createBoxes();
  boxes.clear(frame.width, frame.bottom);
  for (const { topic, from, to } of lanes.lanes) {
    const [y1, y2] = [top + from * sy + 1.5, top + to * sy - 1.5];
    const ring = Float32Array.of(left, y1, right, y1, right, y2, left, y2);
    marks.push(shapeMark(ring, colors[topic] ?? theme.stray, theme.dark ? 0.13 : 0.085));
    marks.push(...laneName(frame, map, topic, right + 12, (y1 + y2) / 2, y2 - y1));
  }
  marks.push(...columnNames(frame, model, (v) => left + v * sx, top, bottom));
  const onMain = new Set(main.papers);
  for (let k = drawn - 1; k >= 0; k--) {
    const [a, b] = [graph.from[order[k]], graph.to[order[k]]];
    marks.push(lineMark(x(a), y(a), x(b), y(b), theme.link, 1, 0.1 + 0.25 * (1 - k / drawn)));
  }
  for (const [k, i] of main.papers.slice(1).entries())
    marks.push(lineMark(x(main.papers[k]), y(main.papers[k]), x(i), y(i), theme.accent, 2.6, 0.95));
  const shown = Array.from(lanes.shown.keys()).filter((i) => lanes.shown[i] === 1);
  for (const i of shown.sort((a, b) => cited[a] - cited[b] || a - b)) {
    const r = radius(i);
    if (onMain.has(i))
      marks.push(dotMark(x(i), y(i), r + 3.4, theme.ink), dotMark(x(i), y(i), r + 1.8, theme.background));
    marks.push(
      dotMark(x(i), y(i), r, colors[map.topic[i]] ?? theme.stray, Math.min(1.2, r * 0.25), theme.background),
    );
  }
  if (shown.length <= 400)
    for (const i of shown) boxes.add(x(i) - radius(i), y(i) - radius(i), x(i) + radius(i), y(i) + radius(i));
  const byCited = shown.filter((i) => cited[i] > 0).sort((a, b) => cited[b] - cited[a] || a - b);
  for (const i of new Set([...main.papers, ...byCited.slice(0, MOST_NAMES)])) {
    const name = paperName(map, i, onMain.has(i), theme.ink, theme.soft);
    const placed = place(boxes, name, x(i), y(i), radius(i) + 5, [left, right, top, bottom]);
    if (placed) marks.push({ ...placed, halo: { color: theme.background, width: 3 } });
  }
  return marks;
}

function laneName(
  { theme, colors }: Frame,
  map: TopicMap,
  topic: number,
  x: number,
  middle: number,
  height: number,
): Mark[] {
  if (height < 10) return [];
  const size = Math.min(12.5, height * 0.8);
  const name = topic < 0 ? "no topic" : map.topics[topic]?.name || "unnamed";
  const color = readable(mix(colors[topic] ?? theme.soft, theme.ink, 0.12), theme.background, theme.ink);
  const words = name.split(" ");
  const fits = (count: number) => textWidth(words.slice(0, count).join(" "), size, 700) <= NAMES - 14;
  let first = words.length;
  while (first > 1 && !fits(first)) first--;
  const isTwo = first < words.length && height > 2.3 * size;
  const lines = isTwo ? [words.slice(0, first).join(" "), words.slice(first).join(" ")] : [name];
  return lines.map((line, k) =>
    textMark(
      cut(line, NAMES - 14, size, 700),
      x,
      middle + size * 0.36 + (k - (lines.length - 1) / 2) * size * 1.2,
      size,
      700,
      color,
    ),
  );
}

/** Years, or steps of citation order, below the lanes, where there is room. */
function columnNames(
  { theme }: Frame,
  { lanes, dated }: CitationModel,
  x: (v: number) => number,
  top: number,
  bottom: number,
): Mark[] {
  const times = lanes.columns.flatMap(({ time }) => (time === undefined ? [] : [time]));
  const named = new Set(ticks(times[0] ?? 0, times.at(-1) ?? 0, Math.max(1, (x(lanes.width) - x(0)) / 60)));
  let before = Number.NEGATIVE_INFINITY;
  return lanes.columns.flatMap(({ from, to, time }) => {
    const middle = x((from + to) / 2);
    if ((time !== undefined && !named.has(time)) || middle - before < 44) return [];
    before = middle;
    const text = time === undefined ? "undated" : dated ? String(time) : `step ${time + 1}`;
    return [
      lineMark(middle, top, middle, bottom + 4, theme.soft, 1, 0.16),
      middleMark(text, middle, bottom + 18, 12, 400, theme.soft),
    ];
  });
}

/** "Furnas 1986", or a short title where there is no author. */
function paperName(map: TopicMap, i: number, strong: boolean, ink: string, soft: string): TextMark {
  const { authors, year, title } = map.papers[i];
  const [author] = authors;
  const comma = author?.indexOf(",") ?? -1;
  const surname = author && (comma > 0 ? author.slice(0, comma) : author.split(" ").pop());
  const text = surname
    ? year === undefined
      ? surname
      : `${surname} ${year}`
    : shortTitle(title, 30) || "untitled";
  return textMark(text, 0, 0, 12, strong ? 700 : 400, strong ? ink : soft);
}

/** A name beside, above or below its dot, where nothing lies yet. */
function place(
  boxes: Boxes,
  name: TextMark,
  x: number,
  y: number,
  away: number,
  [left, right, top, bottom]: readonly [number, number, number, number],
): TextMark | undefined {
  const width = textWidth(name.text, name.size, name.weight);
  const spots = [
    [x + away, y + 4],
    [x - away - width, y + 4],
    [x - width / 2, y - away - 1],
    [x - width / 2, y + away + 10],
  ] as const;
  const spot = spots.find(
    ([from, base]) =>
      from >= left &&
      from + width <= right &&
      base - 11 >= top &&
      base + 3 <= bottom &&
      boxes.count(from - 2, base - 11, from + width + 2, base + 3, 1) === 0,
  );
  if (!spot) return undefined;
  boxes.add(spot[0] - 2, spot[1] - 11, spot[0] + width + 2, spot[1] + 3);
  return { ...name, x: spot[0], y: spot[1] };
}
