import { html, nothing, type TemplateResult } from "lit-html";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { togglePlay } from "../page/time.ts";
import { button, check, choice, closedByEscape, iconButton } from "../panels/parts.ts";
import { timeTexts as t } from "../texts/time.ts";
import { timePicture } from "./picture.ts";
import type { TimeRows } from "./rows.ts";
import { timeOf } from "./store.ts";
import { timeTable } from "./table.ts";

/** Topics over years under the map: how they are drawn and counted, and the picture or table. */
export function timePanel(now: MapState, close: () => void): TemplateResult {
  const all = timeOf(now).data.value;
  const look = state.timeLook.value;
  const change = (part: Partial<typeof look>) => {
    state.timeLook.value = { ...look, ...part };
  };
  const measures = t.measures.filter(([measure]) => measure !== "citations" || all.counted !== "none");
  const leave = closedByEscape(close);
  return html`<div class="table-bar" @keydown=${leave}><h2>${t.label}</h2>${choice(t.shapes, look.shape, (shape) => change({ shape }), t.shape)}${choice(
    measures,
    look.measure,
    (measure) => change({ measure }),
    t.measure,
  )}${check(t.mean, look.isMean, (isMean) => change({ isMean }), { hint: t.meanHint })}<p role="status">${all.dated > 0 ? counted(all) : nothing}</p>${button(t.play.open, () => togglePlay(), { title: t.play.openHint, pressed: now.moment.value !== undefined })}${iconButton("close", t.close, close)}</div>
    <div class="time" @keydown=${leave}>${
      all.dated === 0
        ? html`<p class="empty">${t.empty}</p>`
        : look.shape === "table"
          ? timeTable(now, all)
          : timePicture(now, all, look.shape)
    }</div>`;
}

function counted({ from, papers, dated, undated }: TimeRows): string {
  const first = papers.findIndex((n) => n > 0);
  return t.counted(dated, from + first, from + papers.findLastIndex((n) => n > 0), undated);
}
