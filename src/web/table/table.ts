import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { addSelected, announce, flipped, openPaper, starAll, toggleStar } from "../page/actions.ts";
import { lacksAbstract } from "../page/coming.ts";
import { icon } from "../page/icons.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { dropDown, exportMenu } from "../panels/drop-down.ts";
import { button, check, dot, iconButton, point, titleOf } from "../panels/parts.ts";
import { tableTexts } from "../texts/table.ts";
import { texts } from "../texts/texts.ts";
import { type Column, cellText } from "./columns.ts";
import { type Drawn, press, tick } from "./keys.ts";
import { nextSort } from "./order.ts";
import { saveTable } from "./save-table.ts";
import { choose, chosen, HEADER, tableOf } from "./store.ts";

/** Every row is as high as this, so that only the rows in sight have to exist. */
const ROW = 34;
const BEYOND = 8;

/** The papers in view as a grid under the map: any number of rows, of which only those in sight exist. */
export function table(now: MapState, close: () => void): TemplateResult {
  const t = tableTexts;
  const made = tableOf(now);
  const rows = made.rows.value;
  const columns = made.shown.value;
  const { paper } = made.at.value;
  const reached = rows.indexOf(paper);
  const first = Math.max(0, Math.min(rows.length - 1, Math.floor(made.scrolled.value / ROW)) - BEYOND);
  const last = Math.min(rows.length, first + Math.ceil(innerHeight / ROW) + 2 * BEYOND);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, k) => first + k);
  // The row with the focus exists wherever it is, else the keyboard would be lost.
  if (reached >= 0 && (reached < first || reached >= last)) inSight.push(reached);
  const drawn: Drawn = {
    cells: columns.length + 2,
    page: 10,
    close,
    sortBy: (cell) => columns[cell - 1] && sortBy(now, columns[cell - 1]),
  };
  const least = columns.reduce((sum, { width }) => sum + width[0], 0);
  const tracks = columns.map(({ width: [px, share] }) =>
    share > 0 ? `minmax(${px}px, ${share}fr)` : `${px}px`,
  );
  return html`${bar(now, columns, close)}
    <div class="grid" role="grid" aria-label=${t.label} aria-multiselectable="true" aria-rowcount=${rows.length + 1} aria-colcount=${columns.length + 2} aria-describedby="table-keys"
      .style=${`--tracks: 40px ${tracks.join(" ")} 44px; --least: ${least + 84}px; --row: ${ROW}px`}
      @scroll=${(event: Event) => {
        made.scrolled.value = (event.target as HTMLElement).scrollTop;
      }} @keydown=${(event: KeyboardEvent) => {
        const page = Math.floor((event.currentTarget as HTMLElement).clientHeight / ROW) - 2;
        if (!press(now, event, { ...drawn, page: Math.max(1, page) })) return;
        event.preventDefault();
        event.stopPropagation();
      }}>
      ${header(now, columns)}
      <div class="rows-of-papers" role="rowgroup" .style=${`height: ${rows.length * ROW}px`}>${repeat(
        inSight,
        (k) => rows[k],
        (k) => row(now, rows[k], k, columns),
      )}</div></div>
    <p id="table-keys" class="unseen">${t.keys}</p>
    ${rows.length === 0 ? html`<p class="empty">${t.none}</p>` : nothing}`;
}

function bar(now: MapState, columns: readonly Column[], close: () => void): TemplateResult {
  const t = tableTexts;
  const { rows, columns: all } = tableOf(now);
  const selected = [...now.selection.value];
  const file = [t.file, t.fileHint, () => void saveTable(now, columns, rows.peek())] as const;
  return html`<div class="table-bar"><h2>${t.label}</h2>
    <p>${t.shown(rows.value.length, now.atlas.value.count)}${selected.length > 0 ? ` · ${t.selected(selected.length)}` : ""}</p>
    ${button(t.addAll, () => addSelected(rows.peek()), { title: t.addAllHint })}
    ${button(t.star, () => starAll(selected.length > 0 ? selected : rows.peek()), { title: t.starHint })}
    ${exportMenu(t.export, [file])}
    ${dropDown(
      t.choose,
      all.value.map(({ id, label }) =>
        check(label, chosen.value.has(id), () => choose(flipped(chosen.peek(), id))),
      ),
      "columns",
    )}
    ${iconButton("close", t.close, close)}</div>`;
}

function sortBy(now: MapState, column: Column): void {
  const { sort } = tableOf(now);
  sort.value = nextSort(column, sort.peek());
  announce(sort.value ? tableTexts.sorted(column.label, sort.value.isDescending) : tableTexts.unsorted);
}

function header(now: MapState, columns: readonly Column[]): TemplateResult {
  const { sort, at } = tableOf(now);
  const { paper, column: reached } = at.value;
  const by = sort.value;
  const stop = (cell: number) => (paper === HEADER && cell === reached ? 0 : -1);
  const focus = (cell: number) => () => {
    at.value = { paper: HEADER, column: cell };
  };
  const plain = (cell: number, label: string) =>
    html`<div role="columnheader" aria-colindex=${cell + 1} tabindex=${stop(cell)} @focus=${focus(cell)}><span class="unseen">${label}</span></div>`;
  return html`<div class="head" role="rowgroup"><div class="line" role="row" aria-rowindex="1">${plain(0, tableTexts.select)}${columns.map(
    (column, k) => {
      const isBy = by?.column === column.id;
      const direction = !isBy ? "none" : by.isDescending ? "descending" : "ascending";
      return html`<div role="columnheader" class=${column.isNumber ? "number" : ""} aria-colindex=${k + 2} aria-sort=${direction} title=${column.label} tabindex=${stop(k + 1)} @focus=${focus(k + 1)} @click=${() => sortBy(now, column)}><span>${column.label}</span><span class="arrow" aria-hidden="true">${isBy ? (by.isDescending ? "↓" : "↑") : ""}</span></div>`;
    },
  )}${plain(columns.length + 1, tableTexts.starred)}</div></div>`;
}

function row(now: MapState, i: number, k: number, columns: readonly Column[]): TemplateResult {
  const atlas = now.atlas.value;
  const { at } = tableOf(now);
  const { paper, column: reached } = at.value;
  // Its columns may be any of the texts.
  lacksAbstract(i);
  const title = titleOf(atlas, i);
  const isSelected = now.selection.value.has(i);
  const isStarred = state.stars.value.has(atlas.map.papers[i].identity);
  const isOpen = now.focus.value.kind === "paper" && now.focus.value.paper === i;
  // With another set of columns the cell may be gone: the last one is in its place.
  const here = Math.min(reached, columns.length + 1);
  const stop = (cell: number) => (paper === i && cell === here ? 0 : -1);
  const focus = (cell: number) => () => {
    if (at.peek().paper !== i || at.peek().column !== cell) at.value = { paper: i, column: cell };
  };
  const click = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest("button")) toggleStar(i);
    else if (event.shiftKey || event.ctrlKey || event.metaKey || target.matches("input"))
      tick(now, i, event.shiftKey);
    else openPaper(i, { fly: true });
  };
  return html`<div class="line row-of-table" role="row" aria-rowindex=${k + 2} aria-selected=${String(isSelected)} aria-current=${isOpen ? "true" : nothing} data-paper=${i}
    .style=${`transform: translateY(${k * ROW}px)`} @click=${click} @mousedown=${(event: MouseEvent) => event.shiftKey && event.preventDefault()} @pointerenter=${() => point(i)} @pointerleave=${() => point(undefined)}>
    <div role="gridcell" aria-colindex="1" tabindex=${stop(0)} @focus=${focus(0)}><input type="checkbox" tabindex="-1" aria-label=${texts.papers.select(title)} .checked=${live(isSelected)} /></div>
    ${columns.map(
      (column, c) =>
        html`<div role="gridcell" class=${column.isNumber ? "number" : ""} aria-colindex=${c + 2} tabindex=${stop(c + 1)} @focus=${focus(c + 1)}>${column.id === "title" ? dot(atlas.map.topic[i]) : nothing}<span>${column.id === "title" ? title : cellText(column, i)}</span></div>`,
    )}
    <div role="gridcell" aria-colindex=${columns.length + 2} tabindex=${stop(columns.length + 1)} @focus=${focus(columns.length + 1)}><button type="button" class="icon-button" tabindex="-1" aria-label=${texts.papers.starOne(title)} aria-pressed=${String(isStarred)}>${icon("star")}</button></div></div>`;
}
