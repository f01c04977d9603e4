import { effect } from "@preact/signals-core";
import { texts } from "../texts/texts.ts";
import { announce } from "./actions.ts";
import { keepText, keptText } from "./kept.ts";
import { dark } from "./state.ts";

const KEY = "topograph-theme";

/** Starts with the theme chosen before, else the system's; the root element carries it from then on. */
export function startTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const chosen = keptText(KEY);
    dark.value = chosen ? chosen === "dark" : system.matches;
  };
  follow();
  system.addEventListener("change", follow);
  effect(() => {
    document.documentElement.dataset.theme = dark.value ? "dark" : "light";
  });
}

/** The other theme, kept for next time. */
export function toggleTheme(): void {
  dark.value = !dark.peek();
  announce(texts.live.theme(dark.peek()));
  keepText(KEY, dark.peek() ? "dark" : "light");
}
