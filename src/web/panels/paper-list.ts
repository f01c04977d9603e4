import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { search } from "../ask/answers.ts";
import { addSelected, clearFilters, openPaper, toggleStar } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import type { SortBy } from "../page/sorted.ts";
import * as state from "../page/state.ts";
import { toggleTable } from "../table/later.ts";
import { texts } from "../texts/texts.ts";
import { NAME_ROW, nameRows } from "./found-names.ts";
import { wordMarker } from "./mark.ts";
import { button, choice, marked, paperRow, titleOf } from "./parts.ts";

/** Orders that the texts of all papers are needed for. */
const IN_TEXTS: ReadonlySet<SortBy> = new Set(["title", "citations"]);

/** Every row is as high as this, so that only the rows in sight have to exist. */
const ROW = 64;
const BEYOND = 6;
const looks = perMap(() => ({
  scrolled: signal(0),
  /** The paper whose row Tab reaches. */
  reached: signal(-1),
  /** The paper ticked last: from there Shift ticks all. */
  anchor: -1,
}));

/** The papers that pass the filters and match the query: a list of any length that holds only what is in sight. */
export function paperList(now: MapState): TemplateResult {
  const rows = now.listed.value;
  const isSearching = now.query.value.trim() !== "";
  const names = isSearching ? (now.found.value?.names.length ?? 0) : 0;
  if (rows.length === 0 && names === 0 && now.listedCount.value === 0) return nothingFound(now);
  const { scrolled, reached } = looks(now);
  const top = Math.floor((scrolled.value - names * NAME_ROW) / ROW);
  const first = Math.max(0, Math.min(top, rows.length - 1) - BEYOND);
  const last = Math.min(rows.length, first + Math.ceil(innerHeight / ROW) + 2 * BEYOND);
  const stop = Math.max(rows.indexOf(reached.value, first), first);
  const active = isSearching ? (now.active.value ?? names) - names : -1;
  const show = isSearching ? marks(now) : undefined;
  return html`${head(now)}<div class="scroll" id="papers" role="grid" aria-label=${texts.search.results} aria-multiselectable="true" aria-rowcount=${rows.length + names} @scroll=${(
    event: Event,
  ) => {
    scrolled.value = (event.target as HTMLElement).scrollTop;
  }} @keydown=${step} @focusin=${(event: FocusEvent) => {
    reached.value = Number((event.target as Element).closest<HTMLElement>(".item")?.dataset.paper ?? -1);
  }}>${nameRows(now)}
    <div class="rows virtual" role="rowgroup" .style=${`height: ${rows.length * ROW}px`}>${rows
      .slice(first, last)
      .map((i, k) =>
        row(now, i, {
          at: first + k,
          names,
          isActive: first + k === active,
          stop: first + k === (stop < last ? stop : first) ? 0 : -1,
          show,
        }),
      )}</div></div>`;
}

interface RowLook {
  readonly at: number;
  /** Rows before the first paper's. */
  readonly names: number;
  readonly isActive: boolean;
  readonly stop: 0 | -1;
  readonly show: ((text: string) => unknown) | undefined;
}

/** A paper with a box to select it and its star. */
function row(now: MapState, i: number, { at, names, isActive, stop, show }: RowLook): TemplateResult {
  const t = texts.papers;
  const atlas = now.atlas.value;
  const title = titleOf(atlas, i);
  const isSelected = now.selection.value.has(i);
  const isStarred = state.stars.value.has(atlas.map.papers[i].identity);
  return html`<div class="item" role="row" id=${`result-${names + at}`} ?data-active=${isActive} .style=${`transform: translateY(${at * ROW}px)`} aria-rowindex=${names + at + 1} aria-selected=${String(isSelected)} data-paper=${i}>
    <span role="gridcell"><input type="checkbox" tabindex="-1" aria-label=${t.select(title)} .checked=${isSelected} @click=${(event: MouseEvent) => tick(now, i, event)} /></span>
    <span role="gridcell">${paperRow(atlas, i, { click: () => openPaper(i, { fly: true }), stop, ...(show ? { show } : {}) })}</span>
    <span role="gridcell"><button type="button" class="icon-button" tabindex="-1" aria-label=${t.starOne(title)} aria-pressed=${String(isStarred)} @click=${() => toggleStar(i)}>${icon("star")}</button></span></div>`;
}

/** Selects a paper or not; with Shift also all between it and the one before. */
function tick(now: MapState, i: number, event: MouseEvent): void {
  const look = looks(now);
  const rows = now.listed.peek();
  const [from, to] = [rows.indexOf(event.shiftKey ? look.anchor : i), rows.indexOf(i)];
  look.anchor = i;
  const isOn = (event.target as HTMLInputElement).checked;
  addSelected(from < 0 ? [i] : rows.slice(Math.min(from, to), Math.max(from, to) + 1), isOn);
}

/** Marks what the search met. */
function marks(now: MapState): (text: string) => unknown {
  const mark = wordMarker(new Set(now.found.value?.words), now.query.value);
  return (text) => marked(mark(text));
}

/** Scrolls the list so that a row is seen; those below 0 are the names before the papers. */
export function scrollToRow(at: number): void {
  const list = document.getElementById("papers");
  const rows = list?.querySelector<HTMLElement>(".virtual");
  if (!list || !rows) return;
  const top = at < 0 ? 0 : rows.offsetTop - list.offsetTop + at * ROW;
  const bottom = top + ROW - list.clientHeight;
  list.scrollTop = Math.min(top, Math.max(bottom, list.scrollTop));
}

function head(now: MapState): TemplateResult {
  const query = now.query.value;
  const rows = now.listed.value;
  const t = texts.papers;
  const addAll =
    rows.length > 0
      ? html`${button(t.addAll, () => addSelected(rows), { kind: "quiet", title: t.addAllHint })}${
          toggleTable
            ? button(t.table, toggleTable, {
                kind: "quiet",
                title: t.tableHint,
                id: "open-table",
                pressed: state.below.value?.name === "table",
              })
            : nothing
        }`
      : nothing;
  if (query.trim() === "")
    return html`<div class="list-hint sort"><span>${t.shownOf(rows.length, now.atlas.value.count)}</span>${addAll}${choice(
      (Object.entries(t.sorts) as [SortBy, string][]).filter(
        ([by]) => whyInParts() === undefined || !IN_TEXTS.has(by),
      ),
      state.sortBy.value,
      (by) => {
        state.sortBy.value = by;
      },
      t.sort,
    )}</div>`;
  const hidden = (now.matches.value?.length ?? rows.length) - rows.length;
  return html`<div class="list-hint sort"><span>${now.matches.value === undefined ? texts.search.waiting : texts.search.found(rows.length, query)}${hidden > 0 ? html` · ${texts.search.hidden(hidden)}` : nothing}</span>${addAll}</div>`;
}

function nothingFound(now: MapState): TemplateResult {
  const query = now.query.value;
  const isSearching = query.trim() !== "";
  const t = texts.papers;
  return html`<div class="empty">${icon("search")}<b>${isSearching ? texts.search.none(query) : t.none}</b><p>${isSearching ? texts.search.noneHint : t.noneHint}</p>
    <div class="card-actions">${isSearching ? button(texts.search.clear, () => void search("")) : nothing}
    ${now.filterCount.value ? button(t.clear, clearFilters) : nothing}</div></div>`;
}

/** Arrow keys go from row to row, and to the box and the star of a row. */
function step(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const here = target.closest<HTMLElement>(".item");
  const cells = [...(here?.querySelectorAll<HTMLElement>("input, button") ?? [])];
  const cell = cells.indexOf(target);
  const rows = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!here || (rows === undefined && across === undefined)) return;
  const at = Number(here.getAttribute("aria-rowindex")) + (rows ?? 0);
  const next =
    rows === undefined
      ? cells[cell + (across ?? 0)]
      : here.parentElement?.querySelectorAll<HTMLElement>(`[aria-rowindex="${at}"] :is(input, button)`)[cell];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
