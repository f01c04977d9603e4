import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { raiseSheet } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { boxTitle, button, closedByEscape, tabs } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";
import { changesPane } from "./changes.ts";
import { continuePane } from "./continue.ts";
import { cancelComputing } from "./edit.ts";
import { settingsPane } from "./settings.ts";
import { vocabularyPane } from "./vocabulary.ts";

type Pane = keyof typeof shapeTexts.dialog.tabs;

const PANES: Readonly<Record<Pane, (now: MapState) => TemplateResult>> = {
  changes: changesPane,
  words: vocabularyPane,
  settings: settingsPane,
  continue: (now) => continuePane(now, { close: closeShape, reopen: () => openShape("continue") }),
};
const pane = signal<Pane>("changes");

/** Opens the dialog in which the map is shaped; it stands beside the map, which stays in use. */
export function openShape(first?: Pane): void {
  if (first) pane.value = first;
  state.dialog.value = "none";
  state.extra.value = show;
  raiseSheet();
}

function closeShape(): void {
  if (state.extra.peek() === show) state.extra.value = undefined;
}

function show(): TemplateResult {
  const t = shapeTexts.dialog;
  const now = state.current.value;
  if (!now) return html``;
  const isBusy = now.computing.value !== "no";
  const choose = (next: Pane) => {
    pane.value = next;
  };
  return html`<div class="veil beside" @keydown=${closedByEscape(closeShape)}><div class="box shape" role="dialog" aria-label=${t.title} aria-busy=${String(isBusy)}>
    ${boxTitle(t.title, closeShape)}
    ${tabs(Object.entries(t.tabs) as [Pane, string][], pane.value, choose, { label: t.title, pane: "shape-pane", prefix: "shape" })}
    <div id="shape-pane" class="shape-pane" role="tabpanel" aria-labelledby=${`shape-${pane.value}`}>${PANES[pane.value](now)}</div>
    ${isBusy ? html`<div class="working" role="status"><span>${shapeTexts.computing}</span>${button(shapeTexts.cancel, () => cancelComputing(now))}<progress aria-label=${shapeTexts.computing}></progress></div>` : nothing}
  </div></div>`;
}
