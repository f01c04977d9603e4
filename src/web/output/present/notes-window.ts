import { words } from "../../texts/present.ts";
import type { Stop } from "../tour.ts";

/** What the presenter sees. */
export interface NotesPage {
  readonly here: Stop;
  readonly next: Stop | undefined;
  readonly at: number;
  readonly of: number;
}

let view: Window | undefined;
let begun = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Opens a window for the presenter's own screen, or brings it to the front; its keys drive the tour too. */
export function openNotes(press: (key: string) => boolean): void {
  if (view && !view.closed) {
    view.focus();
    return;
  }
  const opened = window.open("", "topograph-notes", "popup,width=760,height=560");
  if (!opened) return;
  view = opened;
  begun = Date.now();
  opened.document.title = words.tour.notesWindow;
  // A sheet of its own: the policy of the page holds there too and allows no style elements.
  const Sheet = (opened as unknown as { CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  opened.document.adoptedStyleSheets = [sheet];
  opened.addEventListener("keydown", (event) => {
    if (press(event.key)) event.preventDefault();
  });
  timer = setInterval(tick, 1000);
}

const STYLE = `:root { color-scheme: light dark; font: 20px/1.5 system-ui, sans-serif }
  body { margin: 0; padding: 24px 30px; display: grid; gap: 14px }
  header { display: flex; justify-content: space-between; opacity: 0.7; font-size: 16px }
  h1 { font-size: 30px; line-height: 1.2; margin: 0 } p { margin: 0; white-space: pre-wrap }
  .next { border-top: 1px solid; padding-top: 12px; font-size: 16px; opacity: 0.8 }`;

/** Shows the notes of a stop where the window is open. */
export function showNotes({ here, next, at, of }: NotesPage): void {
  if (!view || view.closed) return;
  const { document: page } = view;
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
    line("p", here.notes || words.tour.noNotes, "notes"),
    line("p", next ? words.tour.upNext(next.title) : words.tour.last, "next"),
  );
  tick();
}

function tick(): void {
  const seconds = Math.floor((Date.now() - begun) / 1000);
  const clock = view?.document.querySelector("time");
  if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Closes the window. */
export function closeNotes(): void {
  clearInterval(timer);
  view?.close();
  view = undefined;
}
