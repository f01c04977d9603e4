import { decideHere } from "../screening/later.ts";
import { toggleTable } from "../table/later.ts";
import { home, stepOut, toggleStar } from "./actions.ts";
import * as state from "./state.ts";
import { toggleTheme } from "./theme.ts";
import { togglePlay, toggleTime } from "./time.ts";
import { toggleView } from "./view.ts";
import { walk, whyHere } from "./walk.ts";

/** Pixels of a step, and the factor of one nearer. */
const PAN = 80;
const ZOOM = 1.4;
const pan = (x: number, y: number) => () => state.mover()?.panBy(x * PAN, y * PAN);
/** Along the path that is shown, or to the side. */
const step = (by: 1 | -1) => () => state.mover()?.step?.(by) || pan(by, 0)();
const zoom = (factor: number) => () => state.mover()?.zoomBy(factor);

/** What each key does. */
const KEYS = new Map<string, () => unknown>([
  ["arrowleft", step(-1)],
  ["arrowright", step(1)],
  ["arrowup", pan(0, -1)],
  ["arrowdown", pan(0, 1)],
  ["+", zoom(ZOOM)],
  ["=", zoom(ZOOM)],
  ["-", zoom(1 / ZOOM)],
  ["0", home],
  ["/", toSearch],
  ["n", () => walk(1)],
  ["p", () => walk(-1)],
  ["w", whyHere],
  ["s", starHere],
  ["l", () => (state.lassoing.value = !state.lassoing.peek())],
  ["c", toggleView],
  ["b", () => toggleTable?.()],
  ["y", toggleTime],
  ["k", togglePlay],
  ["d", toggleTheme],
  ["i", () => decideHere("included")],
  ["e", () => decideHere("excluded")],
  ["m", () => decideHere("maybe")],
  ["u", () => decideHere("unseen")],
  ["t", () => import("../output/present/editor.ts").then((part) => part.openTourEditor())],
  ["?", () => (state.dialog.value = "help")],
]);

/** Everything the map can do, from the keyboard; fields that take text keep their keys. */
export function listenToKeys(): void {
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.key === "Escape") {
      stepOut();
      if (target.matches("input, textarea")) target.blur();
      return;
    }
    const act = KEYS.get(event.key.toLowerCase());
    if (!act || target.matches("input, textarea, select") || state.phase.peek().kind !== "map") return;
    act();
    event.preventDefault();
  });
}

function toSearch(): void {
  const field = document.querySelector<HTMLInputElement>("#search");
  field?.focus();
  field?.select();
}

function starHere(): void {
  const focus = state.current.peek()?.focus.peek();
  if (focus?.kind === "paper") toggleStar(focus.paper);
}
