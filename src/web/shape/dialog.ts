import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import * as state from "../page/state.ts";
import { iconButton } from "../panels/parts.ts";
import { words } from "../texts/shape.ts";
import { changesPane } from "./changes.ts";
import { continuePane } from "./continue.ts";
import { busy, cancelComputing } from "./edit.ts";
import { settingsPane } from "./settings.ts";
import { vocabularyPane } from "./vocabulary.ts";

type Pane = keyof typeof words.dialog.tabs;

const PANES: Readonly<Record<Pane, () => TemplateResult>> = {
  changes: changesPane,
  words: vocabularyPane,
  settings: settingsPane,
  continue: continuePane,
};
const pane = signal<Pane>("changes");

/** Opens the dialog in which the map is shaped; it stands beside the map, which stays in use. */
export function openShape(first?: Pane): void {
  if (first) pane.value = first;
  state.dialog.value = "none";
  state.extra.value = show;
  // On small screens the map makes room.
  if (state.sheet.peek() === "peek") state.sheet.value = "half";
}

/** Closes it. */
export function closeShape(): void {
  if (state.extra.peek() === show) state.extra.value = undefined;
}

function show(): TemplateResult {
  const t = words.dialog;
  if (!state.atlas.value) return html``;
  const tabs = Object.entries(t.tabs) as [Pane, string][];
  return html`<div class="veil beside" @keydown=${(event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closeShape();
  }}><div class="box shape" role="dialog" aria-label=${t.title} aria-busy=${String(busy.value)}>
    <div class="card-title"><h2>${t.title}</h2>${iconButton("close", t.close, closeShape)}</div>
    <div class="tabs" role="tablist" aria-label=${t.title}>${tabs.map(
      ([key, label]) =>
        html`<button type="button" role="tab" id=${`shape-${key}`} aria-controls="shape-pane" aria-selected=${String(pane.value === key)} @click=${() => {
          pane.value = key;
        }}>${label}</button>`,
    )}</div>
    <div id="shape-pane" class="shape-pane" role="tabpanel" aria-labelledby=${`shape-${pane.value}`}>${PANES[pane.value]()}</div>
    ${busy.value ? html`<div class="working" role="status"><span>${words.computing}</span><button type="button" class="button" @click=${cancelComputing}>${words.cancel}</button><progress aria-label=${words.computing}></progress></div>` : nothing}
  </div></div>`;
}
