import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../page/atlas.ts";
import { texts } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";

/** Some papers by year as small bars over the years of the whole map; nothing where fewer than two of them have a year. */
export function yearBars(atlas: Atlas, papers: readonly number[]): TemplateResult | typeof nothing {
  const all = atlas.years();
  const years = papers.flatMap((i) => atlas.map.papers[i].year ?? []);
  if (!all || all.from === all.to || years.length < 2) return nothing;
  const counts = new Array<number>(all.to - all.from + 1).fill(0);
  let [from, to] = [all.to, all.from];
  for (const year of years) {
    counts[year - all.from]++;
    from = Math.min(from, year);
    to = Math.max(to, year);
  }
  const most = Math.max(...counts);
  return html`<section data-section="years"><h3>${words.topic.years} <small>${words.topic.yearRange(from, to)}</small></h3>
    <div class="topic-years" aria-hidden="true">${counts.map((n, k) => html`<span title=${texts.years.bar(all.from + k, n)} .style=${`--share: ${n / most}`}></span>`)}</div>
    <div class="year-ends"><span>${all.from}</span><span>${all.to}</span></div></section>`;
}
