import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { NO_YEAR } from "../../model/years.ts";
import { recentFrom, rowTrend } from "../../time/trends.ts";
import type { Atlas } from "../../view/atlas.ts";
import { setFilters } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import type { Histogram } from "./histogram.ts";
import { rangeEnd } from "./parts.ts";

/** Papers by year as bars to brush, those that pass the other filters in colour; a handle at either end for the keyboard. */
export function yearStrip(now: MapState): TemplateResult {
  const atlas = now.atlas.value;
  const years = atlas.years();
  if (!years || years.from === years.to) return html``;
  const t = texts.filters;
  const { years: chosen } = now.filters.value;
  const [low, high] = chosen ?? [years.from, years.to];
  const choose = (range: readonly [number, number] | undefined) => {
    const isAll = !range || (range[0] <= years.from && range[1] >= years.to);
    setFilters({ years: isAll ? undefined : [Math.min(...range), Math.max(...range)] });
  };
  const end = (label: string, value: number, change: (year: number) => void) =>
    rangeEnd(label, value, [years.from, years.to], change);
  return html`<div class="year-strip" role="group" aria-label=${texts.years.label}>
    ${bars("year-bars", {
      ...ofYears(years.from, years.counts, now.shownOf.years.value),
      chosen: chosen && [chosen[0] - years.from, chosen[1] - years.from],
      choose: (some) => choose(some && [some[0] + years.from, some[1] + years.from]),
    })}
    <div class="year-handles">${end(t.from, low, (year) => choose([Math.min(year, high), high]))}${end(t.to, high, (year) => choose([low, Math.max(year, low)]))}</div>
    <div class="year-labels"><b>${t.yearRange(low, high)}</b></div></div>`;
}

/** Some papers by year as small bars over the years of the whole map; nothing where fewer than two of them have a year. */
export function yearBars(atlas: Atlas, papers: readonly number[]): TemplateResult | typeof nothing {
  const all = atlas.years();
  if (!all || all.from === all.to) return nothing;
  const years = atlas.yearColumn();
  const counts = new Array<number>(all.to - all.from + 1).fill(0);
  let dated = 0;
  for (const i of papers) {
    if (years[i] === NO_YEAR) continue;
    counts[years[i] - all.from]++;
    dated++;
  }
  if (dated < 2) return nothing;
  const from = all.from + counts.findIndex((n) => n > 0);
  const to = all.from + counts.findLastIndex((n) => n > 0);
  return html`<section data-section="years"><h3>${texts.topic.years} <small>${texts.topic.yearRange(from, to)}</small></h3>
    ${bars("topic-years", ofYears(all.from, counts, counts))}${trendLine(counts, all.counts)}</section>`;
}

/** Whether its share surely rose or fell in the last years; nothing where that cannot be told. */
function trendLine(counts: readonly number[], all: readonly number[]): TemplateResult | typeof nothing {
  const from = recentFrom({ count: all.length });
  const trend = rowTrend(counts, all, from);
  if (trend.kind === "steady") return nothing;
  return html`<p class="faint" data-trend=${trend.kind}>${texts.topic.trend(trend, all.length - from)}</p>`;
}

/** A class a year. */
function ofYears(from: number, all: ArrayLike<number>, shown: ArrayLike<number>): Histogram {
  return {
    all,
    shown,
    ticks(count) {
      const step = yearsApart(all.length / count);
      return Array.from({ length: all.length }, (_, k) => k)
        .filter((k) => (from + k) % step === 0)
        .map((k) => [k + 0.5, String(from + k)] as const);
    },
    title: (k) => texts.years.bar(from + k, shown[k], all[k]),
  };
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Years between those that are named: a round number of at least so many. */
export function yearsApart(least: number): number {
  return STEPS.find((step) => step >= least) ?? 500;
}

/** What draws bars, once it is there. */
let drawn: typeof import("./histogram.ts").histogram | undefined;

/** Bars are drawn by d3, loaded when the first are shown; then at once: a click would else meet bars that know an older choice. */
export function bars(name: string, data: Histogram): TemplateResult {
  const draw = (host: Element | undefined) => {
    if (!(host instanceof HTMLElement)) return;
    if (drawn) drawn(host, data);
    else
      void import("./histogram.ts")
        .then(({ histogram }) => {
          drawn = histogram;
          histogram(host, data);
        })
        .catch(() => {});
  };
  return html`<div class=${name} ${ref(draw)}></div>`;
}
