import "../styles/world.css";
import { closeBelow, openBelow } from "../page/below.ts";
import * as state from "../page/state.ts";
import { loadShapes } from "./shapes.ts";
import { shapes } from "./store.ts";
import { world } from "./world.ts";

/** Opens the map of the world under the map, or closes it. */
export async function toggleWorld(): Promise<void> {
  if (state.below.peek()?.name === "world") {
    close();
    return;
  }
  shapes.value ??= await loadShapes();
  openBelow({ name: "world", draw: (now) => world(now, close) });
  document.querySelector<HTMLElement>("#table select")?.focus();
}

const close = () => closeBelow("tab-filters");
