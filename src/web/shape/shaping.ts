import { html, type TemplateResult } from "lit-html";
import * as state from "../page/state.ts";
import { iconButton } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";
import { redoEdit, undoEdit } from "./edit.ts";

// What shapes the map, as one part that is loaded when there is a map.
export { beginRename, mergeChosen, renameInList } from "./list-tools.ts";
export { keepInMap } from "./marks.ts";
export { paperTools, topicTools } from "./topic-tools.ts";

/** Undo and redo, where there is anything to undo or redo. */
export function historyButtons(): TemplateResult {
  const now = state.current.value;
  if (!now) return html``;
  const { done, undone } = now.history.value;
  const isBusy = now.computing.value !== "no";
  return html`<span class="wide history" ?hidden=${done.length + undone.length === 0}>${iconButton("undo", shapeTexts.undo, () => void undoEdit(), { disabled: isBusy || done.length === 0 })}${iconButton("redo", shapeTexts.redo, () => void redoEdit(), { disabled: isBusy || undone.length === 0 })}</span>`;
}

/** Ctrl-Z and Shift-Ctrl-Z (⌘ on a Mac), where no field takes them. */
export function startShaping(): void {
  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || state.phase.peek().kind !== "map") return;
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    void (key === "y" || event.shiftKey ? redoEdit() : undoEdit());
  });
}
