import { signal } from "@preact/signals-core";
import { currentView, restInsets } from "../../map/mount.ts";
import { announce } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { words } from "../../texts/present.ts";
import { setLargeType } from "../large-type.ts";
import { type Stop, tour } from "../tour.ts";
import { tourOfTopics } from "./generate.ts";
import { closeNotes, openNotes, showNotes } from "./notes-window.ts";
import { presenterView } from "./presenter-view.ts";
import { showStop, viewNow } from "./show.ts";

/** The stop that is shown, from 0. */
export const at = signal(0);
/** The screen is black, so that the audience looks at the speaker. */
export const isBlack = signal(false);

let before: string | undefined;

/** Which step a key asks for; clickers send PageUp and PageDown, B or a dot for a black screen. */
const STEPS: Readonly<Record<string, number>> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  Enter: 1,
  " ": 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Backspace: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Starts to present the tour from a stop. */
export function present(from = 0): void {
  if (tour.peek().length === 0 || before !== undefined) return;
  before = viewNow();
  document.getElementById("app")?.setAttribute("data-presenting", "");
  addEventListener("keydown", onKey, true);
  addEventListener("resize", place);
  setLargeType(true);
  state.extra.value = presenterView;
  isBlack.value = false;
  at.value = Math.min(from, tour.peek().length - 1);
  // The map has its new size in the next frame; a key pressed until then has its say.
  requestAnimationFrame(() => {
    if (before !== undefined) goTo(at.peek());
  });
}

/** Presents the tour of the map; one made from its topics where it has none. */
export function presentAny(): void {
  const map = state.atlas.peek()?.map;
  if (map && tour.peek().length === 0) tour.value = tourOfTopics(map);
  present();
}

/** Ends presenting; the view is as it was before. */
export function endPresenting(): void {
  if (before === undefined) return;
  const view = before;
  before = undefined;
  removeEventListener("keydown", onKey, true);
  removeEventListener("resize", place);
  document.getElementById("app")?.removeAttribute("data-presenting");
  setLargeType(false);
  closeNotes();
  state.extra.value = undefined;
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  requestAnimationFrame(() => {
    const map = currentView();
    map?.setInsets(restInsets());
    showStop({ view });
  });
}

/** Goes to a stop. */
export function goTo(stop: number): void {
  const stops = tour.peek();
  const next = Math.max(0, Math.min(stops.length - 1, stop));
  at.value = next;
  isBlack.value = false;
  // Its caption has a height of its own.
  place();
  showStop(stops[next]);
  tellNotes();
  announce(words.tour.said(next + 1, stops.length, stops[next].title, stops[next].text));
}

/** What a key does while presenting. @returns whether it does anything */
function press(key: string): boolean {
  const step = STEPS[key];
  if (step !== undefined) goTo(at.peek() + step);
  else if (key === "Escape") endPresenting();
  else if (/^[b.,w]$/i.test(key)) isBlack.value = !isBlack.peek();
  else if (/^f$/i.test(key)) toggleFullScreen();
  else if (/^n$/i.test(key)) openPresenterNotes();
  else return false;
  return true;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // Buttons keep the keys that press them.
  const isOnButton =
    event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ");
  if (isOnButton || !press(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Full screen, or back. */
export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => {});
}

/** Opens the window with the notes, for the presenter's own screen. */
export function openPresenterNotes(): void {
  openNotes(press);
  tellNotes();
}

function tellNotes(): void {
  const stops: readonly Stop[] = tour.peek();
  const here = stops[at.peek()];
  if (here) showNotes({ here, next: stops[at.peek() + 1], at: at.peek(), of: stops.length });
}

/** Keeps flights clear of the caption, and names of the buttons. */
function place(): void {
  const caption = document.querySelector<HTMLElement>(".caption");
  const map = document.getElementById("map");
  if (!caption || !map) return;
  const isBeside = map.clientWidth > 900;
  const controls = document.querySelector(".tour-controls")?.getBoundingClientRect();
  currentView()?.setInsets(
    {
      top: 20,
      right: 20,
      bottom: isBeside ? 20 : caption.offsetHeight,
      left: isBeside ? caption.offsetLeft + caption.offsetWidth : 20,
    },
    controls ? [controls] : [],
  );
}
