import "../styles/compare.css";
import * as state from "../page/state.ts";
import { compare } from "./compare.ts";
import { isOpen } from "./store.ts";

/** Opens the comparison of two sets of papers under the map, or closes it. */
export function toggleCompare(): void {
  if (isOpen.peek()) {
    close();
    return;
  }
  state.below.value = { name: "compare", draw: (now) => compare(now, close) };
  // On small screens the list would lie over it.
  state.sheet.value = "peek";
  document.querySelector<HTMLElement>("#table select")?.focus();
}

function close(): void {
  const hadFocus = document.activeElement?.closest("#table");
  state.below.value = undefined;
  if (hadFocus) (document.getElementById("open-compare") ?? document.getElementById("tab-topics"))?.focus();
}
