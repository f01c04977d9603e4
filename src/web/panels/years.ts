import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { setFilters } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";

/** Papers by year as bars, with one handle at either end that the keyboard moves too. */
export function yearStrip(now: MapState): TemplateResult {
  const years = now.atlas.value.years();
  if (!years || years.from === years.to) return html``;
  const t = texts.filters;
  const [low, high] = now.filters.value.years ?? [years.from, years.to];
  const set = (from: number, to: number) => {
    const isAll = from <= years.from && to >= years.to;
    setFilters({ years: isAll ? undefined : [Math.min(from, to), Math.max(from, to)] });
  };
  const handle = (label: string, value: number, change: (year: number) => void) =>
    html`<input type="range" aria-label=${label} min=${years.from} max=${years.to} step="1" .value=${live(String(value))} @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} />`;
  return html`<div class="year-strip" role="group" aria-label=${texts.years.label}>
    <div class="year-bars" aria-hidden="true">${bars(years.from, years.counts, (year) => year < low || year > high)}</div>
    <div class="year-handles">${handle(t.from, low, (year) => set(Math.min(year, high), high))}${handle(t.to, high, (year) => set(low, Math.max(year, low)))}</div>
    <div class="year-labels"><span>${years.from}</span><b>${t.yearRange(low, high)}</b><span>${years.to}</span></div></div>`;
}

/** Some papers by year as small bars over the years of the whole map; nothing where fewer than two of them have a year. */
export function yearBars(atlas: Atlas, papers: readonly number[]): TemplateResult | typeof nothing {
  const all = atlas.years();
  const years = papers.flatMap((i) => atlas.map.papers[i].year ?? []);
  if (!all || all.from === all.to || years.length < 2) return nothing;
  const counts = new Array<number>(all.to - all.from + 1).fill(0);
  for (const year of years) counts[year - all.from]++;
  const from = all.from + counts.findIndex((n) => n > 0);
  const to = all.from + counts.findLastIndex((n) => n > 0);
  return html`<section data-section="years"><h3>${texts.topic.years} <small>${texts.topic.yearRange(from, to)}</small></h3>
    <div class="topic-years" aria-hidden="true">${bars(all.from, counts)}</div>
    <div class="year-ends"><span>${all.from}</span><span>${all.to}</span></div></section>`;
}

function bars(
  from: number,
  counts: readonly number[],
  isOff: (year: number) => boolean = () => false,
): TemplateResult[] {
  const most = Math.max(...counts);
  return counts.map(
    (n, k) =>
      html`<span title=${texts.years.bar(from + k, n)} ?data-off=${isOff(from + k)} .style=${`--share: ${n / most}`}></span>`,
  );
}
