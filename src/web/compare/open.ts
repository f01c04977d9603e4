import "../styles/compare.css";
import { closeBelow, openBelow } from "../page/below.ts";
import { compare } from "./compare.ts";
import { isOpen } from "./store.ts";

/** Opens the comparison of two sets of papers under the map, or closes it. */
export function toggleCompare(): void {
  if (isOpen.peek()) {
    close();
    return;
  }
  openBelow({ name: "compare", draw: (now) => compare(now, close) });
  document.querySelector<HTMLElement>("#table select")?.focus();
}

const close = () => closeBelow("tab-topics");
