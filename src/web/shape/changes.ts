import { html, nothing, type TemplateResult } from "lit-html";
import type { Edit } from "../../model/map.ts";
import { replayEdits } from "../../shape/apply.ts";
import { asKnownEdit, isVocabularyEdit } from "../../shape/edits.ts";
import { shownTint } from "../page/colors.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { iconButton } from "../panels/parts.ts";
import { words } from "../texts/shape.ts";
import { busy, history, redoEdit, removeEdit, undoEdit } from "./edit.ts";
import { editText } from "./edit-text.ts";

/** Undo, redo, and the list of what was changed by hand. */
export function changesPane(): TemplateResult {
  const { done, undone } = history.value;
  const t = words.changes;
  return html`<div class="card-actions">
      <button class="button" type="button" ?disabled=${done.length === 0 || busy.value} @click=${() => void undoEdit()}>${icon("undo")}<span>${words.undo}</span></button>
      <button class="button" type="button" ?disabled=${undone.length === 0 || busy.value} @click=${() => void redoEdit()}>${icon("redo")}<span>${words.redo}</span></button></div>
    <p class="faint">${done.length === 0 ? t.none : t.hint}</p>
    ${editList(() => true)}`;
}

/** The edits of one sort, each to be taken back by itself. */
export function editList(which: (edit: Edit) => boolean): TemplateResult | typeof nothing {
  const { done } = history.value;
  const map = state.atlas.value?.map;
  const idle = new Set(map ? replayEdits(map, done).idle : []);
  const t = words.changes;
  const rows = done.flatMap((edit, k) => (which(edit) ? [{ edit, k, text: editText(edit) }] : []));
  if (rows.length === 0) return nothing;
  return html`<ol class="edits">${rows.map(
    ({ edit, k, text }) =>
      html`<li>${sample(edit)}<span>${text}${idle.has(k) ? html` <small class="faint">${t.idle}</small>` : nothing}</span>${iconButton("close", t.remove(text), () => void removeEdit(k))}</li>`,
  )}</ol>`;
}

/** Whether an edit is one of the words. */
export function isOfWords(edit: Edit): boolean {
  const known = asKnownEdit(edit);
  return known !== undefined && isVocabularyEdit(known);
}

function sample(edit: Edit): TemplateResult | typeof nothing {
  const known = asKnownEdit(edit);
  return known?.type === "recolour"
    ? html`<span class="swatch" .style=${shownTint(known.color)}></span>`
    : nothing;
}
