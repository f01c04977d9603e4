import { html, nothing, type TemplateResult } from "lit-html";
import type { Trend } from "../../../time/trends.ts";
import type { Bursts } from "../../../worker/page-time.ts";
import { select } from "../../page/actions.ts";
import type { MapState } from "../../page/map-state.ts";
import { paperRow } from "../../panels/parts.ts";
import { burstTexts as t } from "../../texts/bursts.ts";
import { mapYears } from "../rows.ts";
import { answered } from "./answered.ts";

/** What bursts, emerges and fades: each row a stretch of years, and its papers. */
export function burstList(now: MapState): TemplateResult {
  return answered(now, "bursts", t, (found) => lists(now, found));
}

function lists(now: MapState, { terms, read, trends, citations, beauties, hot }: Bursts): TemplateResult {
  const atlas = now.atlas.value;
  const { first, count } = mapYears(atlas.map);
  const stretch = (from: number, to: number) =>
    html`<span class="stretch" aria-hidden="true"><span .style=${`left: ${(100 * from) / count}%; width: ${(100 * (to - from + 1)) / count}%`}></span></span>`;
  const years = (from: number, to: number) =>
    from === to ? String(first + from) : `${first + from}–${first + to}`;
  const row = (name: unknown, span: string, bar: unknown, said: string, papers: readonly number[]) =>
    html`<li><button type="button" class="row burst" title=${t.open} @click=${() => select(papers)}><span class="row-text"><span class="row-title" dir="auto">${name}</span><span class="row-sub">${said}</span></span><small>${span}</small>${bar}</button></li>`;
  const paper = (i: number, said: string, from: number, to: number) =>
    html`<li>${paperRow(atlas, i, { extra: html`<span class="burst-said"><small>${said}</small>${stretch(from, to)}</span>` })}</li>`;
  const list = (title: string, hint: string, rows: readonly unknown[]) =>
    rows.length === 0
      ? nothing
      : html`<section><h3>${title} <small>${hint}</small></h3><ul class="rows">${rows}</ul></section>`;
  const change = ({ name, papers, trend }: Bursts["trends"][number]) =>
    row(name, "", nothing, trendText(trend), papers);
  return html`<div class="bursts"><div>
    ${list(
      t.terms,
      t.termsHint(read === "titles"),
      terms.map(({ name, from, to, strength, papers, all }) =>
        row(name, years(from, to), stretch(from, to), t.burst(papers.length, all, strength), papers),
      ),
    )}
    ${list(t.emerging, t.trendHint, trends.filter(({ trend }) => trend.kind === "emerging").map(change))}
    ${list(t.fading, t.trendHint, trends.filter(({ trend }) => trend.kind === "fading").map(change))}
    ${list(
      t.citations,
      t.citationsHint,
      citations.map(({ paper: i, from, to, citations: n, all }) =>
        paper(i, `${years(from, to)}: ${t.cited(n, all)}`, from, to),
      ),
    )}
    ${list(
      t.hot,
      t.hotHint,
      hot.map(({ paper: i, citations: n, usual }) => paper(i, t.hotSaid(n, usual), count - 2, count - 1)),
    )}
    ${list(
      t.beauties,
      t.beautiesHint,
      beauties.map(({ paper: i, beauty, awake, peak }) =>
        paper(i, t.beauty(first + awake, beauty), awake, peak),
      ),
    )}
    ${terms.length + trends.length + citations.length === 0 ? html`<p class="empty">${t.none}</p>` : nothing}</div></div>`;
}

/** A trend in words, with its interval; a small count is called small. */
export function trendText({ ratio, low, high, before, recent, isSmall }: Trend): string {
  return t.trend(ratio, low, high, before, recent) + (isSmall ? ` ${t.small}` : "");
}
