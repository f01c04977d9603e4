import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { minutesOf, type Stop } from "../../../view/tour.ts";
import { announce } from "../../page/actions.ts";
import type { MapState } from "../../page/map-state.ts";
import { button, iconButton } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import { present } from "./presenter.ts";
import { showStop } from "./show.ts";
import { stopPicture } from "./stop-picture.ts";
import { change, idOf, isOpen, move, remove, setOpen } from "./stops.ts";

/** CSS pixels of a stop's picture in its row. */
const PICTURE = 104;
/** What a stop that is dragged is known by. */
const DRAGGED = "application/x-topograph-stop";

/** What a row asks of the editor: what is seen now, and the form after this one. */
export interface Editing {
  seen(): Partial<Stop>;
  goOn(): void;
}

/** A row of the tour's editor: picture and title, the form below when it is open; moved by dragging, buttons and Alt with arrows. */
export function stopRow(now: MapState, stop: Stop, k: number, { seen, goOn }: Editing): TemplateResult {
  const t = texts.tour;
  const { length } = now.tour.value;
  const moveTo = (to: number, part: string) => {
    if (!move(now, k, to)) return;
    announce(t.moved(to + 1, length));
    // What moves in the page loses the focus.
    document.querySelector<HTMLElement>(`[data-stop="${idOf(now, stop)}"] ${part}`)?.focus();
  };
  const arrow = (sign: string, label: string, by: 1 | -1) =>
    html`<button type="button" class="icon-button" data-by=${by} aria-label=${label} title=${label} ?disabled=${!(k + by in now.tour.value)} @click=${() => moveTo(k + by, `[data-by="${by}"]`)}>${sign}</button>`;
  const keyed = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    moveTo(k + by, "summary");
  };
  // At once: the event of the platform comes later, and what is drawn before it would close the form again.
  const toggle = (event: Event) => {
    event.preventDefault();
    setOpen(now, stop, !isOpen(now, stop));
  };
  const written = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    goOn();
  };
  return html`<li data-stop=${idOf(now, stop)} @keydown=${written} @dragover=${over} @dragleave=${leave} @drop=${(
    event: DragEvent,
  ) => {
    leave(event);
    const from = event.dataTransfer?.getData(DRAGGED);
    if (from === undefined || from === "") return;
    event.preventDefault();
    move(now, Number(from), k);
  }}><details .open=${live(isOpen(now, stop))}>
      <summary draggable="true" title=${t.drag} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" @keydown=${keyed} @click=${toggle}
        @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(DRAGGED, String(k))}>
        <img src=${stopPicture(now, stop, PICTURE, false)} alt="" width=${PICTURE} draggable="false" />
        <span><b>${k + 1}</b> <span>${stop.title || t.untitled}</span><small>${t.minutes(minutesOf(stop))}</small></span></summary>
      ${form(now, stop, k, seen)}</details>
    <span class="stop-order">
      ${arrow("↑", t.up(k + 1), -1)}${arrow("↓", t.down(k + 1), 1)}${iconButton("close", t.remove(k + 1), () => remove(now, stop))}</span></li>`;
}

function form(now: MapState, stop: Stop, k: number, seen: Editing["seen"]): TemplateResult {
  const t = texts.tour;
  const typed = (part: "title" | "text" | "notes") => (event: Event) =>
    change(now, stop, { ...stop, [part]: (event.target as HTMLInputElement).value });
  // Where it goes is then a camera, not a topic.
  const recapture = () => {
    const { to: _, ...rest } = stop;
    change(now, stop, { ...rest, ...seen() });
  };
  return html`<label>${t.stopTitle}<input type="text" dir="auto" .value=${live(stop.title)} @input=${typed("title")} /></label>
    <label>${t.stopText}<textarea rows="2" dir="auto" .value=${live(stop.text)} @input=${typed("text")}></textarea></label>
    <label>${t.stopNotes}<textarea rows="4" dir="auto" .value=${live(stop.notes)} @input=${typed("notes")}></textarea></label>
    <p class="faint">${t.papers(stop.papers.length)}</p>
    <div class="card-actions">${button(t.show, () => showStop(stop))}${button(t.recapture, recapture)}${button(t.presentFrom, () => present(k))}</div>`;
}

function over(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes(DRAGGED)) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.add("over");
}

function leave(event: DragEvent): void {
  (event.currentTarget as HTMLElement).classList.remove("over");
}
