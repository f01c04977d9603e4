import { html, type TemplateResult } from "lit-html";
import { replayEdits } from "../../shape/apply.ts";
import { icon } from "../icons.ts";
import { iconButton } from "../panels/parts.ts";
import * as state from "../state.ts";
import { words } from "../texts-shape.ts";
import { history, redoEdit, removeEdit, undoEdit } from "./edit.ts";
import { editText } from "./edit-text.ts";

/** Undo, redo, and the list of what was changed by hand. */
export function changesPane(): TemplateResult {
  const { done, undone } = history.value;
  const map = state.atlas.value?.map;
  const idle = new Set(map ? replayEdits(map, done).idle : []);
  const t = words.changes;
  return html`<div class="card-actions">
      <button class="button" type="button" ?disabled=${done.length === 0} @click=${() => void undoEdit()}>${icon("undo")}<span>${words.undo}</span></button>
      <button class="button" type="button" ?disabled=${undone.length === 0} @click=${() => void redoEdit()}>${icon("redo")}<span>${words.redo}</span></button></div>
    <p class="faint">${done.length === 0 ? t.none : t.hint}</p>
    <ol class="edits">${done.map(
      (edit, k) =>
        html`<li><span>${editText(edit)}${idle.has(k) ? html` <small class="faint">${t.idle}</small>` : ""}</span>${iconButton("close", t.remove(editText(edit)), () => void removeEdit(k))}</li>`,
    )}</ol>`;
}
