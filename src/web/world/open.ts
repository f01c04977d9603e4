import "../styles/world.css";
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
  state.below.value = { name: "world", draw: (now) => world(now, close) };
  // On small screens the list would lie over it.
  state.sheet.value = "peek";
  document.querySelector<HTMLElement>("#table select")?.focus();
}

function close(): void {
  const hadFocus = document.activeElement?.closest("#table");
  state.below.value = undefined;
  if (hadFocus) (document.getElementById("open-world") ?? document.getElementById("tab-filters"))?.focus();
}
