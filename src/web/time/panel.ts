import { html, nothing, type TemplateResult } from "lit-html";
import type { TimeLook } from "../../view/time-look.ts";
import { chartMenu } from "../output/chart-menu.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { togglePlay } from "../page/time.ts";
import { button, check, choice, closedByEscape, iconButton } from "../panels/parts.ts";
import { timeTexts as t } from "../texts/time.ts";
import { ASKED } from "./modes/asked.ts";
import { cited, hasCited } from "./modes/cited.ts";
import { thematic } from "./modes/thematic.ts";
import { timePicture } from "./picture.ts";
import type { TimeRows } from "./rows.ts";
import { timeOf } from "./store.ts";
import { timeTable } from "./table.ts";

/** Time under the map: what is shown of it, how that is drawn and counted, and the picture, list or table. */
export function timePanel(now: MapState, close: () => void): TemplateResult {
  const look = state.timeLook.value;
  const leave = closedByEscape(close);
  const modes = t.modes.filter(
    ([mode]) => mode === "topics" || (mode === "cited" ? hasCited(now) : MODES[mode] !== undefined),
  );
  return html`<div class="table-bar" @keydown=${leave}><h2 class="unseen">${t.label}</h2>${choice(modes, MODES[look.mode] ? look.mode : "topics", (mode) => change({ mode }), t.mode)}${
    MODES[look.mode] === undefined ? topicChoices(now) : html`<p></p>`
  }${saveMenu(now)}${button(t.play.open, () => togglePlay(), { title: t.play.openHint, pressed: now.moment.value !== undefined })}${iconButton("close", t.close, close)}</div>
    <div class="time" data-mode=${look.mode} @keydown=${leave}>${body(now)}</div>`;
}

/** What is shown as a picture, where the command line draws it, too. */
function saveMenu(now: MapState): TemplateResult | typeof nothing {
  const { mode, shape, measure } = state.timeLook.value;
  if (mode === "thematic")
    return chartMenu(now, "thematic", (charts, map, look) => charts.thematicChart(map, look));
  if (MODES[mode] !== undefined) return nothing;
  const drawn = shape === "table" ? "stream" : shape;
  return chartMenu(now, "years", (charts, map, look) =>
    charts.timeChart(map, { ...look, shape: drawn, measure }),
  );
}

function change(part: Partial<TimeLook>): void {
  state.timeLook.value = { ...state.timeLook.peek(), ...part };
}

function topicChoices(now: MapState): TemplateResult {
  const all = timeOf(now).data.value;
  const look = state.timeLook.value;
  const measures = t.measures.filter(([measure]) => measure !== "citations" || all.counted !== "none");
  return html`${choice(t.shapes, look.shape, (shape) => change({ shape }), t.shape)}${choice(
    measures,
    look.measure,
    (measure) => change({ measure }),
    t.measure,
  )}${check(t.mean, look.isMean, (isMean) => change({ isMean }), { hint: t.meanHint })}<p role="status">${all.dated > 0 ? counted(all) : nothing}</p>`;
}

/** What is drawn of each way to look at time but the topics over years. */
const MODES: typeof ASKED = { ...ASKED, thematic, cited };

function body(now: MapState): TemplateResult {
  const { mode, shape } = state.timeLook.value;
  const other = MODES[mode];
  if (other) return other(now);
  const all = timeOf(now).data.value;
  if (all.dated === 0) return html`<p class="empty">${t.empty}</p>`;
  return shape === "table" ? timeTable(now, all) : timePicture(now, all, shape);
}

function counted({ from, papers, dated, undated }: TimeRows): string {
  const first = papers.findIndex((n) => n > 0);
  return t.counted(dated, from + first, from + papers.findLastIndex((n) => n > 0), undated);
}
