import { signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { setType } from "../../../scene/type.ts";
import { encodeView } from "../../../view/hash.ts";
import { minutesOf, minutesOfTour, type Stop } from "../../../view/tour.ts";
import { restInsets } from "../../map/insets.ts";
import { announce } from "../../page/actions.ts";
import { viewNow } from "../../page/address.ts";
import * as state from "../../page/state.ts";
import { texts } from "../../texts/texts.ts";
import { makeTour } from "./make-tour.ts";
import { closeNotes, hasNotes, openNotes, showNotes } from "./notes-window.ts";
import { presenterView, type Standing } from "./presenter-view.ts";
import { showStop } from "./show.ts";
import { stopPicture } from "./stop-picture.ts";

/** Where one stands, and the view to go back to; undefined while nothing is presented. */
const standing = signal<(Standing & { readonly before: string }) | undefined>(undefined);

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

/** CSS pixels of the next stop's picture in the notes. */
const NEXT = 320;

const stopsNow = () => state.current.peek()?.tour.peek() ?? [];

/** Starts to present the tour from a stop. */
export function present(from = 0): void {
  const now = state.current.peek();
  const { length } = stopsNow();
  if (!now || length === 0 || standing.peek()) return;
  const before = encodeView(now.atlas.peek(), viewNow(now));
  standing.value = { at: Math.min(from, length - 1), isBlack: false, before };
  document.getElementById("app")?.setAttribute("data-presenting", "");
  addEventListener("keydown", onKey, true);
  addEventListener("resize", resized);
  setTypeFor(innerHeight);
  state.extra.value = view;
  // The map has its new size in the next frame; a key pressed until then has its say.
  requestAnimationFrame(() => goTo(standing.peek()?.at ?? 0));
}

function view() {
  const now = state.current.value;
  const here = standing.value;
  const controls = { goTo, notes: openPresenterNotes, fullScreen: toggleFullScreen, end: endPresenting };
  return now && here ? presenterView(now.atlas.value, now.tour.value, here, controls) : nothing;
}

/** Presents the tour of the map; one made from its topics where it has none. */
export async function presentAny(): Promise<void> {
  const now = state.current.peek();
  if (now?.tour.peek().length === 0) now.tour.value = await makeTour(now);
  present();
}

/** Ends presenting; the view is as it was before. */
function endPresenting(): void {
  const here = standing.peek();
  if (!here) return;
  standing.value = undefined;
  removeEventListener("keydown", onKey, true);
  removeEventListener("resize", resized);
  document.getElementById("app")?.removeAttribute("data-presenting");
  setTypeFor();
  closeNotes();
  state.extra.value = undefined;
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  requestAnimationFrame(() => {
    state.mapView.peek()?.setInsets(restInsets());
    showStop({ view: here.before });
  });
}

function resized(): void {
  setTypeFor(innerHeight);
  place();
}

/** Sets the map's text for an audience before a window of this height; absent: in its own size. */
function setTypeFor(height?: number): void {
  setType(height);
  // Drawn and placed anew.
  state.mapView.peek()?.setTheme(state.dark.peek());
}

/** Goes to a stop. */
function goTo(stop: number): void {
  const here = standing.peek();
  const stops = stopsNow();
  if (!here) return;
  const at = Math.max(0, Math.min(stops.length - 1, stop));
  standing.value = { ...here, at, isBlack: false };
  // Its caption has a height of its own.
  place();
  showStop(stops[at]);
  tellNotes();
  announce(texts.tour.said(at + 1, stops.length, stops[at].title, stops[at].text));
}

/** What a key does while presenting. @returns whether it does anything */
function press(key: string): boolean {
  const here = standing.peek();
  const step = STEPS[key];
  if (!here) return false;
  if (step !== undefined) goTo(here.at + step);
  else if (key === "Escape") endPresenting();
  else if (/^[b.,w]$/i.test(key)) standing.value = { ...here, isBlack: !here.isBlack };
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
function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => {});
}

/** Opens the window with the notes, for the presenter's own screen. */
function openPresenterNotes(): void {
  openNotes(press, minutesOfTour(stopsNow()));
  tellNotes();
}

function tellNotes(): void {
  const now = state.current.peek();
  const at = standing.peek()?.at ?? 0;
  const stops = stopsNow();
  if (!now || !stops[at] || !hasNotes()) return;
  const minutes = (some: readonly Stop[]) => some.reduce((sum, stop) => sum + minutesOf(stop), 0);
  const next = stops[at + 1];
  showNotes({
    here: stops[at],
    next,
    at,
    of: stops.length,
    picture: next ? stopPicture(now, next, NEXT, true) : "",
    share: minutes(stops.slice(0, at + 1)) / minutes(stops),
  });
}

/** Keeps flights clear of the caption, and names of the buttons. */
function place(): void {
  const caption = document.querySelector<HTMLElement>(".caption");
  const map = document.getElementById("map");
  if (!caption || !map) return;
  const isBeside = map.clientWidth > 900;
  const controls = document.querySelector(".tour-controls")?.getBoundingClientRect();
  state.mapView.peek()?.setInsets(
    {
      top: 20,
      right: 20,
      bottom: isBeside ? 20 : caption.offsetHeight,
      left: isBeside ? caption.offsetLeft + caption.offsetWidth : 20,
    },
    controls ? [controls] : [],
  );
}
