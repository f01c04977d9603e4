import { effect } from "@preact/signals-core";
import { texts } from "../texts/texts.ts";
import { announce } from "./actions.ts";
import { dark } from "./state.ts";

const KEY = "topograph-theme";

/** Starts with the theme chosen before, else the system's; the root element carries it from then on. */
export function startTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = read();
  dark.value = chosen ? chosen === "dark" : system.matches;
  system.addEventListener("change", () => {
    if (!read()) dark.value = system.matches;
  });
  effect(() => {
    document.documentElement.dataset.theme = dark.value ? "dark" : "light";
  });
}

/** The other theme, kept for next time. */
export function toggleTheme(): void {
  dark.value = !dark.peek();
  announce(texts.live.theme(dark.peek()));
  try {
    localStorage.setItem(KEY, dark.peek() ? "dark" : "light");
  } catch {
    // A browser that keeps nothing for this page: the theme holds until it is closed.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
