import {
  max,
  stack,
  stackOffsetNone,
  stackOffsetWiggle,
  stackOrderInsideOut,
  stackOrderNone,
  ticks,
} from "d3";
import type { TopicMap } from "../model/map.ts";
import { mix } from "../scene/color.ts";
import { cut } from "../scene/legend.ts";
import { type Mark, textMark } from "../scene/mark.ts";
import { textWidth } from "../scene/metrics.ts";
import { contrast } from "../scene/palette.ts";
import type { Measure, TopicYears } from "../time/topic-years.ts";
import { type Frame, firstLevel, lineMark, middleMark, numberOf, shapeMark } from "./page.ts";
import { BELOW, columnX, incompleteVeils, yearTicks } from "./time-axis.ts";

/** Room at the sides of ribbons, for names and numbers. */
const SIDES = 44;
/** Pixels of the one bar that a single year is. */
const A_BAR = 420;

/** Topics as ribbons, on a base or around a middle (the streamgraph of Byron & Wattenberg 2008, as d3-shape has it). */
export function ribbons(
  frame: Frame,
  map: TopicMap,
  over: TopicYears,
  rows: readonly Float64Array[],
  shape: "stream" | "stacked",
  measure: Measure,
): Mark[] {
  const { years } = over;
  const { theme, colors } = frame;
  // One year is a bar: the same on both sides of it.
  const columns = years.count === 1 ? [0, 0] : Array.from({ length: years.count }, (_, c) => c);
  const layers = stack<number, number>()
    .keys(rows.keys())
    .value((c, k) => rows[k][c])
    .order(shape === "stream" ? stackOrderInsideOut : stackOrderNone)
    .offset(shape === "stream" && years.count > 1 ? stackOffsetWiggle : stackOffsetNone)(columns);
  const low = Math.min(0, ...layers.flatMap((layer) => layer.map(([from]) => from)));
  const high = Math.max(1e-9, ...layers.flatMap((layer) => layer.map(([, to]) => to)));
  const plot: Frame = {
    ...frame,
    left: frame.left + SIDES,
    right: frame.right - SIDES,
    top: frame.top + 8,
    bottom: frame.bottom - BELOW,
  };
  const { left, right, top, bottom } = plot;
  const at = columnX(years, plot);
  const bar = Math.min(A_BAR, right - left);
  const x = (k: number) => (years.count === 1 ? (left + right - bar) / 2 + k * bar : at(k));
  const y = (v: number) => bottom - ((v - low) / (high - low)) * (bottom - top);
  const ground: Mark[] = [];
  if (shape === "stacked")
    for (const tick of ticks(0, high, 6)) {
      ground.push(lineMark(left, y(tick), right, y(tick), theme.soft, 1, 0.2));
      ground.push(textMark(numberOf(tick, measure), frame.left, y(tick) + 4, 12, 400, theme.soft));
    }
  const shapes = layers.map((layer) => {
    const upper = layer.flatMap(([, to], k) => [x(k), y(to)]);
    const lower = layer
      .map(([from], k) => [x(k), y(from)])
      .reverse()
      .flat();
    return shapeMark(
      Float32Array.from([...upper, ...lower]),
      colors[layer.key] ?? theme.stray,
      theme.dark ? 0.8 : 0.82,
    );
  });
  // Seams in the background's colour, so that neighbours of one hue are told apart.
  const seams = layers.flatMap((layer) =>
    layer.slice(1).map(([, to], k) => lineMark(x(k), y(layer[k][1]), x(k + 1), y(to), theme.background, 1.2)),
  );
  const names = layers.flatMap((layer) => {
    const spot = widest(
      layer.map(([from, to], k) => ({ x: x(k), top: y(to), bottom: y(from) })),
      firstLevel(map)[layer.key].name,
      x(0),
      x(columns.length - 1),
    );
    if (!spot) return [];
    const under = mix(theme.background, colors[layer.key] ?? theme.stray, theme.dark ? 0.8 : 0.82);
    const ink = contrast("#ffffff", under) >= contrast("#14161b", under) ? "#ffffff" : "#14161b";
    return [middleMark(spot.text, spot.x, spot.y, spot.size, 700, ink)];
  });
  // A part of a paper is none.
  const step = Math.max(measure === "share" ? 0 : 1, niceStep(high - low));
  const scale = shape === "stream" ? scaleBar(frame, y(0) - y(step), step, measure, left, top) : [];
  return [
    ...ground,
    ...shapes,
    ...seams,
    ...incompleteVeils(plot, years),
    ...yearTicks(plot, years),
    ...names,
    ...scale,
  ];
}

/** A round number that is about a sixth of a height. */
function niceStep(height: number): number {
  return ticks(0, height, 6)[1] ?? height;
}

function scaleBar(
  { theme }: Frame,
  pixels: number,
  value: number,
  measure: Measure,
  x: number,
  top: number,
): Mark[] {
  const height = Math.abs(pixels);
  return [
    lineMark(x - 30, top, x - 30, top + height, theme.soft, 2),
    {
      ...textMark(
        `${numberOf(value, measure)}${measure === "papers" ? " papers" : ""}`,
        x - 24,
        top + height / 2 + 4,
        12,
        400,
        theme.soft,
      ),
      halo: { color: theme.background, width: 4 },
    },
  ];
}

/** Where a name fits into a ribbon: the place with the most room for it, in the largest size. */
function widest(
  ribbon: readonly { readonly x: number; readonly top: number; readonly bottom: number }[],
  name: string,
  left: number,
  right: number,
): { text: string; x: number; y: number; size: number } | undefined {
  // Years, and the middles between them.
  const places = ribbon.flatMap(({ x }, k) => (k === 0 ? [x] : [(ribbon[k - 1].x + x) / 2, x]));
  for (const size of [17, 15, 13, 12]) {
    const text = cut(name, 260, size, 700);
    const half = textWidth(text, size, 700) / 2 + 4;
    let best: { x: number; y: number; room: number } | undefined;
    for (const x of places) {
      if (x - half < left || x + half > right) continue;
      const under = around(ribbon, x - half, x + half);
      const [from, to] = [max(under, ({ top }) => top) ?? 0, Math.min(...under.map(({ bottom }) => bottom))];
      if (to - from > size * 1.25 && to - from > (best?.room ?? 0))
        best = { x, y: (from + to) / 2 + size * 0.36, room: to - from };
    }
    if (best) return { text, size, x: best.x, y: best.y };
  }
  return undefined;
}

/** The points of a ribbon between two places, with those at both places themselves. */
function around<T extends { readonly x: number; readonly top: number; readonly bottom: number }>(
  ribbon: readonly T[],
  from: number,
  to: number,
) {
  const between = (x: number) => {
    const k = Math.max(
      1,
      ribbon.findIndex((point) => point.x >= x),
    );
    const [a, b] = [ribbon[k - 1], ribbon[k] ?? ribbon[k - 1]];
    const share = b.x === a.x ? 0 : (x - a.x) / (b.x - a.x);
    return { x, top: a.top + (b.top - a.top) * share, bottom: a.bottom + (b.bottom - a.bottom) * share };
  };
  return [between(from), ...ribbon.filter(({ x }) => x > from && x < to), between(to)];
}
