import { nothing, svg } from "lit-html";
import type { RibbonShape, Ribbons } from "../../scene/ribbons.ts";
import type { TimeLook } from "../../view/time-look.ts";
import type { MapState } from "../page/map-state.ts";
import { yearsApart } from "../panels/years.ts";
import { timeTexts as t } from "../texts/time.ts";
import { rowName } from "./choose.ts";
import type { TimeRows } from "./rows.ts";

/** Pixels between years that are named. */
const TICK = 52;

/** Years between those that are named, where a year has so many pixels. */
export const yearsBetween = (step: number) => yearsApart(TICK / step);

/** Columns whose years are named. */
export function axisTicks({ from, papers }: TimeRows, step: number): number[] {
  const years = yearsBetween(step);
  return [...papers.keys()].filter((k) => (from + k) % years === 0);
}

/** About how wide a letter of a name is, and the height of its line, in pixels. */
const LETTER = 6.3;
const LINE = 14;

/** Names of topics in their bands, where they have room: at the place where the band is thickest over the name's width. */
export function ribbonNames(now: MapState, data: TimeRows, { ribbons, x }: Ribbons) {
  const step = x(1) - x(0);
  return ribbons.map(({ top, bottom }, r) => {
    const name = rowName(now, data.rows[r].topic);
    const whole = name.length * LETTER + 10;
    const reach = Math.ceil(whole / step / 2);
    let best: { readonly high: number; readonly k: number; readonly y: number } | undefined;
    for (let k = reach; k < top.length - reach; k++) {
      let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let j = k - reach; j <= k + reach; j++) {
        low = Math.max(low, top[j]);
        high = Math.min(high, bottom[j]);
      }
      if (high - low >= LINE && high - low > (best?.high ?? 0))
        best = { high: high - low, k, y: (low + high) / 2 };
    }
    return best === undefined
      ? nothing
      : svg`<text class="name" x=${x(best.k)} y=${best.y + 4.5} text-anchor="middle">${name}</text>`;
  });
}

/** The round number of at most `most`: 1, 2 or 5 times a power of ten. */
function roundBelow(most: number): number {
  let power = 1;
  while (power * 10 <= most) power *= 10;
  while (power > most && power > 1e-6) power /= 10;
  return [5, 2, 1].map((digit) => digit * power).find((value) => value <= most) ?? power;
}

/** What so many pixels mean: ticks of the stacked picture, a bar beside the stream. */
export function scaleBar(
  { scale, ground }: Ribbons,
  { measure }: TimeLook,
  shape: RibbonShape,
  { height }: { readonly height: number },
) {
  if (scale === 0 || shape === "lanes") return nothing;
  const say = (value: number) => (measure === "share" ? t.percent(value) : t.amount(value));
  if (ground === undefined) {
    if (measure === "share") return nothing;
    const value = roundBelow(height / 4 / scale);
    return svg`<path class="scale" d="M4 ${height}v${-value * scale}m-3 0h6m-6 ${value * scale}h6"></path><text class="year" x="12" y=${height - (value * scale) / 2 + 4}>${say(value)} ${t.unit[measure]}</text>`;
  }
  const value = measure === "share" ? 0.25 : roundBelow(height / 3 / scale);
  return Array.from({ length: Math.floor(height / scale / value + 1e-9) + 1 }, (_, k) => {
    const y = ground - k * value * scale;
    // Numbers at the ends stand within the picture, which would cut them.
    const line = Math.max(8, Math.min(height, y + 4));
    return svg`<path class="tick" d="M-5 ${y}h5"></path><text class="year" x="-8" y=${line} text-anchor="end">${say(k * value)}</text>`;
  });
}
