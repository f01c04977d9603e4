import { html, type TemplateResult } from "lit-html";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { dot } from "../panels/parts.ts";
import { timeTexts as t } from "../texts/time.ts";
import { cellText, openCell, rowName } from "./choose.ts";
import type { TimeRows } from "./rows.ts";
import { timeOf } from "./store.ts";

/** The same numbers as a table: a topic a row, a year a column; a number shows its papers. One stop of Tab, arrow keys go on. */
export function timeTable(now: MapState, data: TimeRows): TemplateResult {
  const made = timeOf(now);
  const values = made.values.value;
  const { measure } = state.timeLook.value;
  const { partial } = data;
  const at = made.at.value ?? { row: 0, column: data.papers.length - 1 };
  const say = (value: number) =>
    value === 0 ? "" : measure === "share" ? t.percent(value) : t.amount(value);
  return html`<div class="time-table"><table @keydown=${step}><thead><tr><th scope="col">${t.label}</th><th scope="col">${t.all}</th>${Array.from(
    data.papers,
    (_, k) =>
      html`<th scope="col" ?data-partial=${partial[k] === 1} title=${partial[k] === 1 ? t.isPartial : ""}>${data.from + k}</th>`,
  )}</tr></thead><tbody>${data.rows.map(
    ({ topic, total }, row) =>
      html`<tr><th scope="row">${dot(topic)}${rowName(now, topic)}</th><td>${t.amount(total)}</td>${Array.from(
        values[row],
        (value, column) =>
          html`<td ?data-partial=${partial[column] === 1}><button type="button" tabindex=${row === at.row && column === at.column ? 0 : -1} aria-label=${cellText(now, data, { row, column }).join(", ")} @focus=${() => {
            made.at.value = { row, column };
          }} @click=${() => openCell(now, data, { row, column })}>${say(value)}</button></td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

function step(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest("td");
  const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const line = cell?.parentElement;
  if (!cell || !way || !(line instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  event.stopPropagation();
  const table = line.closest("table");
  table?.rows[line.rowIndex + way[0]]?.cells[cell.cellIndex + way[1]]?.querySelector("button")?.focus();
}
