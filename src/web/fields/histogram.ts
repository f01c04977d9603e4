import { html, type TemplateResult } from "lit-html";
import type { Field } from "../../model/field.ts";
import { type Bins, binsOfRange, countBins, rangeOfBins } from "../../scene/scale/bins.ts";
import { numberText, ticksOf } from "../../scene/scale/numbers.ts";
import { passesOthers } from "../../view/filters.ts";
import { fieldFilterOf } from "../../view/own-filters.ts";
import { setFieldFilter } from "../page/field-filters.ts";
import type { MapState } from "../page/map-state.ts";
import type { Histogram } from "../panels/histogram.ts";
import { rangeEnd } from "../panels/parts.ts";
import { bars } from "../panels/years.ts";
import { fieldTexts } from "../texts/fields.ts";
import { rangeText } from "./filter-text.ts";

/** Numbers or dates of a field as bars to brush, those that pass the other filters in colour; handles for the keyboard. */
export function numberBars(now: MapState, field: Field, bins: Bins): TemplateResult {
  const { name } = field;
  const t = fieldTexts;
  const filter = fieldFilterOf(now.filters.value, name);
  const last = bins.counts.length - 1;
  const shown = countBins(bins, passesOthers(now.failed.value, now.filters.value, name));
  const chosen = filter?.range && binsOfRange(bins, filter.range);
  const [low, high] = chosen ?? [0, last];
  const choose: Histogram["choose"] = (some) => {
    const isAll = !some || (some[0] <= 0 && some[1] >= last);
    setFieldFilter(name, { ...filter, range: isAll ? undefined : rangeOfBins(bins, some[0], some[1]) });
  };
  const textOf = (from: number, to: number) => rangeText(bins.scale, rangeOfBins(bins, from, to));
  const end = (label: string, value: number, change: (bin: number) => void) =>
    rangeEnd(label, value, [0, last], change, textOf(value, value));
  const data: Histogram = {
    all: bins.counts,
    shown,
    chosen,
    choose,
    title: (k) => t.bar(textOf(k, k), shown[k], bins.counts[k]),
    ticks: (count) =>
      ticksOf(bins.scale, count).map((value) => [placeOf(bins, value), numberText(bins.scale, value)]),
  };
  return html`<div class="year-strip" role="group" aria-label=${name}>${bars("year-bars", data)}
    <div class="year-handles">${end(t.from(name), low, (bin) => choose([Math.min(bin, high), high]))}${end(t.to(name), high, (bin) => choose([low, Math.max(bin, low)]))}</div>
    <div class="year-labels"><b>${textOf(low, high)}</b></div></div>`;
}

/** Where a value is among classes: in the middle of its own where each number has one. */
function placeOf({ edges, scale }: Bins, value: number): number {
  const k = binsOfRange({ edges } as Bins, [value, value])[0];
  if (scale.isWhole && edges[k + 1] - edges[k] === 1) return k + 0.5;
  return k + Math.min(1, (value - edges[k]) / (edges[k + 1] - edges[k] || 1));
}
