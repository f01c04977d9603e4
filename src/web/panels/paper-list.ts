import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { search } from "../ask/answers.ts";
import { clearFilters, openPaper } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap, type SortBy } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { button, choice, paperRow } from "./parts.ts";

/** Every row is as high as this, so that only the rows in sight have to exist. */
const ROW = 64;
const BEYOND = 6;
const scrolls = perMap(() => signal(0));

/** The papers that pass the filters and match the query: a list of any length that holds only what is in sight. */
export function paperList(now: MapState): TemplateResult {
  const rows = now.listed.value;
  const isEmpty = rows.length === 0 && now.listedCount.value === 0;
  if (isEmpty) return nothingFound(now);
  const atlas = now.atlas.value;
  const scrolled = scrolls(now);
  const first = Math.max(0, Math.min(Math.floor(scrolled.value / ROW), rows.length - 1) - BEYOND);
  const last = Math.min(rows.length, first + Math.ceil(innerHeight / ROW) + 2 * BEYOND);
  return html`${head(now)}<div class="scroll" id="papers" @scroll=${(event: Event) => {
    scrolled.value = (event.target as HTMLElement).scrollTop;
  }} @keydown=${step}>
    <ul class="rows virtual" .style=${`height: ${rows.length * ROW}px`}>${rows
      .slice(first, last)
      .map(
        (i, k) =>
          html`<li .style=${`transform: translateY(${(first + k) * ROW}px)`} aria-setsize=${rows.length} aria-posinset=${first + k + 1} data-paper=${i}>${paperRow(atlas, i, { click: () => openPaper(i, { fly: true }) })}</li>`,
      )}</ul></div>`;
}

function head(now: MapState): TemplateResult {
  const query = now.query.value;
  const rows = now.listed.value.length;
  if (query.trim() === "")
    return html`<label class="list-hint sort"><span>${texts.visibleOf(rows, now.atlas.value.count)} · ${texts.papers.sort}</span>${choice(
      Object.entries(texts.papers.sorts) as [SortBy, string][],
      state.sortBy.value,
      (by) => {
        state.sortBy.value = by;
      },
    )}</label>`;
  const hidden = (now.matches.value?.length ?? rows) - rows;
  return html`<p class="list-hint">${now.matches.value === undefined ? texts.search.waiting : texts.search.found(rows, query)}${hidden > 0 ? html` · ${texts.search.hidden(hidden)}` : nothing}</p>`;
}

function nothingFound(now: MapState): TemplateResult {
  const query = now.query.value;
  const isSearching = query.trim() !== "";
  const t = texts.papers;
  return html`<div class="empty">${icon("search")}<b>${isSearching ? texts.search.none(query) : t.none}</b><p>${isSearching ? texts.search.noneHint : t.noneHint}</p>
    <div class="card-actions">${isSearching ? button(texts.search.clear, () => void search("")) : nothing}
    ${now.filterCount.value ? button(t.clear, clearFilters) : nothing}</div></div>`;
}

/** Arrow keys go from row to row. */
function step(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("li");
  const at = Number(row?.getAttribute("aria-posinset")) + (event.key === "ArrowDown" ? 1 : -1);
  const next = row?.parentElement?.querySelector<HTMLElement>(`[aria-posinset="${at}"] button`);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
