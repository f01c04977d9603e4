import { effect, signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import type { Stage } from "../map/mount.ts";
import { followTuning } from "../shape/tune.ts";
import { words } from "../texts/understand.ts";
import { announce, tell } from "./actions.ts";
import type { Atlas } from "./atlas.ts";
import * as state from "./state.ts";

/** What lies on the stage: the map, or who cites whom. */
export type ViewName = "map" | "citations";

export const view = signal<ViewName>("map");
/** The ends of the path to find in the citation view. */
export const pathEnds = signal<{ readonly from?: number; readonly to?: number }>({});

type Citations = typeof import("../citations/index.ts");
/** The citation view's code, once it is loaded. */
export const citations = signal<Citations | undefined>(undefined);

/** Whether there is anything to see in the citation view. */
function hasCitations(atlas: Atlas): boolean {
  return atlas.map.edges.some(({ kind }) => kind === "citation" || kind === "mention");
}

/** Goes to the other view; the citation view's code is loaded when it is first wanted. */
export async function showView(next: ViewName): Promise<void> {
  const atlas = state.atlas.peek();
  if (!atlas || next === view.peek()) return;
  if (next === "citations" && !hasCitations(atlas)) {
    tell(words.views.none);
    return;
  }
  try {
    if (next === "citations") citations.value ??= await import("../citations/index.ts");
  } catch {
    tell(words.views.failed);
    return;
  }
  view.value = next;
  if (next === "citations") state.tab.value = "citations";
  else {
    if (state.tab.peek() === "citations") state.tab.value = "topics";
    announce(words.views.back);
  }
}

/** Draws the citation view over the map while it is chosen. */
export function mountViews(stage: Stage, host: HTMLElement, map: HTMLElement): void {
  followTuning();
  let close: (() => void) | undefined;
  effect(() => {
    const wanted = view.value === "citations" ? citations.value : undefined;
    if (wanted && !close) close = wanted.openCitations(stage, host, map);
    else if (!wanted && close) {
      close();
      close = undefined;
    }
  });
  let shown = state.atlas.peek()?.map.papers;
  effect(() => {
    // Another collection: its map comes first.
    const papers = state.atlas.value?.map.papers;
    if (papers === shown) return;
    shown = papers;
    view.value = "map";
    pathEnds.value = {};
    if (state.tab.peek() === "citations") state.tab.value = "topics";
  });
}

/** The switch between the two views; nothing where no paper cites another. */
export function viewSwitch(): TemplateResult {
  const atlas = state.atlas.value;
  if (!atlas || state.phase.value.kind !== "map" || !hasCitations(atlas)) return html``;
  const t = words.views;
  const button = (name: ViewName, label: string, hint = "") =>
    html`<button type="button" data-view=${name} aria-pressed=${String(view.value === name)} title=${hint} @click=${() => void showView(name)}>${label}</button>`;
  return html`<div class="view-switch" role="group" aria-label=${t.label}>${button("map", t.map)}${button("citations", t.citations, t.citationsHint)}</div>`;
}
