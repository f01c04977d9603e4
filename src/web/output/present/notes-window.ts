import { texts } from "../../texts/texts.ts";
import type { Stop } from "../tour.ts";

/** What the presenter sees. */
export interface NotesPage {
  readonly here: Stop;
  readonly next: Stop | undefined;
  readonly at: number;
  readonly of: number;
}

/** The window, when it was opened (milliseconds), and what keeps its clock going. */
let notes: { readonly view: Window; readonly begun: number; readonly clock: number } | undefined;

/** Opens a window for the presenter's own screen, or brings it to the front; its keys drive the tour too. */
export function openNotes(press: (key: string) => boolean): void {
  if (notes && !notes.view.closed) {
    notes.view.focus();
    return;
  }
  const opened = window.open("", "topograph-notes", "popup,width=760,height=560");
  if (!opened) return;
  notes = { view: opened, begun: Date.now(), clock: window.setInterval(tick, 1000) };
  opened.document.title = texts.tour.notesWindow;
  // A sheet of its own: the policy of the page holds there too and allows no style elements.
  const Sheet = (opened as unknown as { CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  opened.document.adoptedStyleSheets = [sheet];
  opened.addEventListener("keydown", (event) => {
    if (press(event.key)) event.preventDefault();
  });
}

const STYLE = `:root { color-scheme: light dark; font: 20px/1.5 system-ui, sans-serif }
  body { margin: 0; padding: 24px 30px; display: grid; gap: 14px }
  header { display: flex; justify-content: space-between; opacity: 0.7; font-size: 16px }
  h1 { font-size: 30px; line-height: 1.2; margin: 0 } p { margin: 0; white-space: pre-wrap }
  .next { border-top: 1px solid; padding-top: 12px; font-size: 16px; opacity: 0.8 }`;

/** Shows the notes of a stop where the window is open. */
export function showNotes({ here, next, at, of }: NotesPage): void {
  if (!notes || notes.view.closed) return;
  const { document: page } = notes.view;
  const line = (tag: string, text: string, name = "") => {
    const element = page.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  };
  const head = page.createElement("header");
  head.append(line("span", `${at + 1} / ${of}`), line("time", ""));
  page.body.replaceChildren(
    head,
    line("h1", here.title),
    line("p", here.text),
    line("p", here.notes || texts.tour.noNotes, "notes"),
    line("p", next ? texts.tour.upNext(next.title) : texts.tour.last, "next"),
  );
  tick();
}

function tick(): void {
  if (!notes) return;
  const seconds = Math.floor((Date.now() - notes.begun) / 1000);
  const clock = notes.view.document.querySelector("time");
  if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Closes the window. */
export function closeNotes(): void {
  clearInterval(notes?.clock);
  notes?.view.close();
  notes = undefined;
}
