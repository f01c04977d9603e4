import { html, nothing, type TemplateResult } from "lit-html";
import { announce, openPaper } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { button, iconButton, paperRow, titleOf } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import type { CitationModel } from "./model.ts";
import { step } from "./store.ts";

type MainPath = CitationModel["main"];

/** Goes to a step of the main path, counted from 0 and around its ends; the path stays lit. */
function walkTo(now: MapState, { papers }: MainPath, k: number): void {
  const at = (k + papers.length) % papers.length;
  now.pathEnds.value = {};
  step(now).value = at;
  // The card would cover the list of steps: the paper is shown in the view and told, its card opens from the row.
  now.hover.value = papers[at];
  announce(citationTexts.main.live(at + 1, papers.length, titleOf(now.atlas.value, papers[at])));
}

/** Goes a step on or back along the main path, from outside to its first or last; false where there is none. */
export function walkBy(now: MapState, main: MainPath, by: 1 | -1): boolean {
  if (main.papers.length === 0) return false;
  walkTo(now, main, (step(now).peek() ?? (by > 0 ? -1 : main.papers.length)) + by);
  return true;
}

/** The main path: a button, then its papers one by one. */
export function mainPathBox(now: MapState, { main }: CitationModel): TemplateResult {
  const t = citationTexts.main;
  const atlas = now.atlas.value;
  const at = step(now).value;
  const { papers, shares } = main;
  const leave = () => {
    step(now).value = undefined;
    now.hover.value = undefined;
  };
  const row = (paper: number, k: number) =>
    paperRow(atlas, paper, {
      click() {
        walkTo(now, main, k);
        openPaper(paper, { remember: true });
      },
      extra: html`<small>${atlas.map.papers[paper].year ?? ""}</small>`,
    });
  return html`<section data-box="main-path"><h3>${t.title} <small>${t.hint}</small></h3>
    ${
      papers.length === 0
        ? html`<p class="faint">${t.none}</p>`
        : at === undefined
          ? button(t.start, () => walkTo(now, main, 0), { icon: "steps", kind: "primary" })
          : html`<div class="walk">${iconButton("back", t.previous, () => walkTo(now, main, at - 1))}
        <b data-step=${at + 1}>${t.step(at + 1, papers.length)}</b>${iconButton("forward", t.next, () => walkTo(now, main, at + 1))}
        ${button(t.end, leave, { kind: "quiet" })}</div>
      <ol class="chain">${papers.map(
        (paper, k) =>
          html`<li aria-current=${k === at ? "step" : nothing}>${k > 0 ? html`<small class="between">${t.share(shares[k - 1])}</small>` : nothing}${row(paper, k)}</li>`,
      )}</ol>`
    }</section>`;
}
