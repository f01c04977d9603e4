import { html, type TemplateResult } from "lit-html";
import { dropFilter, setFilters } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** Papers by year as bars, with one handle at either end that the keyboard moves too. */
export function yearStrip(atlas: Atlas): TemplateResult {
  const years = atlas.years();
  if (!years || years.from === years.to) return html``;
  const t = texts.filters;
  const [low, high] = state.filters.value.years ?? [years.from, years.to];
  const most = Math.max(...years.counts);
  const set = (from: number, to: number) => {
    if (from <= years.from && to >= years.to) dropFilter("years");
    else setFilters({ years: [Math.min(from, to), Math.max(from, to)] });
  };
  const handle = (label: string, value: number, change: (year: number) => void) =>
    html`<input type="range" aria-label=${label} min=${years.from} max=${years.to} step="1" .value=${String(value)} @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} />`;
  return html`<div class="year-strip" role="group" aria-label=${texts.years.label}>
    <div class="year-bars" aria-hidden="true">${years.counts.map((n, k) => html`<span title=${texts.years.bar(years.from + k, n)} ?data-off=${years.from + k < low || years.from + k > high} .style=${`--share: ${n / most}`}></span>`)}</div>
    <div class="year-handles">${handle(t.from, low, (year) => set(Math.min(year, high), high))}${handle(t.to, high, (year) => set(low, Math.max(year, low)))}</div>
    <div class="year-labels"><span>${years.from}</span><b>${t.yearRange(low, high)}</b><span>${years.to}</span></div></div>`;
}
