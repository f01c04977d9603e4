import type { TopicMap } from "../model/map.ts";
import { mix } from "../scene/color.ts";
import { cut } from "../scene/legend.ts";
import { type Mark, textMark } from "../scene/mark.ts";
import { readable } from "../scene/palette.ts";
import type { Measure, TopicYears } from "../time/topic-years.ts";
import { type Frame, firstLevel, lineMark, numberOf, shapeMark } from "./page.ts";
import { BELOW, columnX, incompleteVeils, yearTicks } from "./time-axis.ts";

/** A lane for each topic, the largest first, each as high as its own largest year: what of it is when, not how much. */
export function lanes(
  frame: Frame,
  map: TopicMap,
  over: TopicYears,
  rows: readonly Float64Array[],
  measure: Measure,
): Mark[] {
  const { years } = over;
  const { theme, colors } = frame;
  const topics = firstLevel(map);
  const plot: Frame = {
    ...frame,
    left: frame.left + 300,
    right: frame.right - 70,
    top: frame.top + 4,
    bottom: frame.bottom - BELOW,
  };
  const { left, right, top, bottom } = plot;
  const x = columnX(years, plot);
  const height = (bottom - top) / Math.max(1, topics.length);
  const size = Math.max(9, Math.min(14, height * 0.6));
  const marks: Mark[] = [...yearTicks(plot, years)];
  for (const [k, row] of rows.entries()) {
    const [base, color] = [top + (k + 1) * height - height * 0.1, colors[topics[k].id] ?? theme.stray];
    const most = row.reduce((a, b) => Math.max(a, b), 0);
    const y = (v: number) => base - (most > 0 ? v / most : 0) * height * 0.85;
    const wide = years.count < 2 ? 40 : 0;
    const upper = Array.from(row, (v, c) =>
      wide > 0 ? [x(c) - wide, y(v), x(c) + wide, y(v)] : [x(c), y(v)],
    ).flat();
    const ends = wide > 0 ? [x(0) + wide, base, x(0) - wide, base] : [x(years.count - 1), base, x(0), base];
    marks.push(shapeMark(Float32Array.from([...upper, ...ends]), color, 0.75));
    marks.push(lineMark(left, base, right, base, theme.soft, 1, 0.25));
    marks.push(
      textMark(
        cut(topics[k].name, 284, size, 700),
        frame.left,
        base - height * 0.22,
        size,
        700,
        readable(mix(color, theme.ink, 0.2), theme.background, theme.ink),
      ),
    );
    const peak = row.indexOf(most);
    if (most > 0)
      marks.push(
        textMark(
          `${numberOf(most, measure)} in ${years.first + peak}`,
          right + 8,
          base - height * 0.22,
          Math.min(11, size),
          400,
          theme.soft,
        ),
      );
  }
  return [...marks, ...incompleteVeils(plot, years)];
}
