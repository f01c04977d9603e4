import { effect } from "@preact/signals-core";
import * as state from "./state.ts";

/** Gives dialogs the focus, hands it back when they close, and keeps it in those that stand over the page. */
export function followDialogs(root: HTMLElement): void {
  let before: Element | null = null;
  let open = false;
  const box = () => root.querySelector<HTMLElement>('[role="dialog"]');
  effect(() => {
    void state.dialog.value;
    void state.extra.value;
    // The overlay is drawn by an effect of its own: look once it has been.
    queueMicrotask(() => {
      const dialog = box();
      if (dialog && !open) {
        before = document.activeElement;
        dialog.querySelector<HTMLElement>("button, a[href], input, select, textarea")?.focus();
      }
      if (!dialog && open && before instanceof HTMLElement && before.isConnected) before.focus();
      open = dialog !== null;
    });
  });
  root.addEventListener("keydown", (event) => {
    const dialog = event.key === "Tab" ? box() : null;
    if (!dialog?.ariaModal) return;
    const inside = [
      ...dialog.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, [tabindex]"),
    ].filter((element) => element.offsetParent !== null);
    const at = inside.indexOf(document.activeElement as HTMLElement);
    const last = inside.length - 1;
    if (event.shiftKey ? at > 0 : at >= 0 && at < last) return;
    event.preventDefault();
    inside[event.shiftKey ? last : 0]?.focus();
  });
}
