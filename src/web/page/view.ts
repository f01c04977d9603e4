import { effect, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../../view/atlas.ts";
import { texts } from "../texts/texts.ts";
import { announce, messageOf, tell } from "./actions.ts";
import type { ViewName } from "./map-state.ts";
import * as state from "./state.ts";
import { toggleTime } from "./time.ts";

type Citations = typeof import("../citations/index.ts");
/** The citation view's code, once it is loaded. */
export const citations = signal<Citations | undefined>(undefined);

/** Whether there is anything to see in the citation view. */
function hasCitations(atlas: Atlas): boolean {
  return atlas.map.edges.some(({ kind }) => kind === "citation" || kind === "mention");
}

/** Goes to the other view; the citation view's code is loaded when it is first wanted. */
export async function showView(next: ViewName): Promise<void> {
  const now = state.current.peek();
  if (!now || next === now.view.peek()) return;
  if (next === "citations" && !hasCitations(now.atlas.peek())) return tell(texts.views.none);
  try {
    if (next === "citations") citations.value ??= await import("../citations/index.ts");
  } catch (error) {
    return tell(`${texts.views.failed} ${messageOf(error)}`);
  }
  now.view.value = next;
  if (next === "citations") now.tab.value = "citations";
  else {
    if (now.tab.peek() === "citations") now.tab.value = "topics";
    announce(texts.views.back);
  }
}

/** From the map to the citation view, and back. */
export function toggleView(): void {
  void showView(state.current.peek()?.view.peek() === "citations" ? "map" : "citations");
}

/** The citation view's code while that view is shown. */
export function citationsShown(): Citations | undefined {
  return state.current.value?.view.value === "citations" ? citations.value : undefined;
}

/** Draws the citation view over the map while it is chosen. */
export function mountViews(host: HTMLElement, map: HTMLElement): void {
  let close: (() => void) | undefined;
  effect(() => {
    const wanted = citationsShown();
    if (wanted && !close) close = wanted.openCitations(host, map);
    else if (!wanted && close) {
      close();
      close = undefined;
    }
  });
}

/** The switch between the two views; nothing where no paper cites another. */
export function viewSwitch(): TemplateResult {
  const now = state.current.value;
  if (!now || state.phase.value.kind !== "map") return html``;
  const t = texts.views;
  const { value: atlas } = now.atlas;
  const isOver = (atlas.years()?.counts.length ?? 0) > 1;
  const button = (name: ViewName, label: string, hint = "") =>
    html`<button type="button" data-view=${name} aria-pressed=${String(now.view.value === name)} title=${hint} @click=${() => void showView(name)}>${label}</button>`;
  const views = hasCitations(atlas)
    ? html`${button("map", t.map)}${button("citations", t.citations, t.citationsHint)}`
    : nothing;
  if (views === nothing && !isOver) return html``;
  return html`<div class="view-switch" role="group" aria-label=${t.label}>${views}${
    isOver
      ? html`<button type="button" id="open-time" aria-pressed=${String(state.below.value?.name === "time")} title=${texts.time.hint} @click=${toggleTime}>${texts.time.open}</button>`
      : nothing
  }</div>`;
}
