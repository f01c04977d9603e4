import { html, nothing, type TemplateResult } from "lit-html";
import type { Edit } from "../../model/map.ts";
import { replayEdits } from "../../shape/apply.ts";
import { asKnownEdit, isVocabularyEdit } from "../../shape/edits.ts";
import { shownTint } from "../page/colors.ts";
import type { MapState } from "../page/map-state.ts";
import { button, iconButton } from "../panels/parts.ts";
import { editText, shapeTexts } from "../texts/shape.ts";
import { redoEdit, removeEdit, undoEdit } from "./edit.ts";

/** Undo, redo, and the list of what was changed by hand. */
export function changesPane(now: MapState): TemplateResult {
  const { done, undone } = now.history.value;
  const t = shapeTexts.changes;
  const isBusy = now.computing.value !== "no";
  return html`<div class="card-actions">
      ${button(shapeTexts.undo, () => void undoEdit(), { icon: "undo", disabled: isBusy || done.length === 0 })}
      ${button(shapeTexts.redo, () => void redoEdit(), { icon: "redo", disabled: isBusy || undone.length === 0 })}</div>
    <p class="faint">${done.length === 0 ? t.none : t.hint}</p>
    ${editList(now, () => true)}`;
}

/** The edits of one sort, each to be taken back by itself. */
export function editList(now: MapState, which: (edit: Edit) => boolean): TemplateResult | typeof nothing {
  const { done } = now.history.value;
  const idle = new Set(replayEdits(now.atlas.value.map, done).idle);
  const t = shapeTexts.changes;
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
