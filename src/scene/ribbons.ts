import {
  area,
  curveLinear,
  stack,
  stackOffsetNone,
  stackOffsetWiggle,
  stackOrderInsideOut,
  stackOrderReverse,
} from "d3";

/** How bands of values over years lie: around a middle line, on each other, or each in a lane of its own. */
export type RibbonShape = "stream" | "stacked" | "lanes";

/** A band: its outline in pixels, and between which heights it runs at each year. */
export interface Ribbon {
  readonly path: string;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  /** The year at which it is widest, as a column. */
  readonly peak: number;
}

/** Bands of values over years. */
export interface Ribbons {
  /** In the order of the rows. */
  readonly ribbons: readonly Ribbon[];
  /** Pixels of a column's middle. */
  x(column: number): number;
  /** Pixels that a value of 1 takes; of lanes, which have a scale each, 0. */
  readonly scale: number;
  /** Pixels of the value 0 where bands stand on one line. */
  readonly ground?: number;
}

/** Pixels between lanes. */
const GAP = 5;

/**
 * Bands of rows of values, straight from year to year: what is drawn between two years is their connection, no value.
 * Each year has a column, its value in the middle.
 * @param rows values ≥ 0 by row and column, all of one length ≥ 1
 */
export function ribbonsOf(
  rows: readonly Float64Array[],
  shape: RibbonShape,
  width: number,
  height: number,
): Ribbons {
  const columns = rows[0]?.length ?? 1;
  const step = width / columns;
  const x = (column: number) => (column + 0.5) * step;
  const draw = area<number>(
    (k) => x(k),
    () => 0,
    () => 0,
  ).curve(curveLinear);
  const numbers = Array.from({ length: columns }, (_, k) => k);
  const made = (row: Float64Array, top: Float64Array, bottom: Float64Array): Ribbon => ({
    path: draw.y0((k) => bottom[k]).y1((k) => top[k])(numbers) ?? "",
    top,
    bottom,
    peak: peakOf(row),
  });
  if (shape === "lanes") {
    const lane = height / Math.max(1, rows.length);
    const ribbons = rows.map((row, r) => {
      const most = Math.max(...row) || 1;
      const ground = (r + 1) * lane;
      const bottom = new Float64Array(columns).fill(ground);
      return made(
        row,
        row.map((value) => ground - (value / most) * (lane - GAP)),
        bottom,
      );
    });
    return { ribbons, x, scale: 0 };
  }
  const isStream = shape === "stream";
  const stacked = stack<number, number>()
    .keys(rows.keys())
    .value((k, r) => rows[r][k])
    .order(isStream ? stackOrderInsideOut : stackOrderReverse)
    .offset(isStream ? stackOffsetWiggle : stackOffsetNone)(numbers);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const band of stacked)
    for (const [a, b] of band) {
      low = Math.min(low, a);
      high = Math.max(high, b);
    }
  const scale = high > low ? height / (high - low) : 0;
  const y = (value: number) => height - (value - low) * scale;
  const ribbons = stacked.map((band, r) =>
    made(
      rows[r],
      Float64Array.from(band, ([, b]) => y(b)),
      Float64Array.from(band, ([a]) => y(a)),
    ),
  );
  return { ribbons, x, scale, ...(isStream ? {} : { ground: height }) };
}

/** The band at a point in pixels, or the nearest within `reach`; undefined where none is. */
export function ribbonAt({ ribbons, x }: Ribbons, px: number, py: number, reach: number): number | undefined {
  const columns = ribbons[0]?.top.length ?? 0;
  const step = x(1) - x(0);
  const at = Math.max(0, Math.min(columns - 1, (px - x(0)) / step));
  const [k, part] = [Math.floor(at), at - Math.floor(at)];
  const between = (values: Float64Array) => values[k] + part * ((values[k + 1] ?? values[k]) - values[k]);
  let best: number | undefined;
  let least = reach;
  for (const [r, { top, bottom }] of ribbons.entries()) {
    const far = Math.max(between(top) - py, py - between(bottom));
    if (far >= least) continue;
    least = far;
    best = r;
  }
  return best;
}

/** The column of the largest value, the first of equals. */
export function peakOf(row: Float64Array): number {
  return row.reduce((best, value, k) => (value > row[best] ? k : best), 0);
}
