import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { areasOf } from "../scene/areas.ts";
import { NO_EMPHASIS } from "../scene/emphasis.ts";
import { areaMarks, dotMarks, labelMarks } from "../scene/map-marks.ts";
import { type Mark, textMark } from "../scene/mark.ts";
import { tableMeasure, textWidth } from "../scene/metrics.ts";
import { moved } from "../scene/move-marks.ts";
import { sceneOf } from "../scene/scene.ts";
import { type Years, yearsOf } from "../time/years.ts";
import { type ChartOptions, type ChartPage, chartPage, type Frame, firstLevel } from "./page.ts";
import { yearsPrint } from "./time-axis.ts";

/** What a strip is made of. */
export interface StripOptions extends ChartOptions {
  /** How many small maps; fewer where there are fewer years. */
  readonly frames: number;
  /** Names of topics. */
  readonly labels?: boolean;
}

/** Pixels between small maps, and of the line above each. */
const [GAP, HEAD] = [14, 26];

/**
 * A strip of small maps, one a period of years: the places of the whole map; papers of the period in full colour, those
 * of the periods before it stepped back, later ones not yet there.
 * @throws TopographError (input) where no paper has a year
 */
export function stripChart(map: TopicMap, options: StripOptions): ChartPage {
  const years = yearsOf(map.papers);
  if (years.count === 0)
    throw new TopographError(
      "input",
      "no paper has a year, so that there are no periods; years are read from the field year of the files",
    );
  return chartPage(
    map,
    options,
    {
      what: "the same map in other years",
      print: `papers of the period in full colour, earlier ones stepped back · ${yearsPrint(years)}`,
      topics: firstLevel(map),
    },
    (frame) => smallMaps(frame, map, years, options),
  );
}

/** The columns of each period: whole years, as even as they go. */
export function evenPeriods(count: number, frames: number): readonly (readonly [from: number, to: number])[] {
  const n = Math.max(1, Math.min(frames, count));
  return Array.from({ length: n }, (_, k) => [
    Math.floor((k * count) / n),
    Math.floor(((k + 1) * count) / n) - 1,
  ]);
}

function smallMaps(frame: Frame, map: TopicMap, years: Years, options: StripOptions): Mark[] {
  const periods = evenPeriods(years.count, options.frames);
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  const columns = columnsFor(periods.length, width, height);
  const rows = Math.ceil(periods.length / columns);
  const cell = {
    width: (width - (columns - 1) * GAP) / columns,
    height: (height - (rows - 1) * GAP) / rows - HEAD,
  };
  const areas = areasOf(map);
  return periods.flatMap(([from, to], k) => {
    const [left, top] = [
      frame.left + (k % columns) * (cell.width + GAP),
      frame.top + Math.floor(k / columns) * (cell.height + HEAD + GAP),
    ];
    const column = (i: number) => years.of[i];
    const visible = Uint8Array.from(map.papers, (_, i) => (column(i) >= 0 && column(i) <= to ? 1 : 0));
    const lit = Array.from(map.papers.keys()).filter((i) => column(i) >= from && column(i) <= to);
    const scene = sceneOf(map, {
      ...cell,
      dark: frame.theme.dark,
      measure: tableMeasure,
      areas,
      visible,
      labels: options.labels ?? true,
      emphasis: { ...NO_EMPHASIS, dims: k > 0, lit: k > 0 ? lit : [] },
    });
    const named = { ...scene, labels: scene.labels.filter(({ kind }) => kind === "topic") };
    const span =
      years.first + from === years.first + to
        ? `${years.first + from}`
        : `${years.first + from} to ${years.first + to}`;
    const count = `${lit.length} papers${to === years.running ? ", the last year incomplete" : ""}`;
    return [
      textMark(span, left, top + 16, 15, 700, frame.theme.ink),
      textMark(count, left + textWidth(span, 15, 700) + 10, top + 16, 12, 400, frame.theme.soft),
      { shape: "begin", name: `map-${k + 1}`, clip: { x: left, y: top + HEAD, ...cell } },
      ...moved([...areaMarks(scene), ...dotMarks(scene), ...labelMarks(named)], left, top + HEAD, 1),
      { shape: "end" },
    ];
  });
}

/** As many side by side as makes them nearest to three by two. */
function columnsFor(count: number, width: number, height: number): number {
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const shape = width / columns / (height / rows) / 1.4;
    // Places that stay empty are lost.
    const off = (Math.max(shape, 1 / shape) * columns * rows) / count;
    if (off < least) [best, least] = [columns, off];
  }
  return best;
}
