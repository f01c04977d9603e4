import { home, stepOut, toggleStar } from "./actions.ts";
import * as state from "./state.ts";
import { toggleTheme } from "./theme.ts";
import { toggleView } from "./view.ts";
import { walk, whyHere } from "./walk.ts";

const PAN = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-PAN, 0],
  ArrowRight: [PAN, 0],
  ArrowUp: [0, -PAN],
  ArrowDown: [0, PAN],
};

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
    if (target.matches("input, textarea, select")) return;
    if (state.phase.peek().kind !== "map") return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key: string): boolean {
  const view = state.mover();
  const arrow = ARROWS[key];
  if (arrow) view?.panBy(...arrow);
  else
    switch (key.toLowerCase()) {
      case "/": {
        const field = document.getElementById("search");
        field?.focus();
        if (field instanceof HTMLInputElement) field.select();
        break;
      }
      case "+":
      case "=":
        view?.zoomBy(1.4);
        break;
      case "-":
        view?.zoomBy(1 / 1.4);
        break;
      case "0":
        home();
        break;
      case "n":
        walk(1);
        break;
      case "p":
        walk(-1);
        break;
      case "w":
        whyHere();
        break;
      case "s":
        starHere();
        break;
      case "l":
        state.lassoing.value = !state.lassoing.peek();
        break;
      case "c":
        toggleView();
        break;
      case "d":
        toggleTheme();
        break;
      case "t":
        void import("../output/present/editor.ts").then((part) => part.openTourEditor());
        break;
      case "?":
        state.dialog.value = "help";
        break;
      default:
        return false;
    }
  return true;
}

function starHere(): void {
  const focus = state.current.peek()?.focus.peek();
  if (focus?.kind === "paper") toggleStar(focus.paper);
}
