import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Stop } from "../../../view/tour.ts";
import { texts } from "../../texts/texts.ts";

/** What the presenter sees. */
export interface NotesPage {
  readonly here: Stop;
  readonly next: Stop | undefined;
  readonly at: number;
  readonly of: number;
  /** A picture of the next stop, as the address of an image. */
  readonly picture: string;
  /** Share of the talk that is to have passed at the end of this stop. */
  readonly share: number;
}

interface Notes {
  readonly view: Window;
  /** When it was opened, in milliseconds. */
  readonly begun: number;
  readonly clock: number;
  /** Minutes that the talk may take. */
  target: number;
  page?: NotesPage;
}

let notes: Notes | undefined;

/**
 * Opens a window for the presenter's own screen, or brings it to the front; its keys drive the tour too.
 * @param target minutes that the talk is to take; the presenter may set others
 */
export function openNotes(press: (key: string) => boolean, target: number): void {
  if (notes && !notes.view.closed) {
    notes.view.focus();
    return;
  }
  const opened = window.open("", "topograph-notes", "popup,width=860,height=680");
  if (!opened) return;
  notes = { view: opened, begun: Date.now(), clock: window.setInterval(draw, 1000), target };
  opened.document.title = texts.tour.notesWindow;
  // A sheet of its own: the policy of the page holds there too and allows no style elements.
  const Sheet = (opened as unknown as { CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  opened.document.adoptedStyleSheets = [sheet];
  opened.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element | null)?.tagName === "INPUT";
    if (!isTyping && press(event.key)) event.preventDefault();
  });
}

const STYLE = `:root { color-scheme: light dark; font: 20px/1.5 Inter, system-ui, sans-serif }
  body { margin: 0; padding: 22px 30px; display: grid; gap: 14px }
  header { display: flex; align-items: baseline; gap: 24px; font-variant-numeric: tabular-nums }
  header span { opacity: 0.75 } time { font-size: 34px; font-weight: 700 }
  header label { margin-left: auto; font-size: 16px } input { font: inherit; width: 4em }
  .late { color: #c2410c; opacity: 1 } progress { width: 100%; height: 10px }
  h1 { font-size: 30px; line-height: 1.2; margin: 0 } p { margin: 0; white-space: pre-wrap }
  .next { border-top: 1px solid; padding-top: 14px; font-size: 17px; display: flex; gap: 18px; align-items: flex-start }
  .next img { width: min(320px, 45vw); border: 1px solid gray; border-radius: 8px }`;

/** Whether the window is open. */
export function hasNotes(): boolean {
  return notes?.view.closed === false;
}

/** Shows the notes of a stop where the window is open. */
export function showNotes(page: NotesPage): void {
  if (notes) notes.page = page;
  draw();
}

function draw(): void {
  if (!notes?.page || notes.view.closed) return;
  render(notesPage(notes, notes.page), notes.view.document.body);
}

function notesPage(of: Notes, page: NotesPage): TemplateResult {
  const t = texts.tour;
  const seconds = Math.floor((Date.now() - of.begun) / 1000);
  const left = Math.round(of.target * 60 * page.share) - seconds;
  const set = (event: Event) => {
    const minutes = Number((event.target as HTMLInputElement).value);
    if (minutes > 0) of.target = minutes;
    draw();
  };
  return html`<header><time>${clock(seconds)}</time><span>${page.at + 1} / ${page.of}</span>
      <span class=${left < 0 ? "late" : ""}>${left < 0 ? t.behind(clock(-left)) : t.leftHere(clock(left))}</span>
      <label>${t.target} <input type="number" min="1" max="600" .defaultValue=${String(of.target)} @change=${set} /> min</label></header>
    <progress max=${of.target * 60} .value=${Math.min(seconds, of.target * 60)} aria-label=${t.target}></progress>
    <h1>${page.here.title}</h1><p>${page.here.text}</p>
    <p class="notes">${page.here.notes || t.noNotes}</p>
    <div class="next">${page.picture ? html`<img src=${page.picture} alt="" />` : nothing}<p>${page.next ? t.upNext(page.next.title) : t.last}</p></div>`;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Closes the window. */
export function closeNotes(): void {
  clearInterval(notes?.clock);
  notes?.view.close();
  notes = undefined;
}
