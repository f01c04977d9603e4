import { html, nothing, type TemplateResult } from "lit-html";
import { tell } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { iconButton } from "../../panels/parts.ts";
import { words } from "../../texts/present.ts";
import { type Stop, tour } from "../tour.ts";
import { tourOfTopics } from "./generate.ts";
import { present } from "./presenter.ts";
import { showStop, viewNow } from "./show.ts";

/** Opens the editor of the tour beside the map. */
export function openTourEditor(): void {
  state.extra.value = editor;
}

const close = () => {
  state.extra.value = undefined;
};

function change(k: number, part: Partial<Stop>): void {
  tour.value = tour.peek().map((stop, other) => (other === k ? { ...stop, ...part } : stop));
}

function move(k: number, by: 1 | -1): void {
  const stops = [...tour.peek()];
  const to = k + by;
  if (to < 0 || to >= stops.length) return;
  [stops[k], stops[to]] = [stops[to], stops[k]];
  tour.value = stops;
}

function remove(k: number): void {
  tour.value = tour.peek().filter((_, other) => other !== k);
}

/** A stop of what is seen now. What is selected is what it names. */
function capture(): void {
  const atlas = state.atlas.peek();
  if (!atlas) return;
  const papers = [...state.selection.peek()].slice(0, 8).map((i) => atlas.map.papers[i].identity);
  const stop = {
    title: words.tour.newTitle(tour.peek().length + 1),
    text: "",
    notes: "",
    papers,
    view: viewNow(),
  };
  tour.value = [...tour.peek(), stop];
  tell(words.tour.captured);
}

function generate(): void {
  const map = state.atlas.peek()?.map;
  if (!map) return;
  if (tour.peek().length > 0 && !confirm(words.tour.replace)) return;
  tour.value = tourOfTopics(map);
}

async function handout(): Promise<void> {
  try {
    const part = await import("./handout.ts");
    await part.saveHandout();
  } catch (error) {
    tell(`${words.tour.handoutFailed} ${error instanceof Error ? error.message : String(error)}`);
  }
}

function editor(): TemplateResult | typeof nothing {
  const t = words.tour;
  if (!state.atlas.value) return nothing;
  const stops = tour.value;
  return html`<aside class="tour-editor" role="dialog" aria-label=${t.title}>
    <div class="card-title"><h2>${t.title}</h2>${iconButton("close", t.close, close)}</div>
    <div class="card-actions">
      <button type="button" class=${stops.length === 0 ? "button" : "button primary"} ?disabled=${stops.length === 0} @click=${() => present()}>${t.present}</button>
      <button type="button" class="button" @click=${capture}>${t.capture}</button>
      <button type="button" class=${stops.length === 0 ? "button primary" : "button"} @click=${generate}>${t.generate}</button>
      <button type="button" class="button" ?disabled=${stops.length === 0} @click=${() => void handout()}>${t.handout}</button>
    </div>
    <p class="faint">${stops.length === 0 ? t.empty : t.hint}</p>
    <ol class="stops">${stops.map((stop, k) => stopRow(stop, k, stops.length))}</ol>
  </aside>`;
}

function stopRow(stop: Stop, k: number, count: number): TemplateResult {
  const t = words.tour;
  const typed = (part: "title" | "text" | "notes") => (event: Event) =>
    change(k, { [part]: (event.target as HTMLInputElement).value });
  return html`<li><details ?open=${count === 1}>
      <summary><b>${k + 1}</b> <span>${stop.title || t.untitled}</span></summary>
      <label>${t.stopTitle}<input type="text" .value=${stop.title} @input=${typed("title")} /></label>
      <label>${t.stopText}<textarea rows="2" .value=${stop.text} @input=${typed("text")}></textarea></label>
      <label>${t.stopNotes}<textarea rows="4" .value=${stop.notes} @input=${typed("notes")}></textarea></label>
      <p class="faint">${t.papers(stop.papers.length)}</p>
      <div class="card-actions">
        <button type="button" class="button" @click=${() => showStop(stop)}>${t.show}</button>
        <button type="button" class="button" @click=${() => recapture(k)}>${t.recapture}</button>
        <button type="button" class="button" @click=${() => present(k)}>${t.presentFrom}</button>
      </div></details>
    <span class="stop-order">
      <button type="button" class="icon-button" aria-label=${t.up(k + 1)} title=${t.up(k + 1)} ?disabled=${k === 0} @click=${() => move(k, -1)}>↑</button>
      <button type="button" class="icon-button" aria-label=${t.down(k + 1)} title=${t.down(k + 1)} ?disabled=${k === count - 1} @click=${() => move(k, 1)}>↓</button>
      ${iconButton("close", t.remove(k + 1), () => remove(k))}</span></li>`;
}

/** The stop shows from now on what is seen now; where it goes is then a camera, not a topic. */
function recapture(k: number): void {
  const atlas = state.atlas.peek();
  const { to: _, ...stop } = tour.peek()[k];
  const papers = [...state.selection.peek()].slice(0, 8).flatMap((i) => atlas?.map.papers[i].identity ?? []);
  tour.value = tour.peek().map((other, n) => (n === k ? { ...stop, papers, view: viewNow() } : other));
  tell(words.tour.captured);
}
