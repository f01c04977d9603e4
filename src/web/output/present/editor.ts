import { batch, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { flipped, messageOf, tell } from "../../page/actions.ts";
import { viewNow } from "../../page/address.ts";
import { encodeView } from "../../page/hash.ts";
import { type MapState, perMap } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { boxTitle, button, iconButton } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import type { Stop } from "../tour.ts";
import { tourOfTopics } from "./generate.ts";
import { present } from "./presenter.ts";
import { showStop } from "./show.ts";

/** Papers that a stop names at most. */
const MOST = 8;

/** Opens the editor of the tour beside the map. */
export function openTourEditor(): void {
  state.extra.value = editor;
}

const close = () => {
  state.extra.value = undefined;
};

/** The stops whose forms are open. */
const opened = perMap(() => signal<ReadonlySet<Stop>>(new Set()));

/** Another stop in the place of one; its form stays open. */
function change(now: MapState, before: Stop, stop: Stop): void {
  const open = opened(now);
  batch(() => {
    now.tour.value = now.tour.peek().map((other) => (other === before ? stop : other));
    if (open.peek().has(before))
      open.value = new Set([...open.peek()].map((one) => (one === before ? stop : one)));
  });
}

function move({ tour }: MapState, k: number, to: number): void {
  const stops = [...tour.peek()];
  [stops[k], stops[to]] = [stops[to], stops[k]];
  tour.value = stops;
}

/** What is seen now, with what is selected as what is named. */
function seen(now: MapState): Pick<Stop, "view" | "papers"> {
  const atlas = now.atlas.peek();
  const papers = [...now.selection.peek()].slice(0, MOST).map((i) => atlas.map.papers[i].identity);
  tell(texts.tour.captured);
  return { papers, view: encodeView(atlas, viewNow(now)) };
}

function capture(now: MapState): void {
  const stops = now.tour.peek();
  const stop = { title: texts.tour.newTitle(stops.length + 1), text: "", notes: "", ...seen(now) };
  batch(() => {
    now.tour.value = [...stops, stop];
    opened(now).value = new Set([...opened(now).peek(), stop]);
  });
  const title = document.querySelector<HTMLInputElement>(".stops li:last-child input");
  title?.focus();
  title?.select();
}

function generate({ tour, atlas }: MapState): void {
  if (tour.peek().length > 0 && !confirm(texts.tour.replace)) return;
  tour.value = tourOfTopics(atlas.peek().map);
}

async function handout(): Promise<void> {
  try {
    const part = await import("./handout.ts");
    await part.saveHandout();
  } catch (error) {
    tell(`${texts.tour.handoutFailed} ${messageOf(error)}`);
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
      ${button(t.generate, () => generate(now), isEmpty ? { kind: "primary" } : {})}
      ${button(t.handout, () => void handout(), { disabled: isEmpty })}
    </div>
    <p class="faint">${isEmpty ? t.empty : t.hint}</p>
    <ol class="stops">${stops.map((stop, k) => stopRow(now, stop, k))}</ol>
  </aside>`;
}

function stopRow(now: MapState, stop: Stop, k: number): TemplateResult {
  const t = texts.tour;
  const { length } = now.tour.value;
  const typed = (part: "title" | "text" | "notes") => (event: Event) =>
    change(now, stop, { ...stop, [part]: (event.target as HTMLInputElement).value });
  // Where it goes is then a camera, not a topic.
  const recapture = () => {
    const { to: _, ...rest } = stop;
    change(now, stop, { ...rest, ...seen(now) });
  };
  const arrow = (sign: string, label: string, to: number) =>
    html`<button type="button" class="icon-button" aria-label=${label} title=${label} ?disabled=${to < 0 || to >= length} @click=${() => move(now, k, to)}>${sign}</button>`;
  const open = opened(now);
  const toggled = (event: Event) => {
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (isOpen !== open.peek().has(stop)) open.value = flipped(open.peek(), stop);
  };
  return html`<li><details .open=${live(open.value.has(stop))} @toggle=${toggled}>
      <summary><b>${k + 1}</b> <span>${stop.title || t.untitled}</span></summary>
      <label>${t.stopTitle}<input type="text" .value=${live(stop.title)} @input=${typed("title")} /></label>
      <label>${t.stopText}<textarea rows="2" .value=${live(stop.text)} @input=${typed("text")}></textarea></label>
      <label>${t.stopNotes}<textarea rows="4" .value=${live(stop.notes)} @input=${typed("notes")}></textarea></label>
      <p class="faint">${t.papers(stop.papers.length)}</p>
      <div class="card-actions">${button(t.show, () => showStop(stop))}${button(t.recapture, recapture)}${button(t.presentFrom, () => present(k))}</div></details>
    <span class="stop-order">
      ${arrow("↑", t.up(k + 1), k - 1)}${arrow("↓", t.down(k + 1), k + 1)}
      ${iconButton("close", t.remove(k + 1), () => {
        now.tour.value = now.tour.peek().filter((_, other) => other !== k);
      })}</span></li>`;
}
