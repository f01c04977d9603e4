import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { encodeView } from "../../../view/hash.ts";
import { minutesOfTour, type Stop } from "../../../view/tour.ts";
import { messageOf, tell } from "../../page/actions.ts";
import { viewNow } from "../../page/address.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { boxTitle, button } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import { makeTour } from "./make-tour.ts";
import { present } from "./presenter.ts";
import { stopRow } from "./stop-row.ts";
import { add, idOf, setOpen } from "./stops.ts";

/** Papers that a stop names at most. */
const MOST = 8;

/** Opens the editor of the tour beside the map. */
export function openTourEditor(): void {
  state.extra.value = editor;
}

const close = () => {
  state.extra.value = undefined;
};

/** What is seen now, with what is selected as what is named. */
function seen(now: MapState): Pick<Stop, "view" | "papers"> {
  const atlas = now.atlas.peek();
  const papers = [...now.selection.peek()].slice(0, MOST).map((i) => atlas.map.papers[i].identity);
  tell(texts.tour.captured);
  return { papers, view: encodeView(atlas, viewNow(now)) };
}

function capture(now: MapState): void {
  const title = texts.tour.newTitle(now.tour.peek().length + 1);
  add(now, { title, text: "", notes: "", ...seen(now) });
  writeTitle(now.tour.peek().length - 1);
}

function writeTitle(k: number): void {
  const field = document.querySelector<HTMLInputElement>(`.stops li:nth-child(${k + 1}) input`);
  field?.focus();
  field?.select();
}

/** From the form of a stop to the next one's; after the last what is seen now becomes a stop. */
function goOn(now: MapState, k: number): void {
  const stops = now.tour.peek();
  setOpen(now, stops[k], false);
  if (k + 1 < stops.length) {
    setOpen(now, stops[k + 1], true);
    writeTitle(k + 1);
  } else capture(now);
}

async function generate(now: MapState): Promise<void> {
  if (now.tour.peek().length > 0 && !confirm(texts.tour.replace)) return;
  try {
    now.tour.value = await makeTour(now);
  } catch (error) {
    tell(messageOf(error));
  }
}

/** How many stops of a handout are drawn while it is made, and what ends it. */
const making = signal<{ readonly done: number; cancel(): void } | undefined>(undefined);

async function handout(now: MapState): Promise<void> {
  let goesOn = true;
  const cancel = () => {
    goesOn = false;
    making.value = undefined;
  };
  const seeAfter = async (done: number) => {
    making.value = { done, cancel };
    // The page is drawn, and hears clicks, before the next one is made.
    await new Promise((resolve) => setTimeout(resolve));
    return goesOn;
  };
  try {
    await seeAfter(0);
    const part = await import("./handout.ts");
    await part.saveHandout(now, seeAfter);
  } catch (error) {
    tell(`${texts.tour.handoutFailed} ${messageOf(error)}`);
  } finally {
    making.value = undefined;
  }
}

function editor(): TemplateResult | typeof nothing {
  const t = texts.tour;
  const now = state.current.value;
  if (!now) return nothing;
  const stops = now.tour.value;
  const isEmpty = stops.length === 0;
  return html`<aside class="tour-editor" role="dialog" aria-label=${t.title}>
    ${boxTitle(t.title, close)}
    <div class="card-actions">
      ${button(t.present, () => present(), { disabled: isEmpty, ...(isEmpty ? {} : { kind: "primary" }) })}
      ${button(t.capture, () => capture(now))}
      ${button(t.generate, () => void generate(now), isEmpty ? { kind: "primary" } : {})}
      ${handoutPart(now, isEmpty)}
    </div>
    <p class="faint">${isEmpty ? t.empty : `${t.length(stops.length, minutesOfTour(stops))} ${t.hint}`}</p>
    <ol class="stops">${repeat(
      stops,
      (stop) => idOf(now, stop),
      (stop, k) => stopRow(now, stop, k, { seen: () => seen(now), goOn: () => goOn(now, k) }),
    )}</ol>
  </aside>`;
}

function handoutPart(now: MapState, isEmpty: boolean): TemplateResult {
  const t = texts.tour;
  const made = making.value;
  if (!made) return button(t.handout, () => void handout(now), { disabled: isEmpty });
  return html`<span class="making" role="status"><progress max=${now.tour.value.length} .value=${made.done} aria-label=${t.handoutMaking}></progress>
    ${button(t.handoutCancel, made.cancel)}</span>`;
}
