import { html, type TemplateResult } from "lit-html";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { words } from "../texts/shape.ts";
import { busy, followMaps, history, redoEdit, undoEdit } from "./edit.ts";

/** Undo and redo, where there is anything to undo or redo. */
export function historyButtons(): TemplateResult {
  const { done, undone } = history.value;
  const button = (name: "undo" | "redo", label: string, can: boolean, act: () => void) =>
    html`<button class="icon-button" type="button" aria-label=${label} title=${label} ?disabled=${!can || busy.value} @click=${act}>${icon(name)}</button>`;
  return html`<span class="wide history" ?hidden=${done.length + undone.length === 0}>${button("undo", words.undo, done.length > 0, () => void undoEdit())}${button("redo", words.redo, undone.length > 0, () => void redoEdit())}</span>`;
}

/** Ctrl-Z and Shift-Ctrl-Z (⌘ on a Mac), where no field takes them; keeps the list of edits in step with the map. */
export function startShaping(): void {
  followMaps();
  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || state.phase.peek().kind !== "map") return;
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    void (key === "y" || event.shiftKey ? redoEdit() : undoEdit());
  });
}
