import { ticks } from "d3";
import type { Mark } from "../scene/mark.ts";
import { isIncomplete, type Years } from "../time/years.ts";
import { type Frame, lineMark, middleMark, shapeMark } from "./page.ts";

/** Room below a chart, for years. */
export const BELOW = 30;
/** Pixels that a year's number should have. */
const A_TICK = 64;

/** Where column c (its middle) stands, 0 … count − 1 over the whole width of a plot. */
export function columnX({ count }: Years, { left, right }: Frame): (c: number) => number {
  return (c) => (count < 2 ? (left + right) / 2 : left + (c * (right - left)) / (count - 1));
}

/** Numbers of years below a plot, and faint lines through it. */
export function yearTicks(plot: Frame, years: Years): Mark[] {
  const { left, right, top, bottom, theme } = plot;
  const x = columnX(years, plot);
  const last = years.first + years.count - 1;
  const wanted = ticks(years.first, last, Math.max(1, (right - left) / A_TICK)).filter(Number.isInteger);
  return (wanted.length === 0 ? [years.first] : wanted).flatMap((year) => {
    const at = x(year - years.first);
    return [
      lineMark(at, top, at, bottom + 4, theme.soft, 1, 0.22),
      middleMark(String(year), at, bottom + 19, 12, 400, theme.soft),
    ];
  });
}

/** Veils over years that are not complete: all before the first complete one, and the running one. */
export function incompleteVeils(plot: Frame, years: Years): Mark[] {
  const { left, right, top, bottom, theme } = plot;
  const x = columnX(years, plot);
  const veil = (from: number, to: number) =>
    shapeMark(Float32Array.of(from, top, to, top, to, bottom, from, bottom), theme.background, 0.55);
  const half = years.count < 2 ? 0 : (x(1) - x(0)) / 2;
  return [
    ...(years.complete > 0 ? [veil(left - 1, x(years.complete) - half)] : []),
    ...(years.running >= 0 ? [veil(x(years.running) - half, right + 1)] : []),
  ];
}

/** What small print says of the years: those that are incomplete, and how many papers have none. */
export function yearsPrint(years: Years): string {
  const last = years.first + years.count - 1;
  const parts = [
    ...(years.complete > 0 ? [`incomplete before ${years.first + years.complete}`] : []),
    ...(years.running >= 0 && isIncomplete(years, years.running)
      ? [`${last} is the last year, so taken as incomplete`]
      : []),
    `${years.missing} papers without a year`,
    ...(years.stray > 0 ? [`${years.stray} with a year far from all others`] : []),
  ];
  return parts.join(" · ");
}
