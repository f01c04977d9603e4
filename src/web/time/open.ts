import "../styles/time.css";
import { closeBelow, openBelow } from "../page/below.ts";
import * as state from "../page/state.ts";
import { timePanel } from "./panel.ts";

const close = () => closeBelow("tab-topics");

/** Opens topics over years under the map. */
export function openTime(): void {
  if (state.below.peek()?.name !== "time") openBelow({ name: "time", draw: (now) => timePanel(now, close) });
}

/** Opens topics over years, or closes them. */
export function toggle(): void {
  if (state.below.peek()?.name === "time") {
    close();
    return;
  }
  openTime();
  document.querySelector<HTMLElement>("#table .time-figure, #table select")?.focus();
}
