import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { search } from "../ask/work.ts";
import { clearFilters, openPaper } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { paperRow } from "./parts.ts";

/** Every row is as high as this, so that only the rows in sight have to exist. */
const ROW = 64;
const BEYOND = 6;
const scrolled = signal(0);

/** The papers that pass the filters and match the query: a list of any length that holds only what is in sight. */
export function paperList(atlas: Atlas): TemplateResult {
  const rows = state.listed.value;
  const searching = state.query.value.trim() !== "";
  const t = texts.papers;
  const hidden = searching ? (state.matches.value?.length ?? rows.length) - rows.length : 0;
  const head = searching
    ? html`<p class="list-hint">${state.matches.value === undefined ? texts.search.waiting : rows.length ? texts.search.found(rows.length, state.query.value) : texts.search.none(state.query.value)}${hidden > 0 ? html` · ${texts.search.hidden(hidden)}` : ""}</p>`
    : html`<label class="list-hint sort"><span>${texts.visibleOf(rows.length, atlas.count)} · ${t.sort}</span><select @change=${(
        event: Event,
      ) => {
        state.sortBy.value = (event.target as HTMLSelectElement).value as state.SortBy;
      }}>
        ${Object.entries(t.sorts).map(([value, label]) => html`<option value=${value} ?selected=${state.sortBy.value === value}>${label}</option>`)}</select></label>`;
  if (rows.length === 0 && (!searching || state.matches.value !== undefined))
    return html`<div class="empty">${icon("search")}<b>${searching ? texts.search.none(state.query.value) : t.none}</b><p>${searching ? texts.search.noneHint : t.noneHint}</p>
      <div class="card-actions">${searching ? html`<button type="button" class="button" @click=${() => void search("")}>${texts.search.clear}</button>` : ""}
      ${state.filterCount.value ? html`<button type="button" class="button" @click=${clearFilters}>${t.clear}</button>` : ""}</div></div>`;
  const first = Math.max(0, Math.min(Math.floor(scrolled.value / ROW), rows.length - 1) - BEYOND);
  const last = Math.min(rows.length, first + Math.ceil(innerHeight / ROW) + 2 * BEYOND);
  return html`${head}<div class="scroll" id="papers" @scroll=${(event: Event) => {
    scrolled.value = (event.target as HTMLElement).scrollTop;
  }} @keydown=${step}>
    <ul class="rows virtual" .style=${`height: ${rows.length * ROW}px`}>${rows
      .slice(first, last)
      .map(
        (i, k) =>
          html`<li .style=${`transform: translateY(${(first + k) * ROW}px)`} aria-setsize=${rows.length} aria-posinset=${first + k + 1} data-paper=${i}>${paperRow(i, () => openPaper(i, { fly: true }))}</li>`,
      )}</ul></div>`;
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
