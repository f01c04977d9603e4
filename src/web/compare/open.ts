import "../styles/compare.css";
import { closeBelow, openBelow } from "../page/below.ts";
import * as state from "../page/state.ts";
import { compare } from "./compare.ts";
import { compareOf, isOpen } from "./store.ts";

/** Opens the comparison of two sets of papers under the map, or closes it. */
export function toggleCompare(): void {
  if (isOpen.peek()) {
    close();
    return;
  }
  const now = state.current.peek();
  // What is compared goes into the address, also where nobody chose it.
  if (now) now.comparison.value = compareOf(now).choice.peek();
  openBelow({ name: "compare", draw: (now) => compare(now, close) });
  document.querySelector<HTMLElement>("#table select")?.focus();
}

const close = () => closeBelow("tab-topics");
