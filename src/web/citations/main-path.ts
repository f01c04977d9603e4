import { html, nothing, type TemplateResult } from "lit-html";
import { announce, openPaper } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { pathEnds } from "../page/view.ts";
import { iconButton, paperRow } from "../panels/parts.ts";
import { words } from "../texts/citations.ts";
import { texts } from "../texts/texts.ts";
import type { CitationModel } from "./model.ts";
import { model, step } from "./store.ts";

/** Goes to a step of the main path, counted from 0; the path stays lit. */
function goTo(k: number): void {
  const made = model.peek();
  const paper = made?.main.papers[k];
  if (!made || paper === undefined) return;
  pathEnds.value = {};
  step.value = k;
  // The card would cover the list of steps: the paper is shown in the view and told, its card opens from the row.
  state.hover.value = paper;
  announce(
    words.main.live(k + 1, made.main.papers.length, made.map.papers[paper].title || texts.papers.untitled),
  );
}

/** The main path: a button, then its papers one by one. */
export function mainPathBox({ main }: CitationModel): TemplateResult {
  const t = words.main;
  const at = step.value;
  const { papers, shares } = main;
  return html`<section data-box="main-path"><h3>${t.title} <small>${t.hint}</small></h3>
    ${
      papers.length === 0
        ? html`<p class="faint">${t.none}</p>`
        : at === undefined
          ? html`<button type="button" class="button primary" data-act="walk" @click=${() => goTo(0)}>${icon("steps")}<span>${t.start}</span></button>`
          : html`<div class="walk">${iconButton("back", t.previous, () => goTo((at - 1 + papers.length) % papers.length))}
        <b data-step=${at + 1}>${t.step(at + 1, papers.length)}</b>${iconButton("forward", t.next, () => goTo((at + 1) % papers.length))}
        <button type="button" class="button quiet" @click=${leave}>${t.end}</button></div>
      <ol class="chain">${papers.map(
        (paper, k) =>
          html`<li aria-current=${k === at ? "step" : nothing}>${k > 0 ? html`<small class="between">${t.share(shares[k - 1])}</small>` : nothing}${paperRow(
            paper,
            () => {
              goTo(k);
              openPaper(paper, { remember: true });
            },
            html`<small>${state.atlas.value?.map.papers[paper].year ?? ""}</small>`,
          )}</li>`,
      )}</ol>`
    }</section>`;
}

function leave(): void {
  step.value = undefined;
  state.hover.value = undefined;
}
