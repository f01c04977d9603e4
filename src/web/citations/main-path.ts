import { html, nothing, type TemplateResult } from "lit-html";
import { announce, openPaper } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { button, iconButton, paperRow, titleOf } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import type { CitationModel } from "./model.ts";
import { step } from "./store.ts";

/** The main path: a button, then its papers one by one. */
export function mainPathBox(now: MapState, { main }: CitationModel): TemplateResult {
  const t = citationTexts.main;
  const atlas = now.atlas.value;
  const at = step(now).value;
  const { papers, shares } = main;
  /** Goes to a step, counted from 0; the path stays lit. */
  const goTo = (k: number) => {
    now.pathEnds.value = {};
    step(now).value = k;
    // The card would cover the list of steps: the paper is shown in the view and told, its card opens from the row.
    now.hover.value = papers[k];
    announce(t.live(k + 1, papers.length, titleOf(atlas, papers[k])));
  };
  const leave = () => {
    step(now).value = undefined;
    now.hover.value = undefined;
  };
  const row = (paper: number, k: number) =>
    paperRow(atlas, paper, {
      click() {
        goTo(k);
        openPaper(paper, { remember: true });
      },
      extra: html`<small>${atlas.map.papers[paper].year ?? ""}</small>`,
    });
  return html`<section data-box="main-path"><h3>${t.title} <small>${t.hint}</small></h3>
    ${
      papers.length === 0
        ? html`<p class="faint">${t.none}</p>`
        : at === undefined
          ? button(t.start, () => goTo(0), { icon: "steps", kind: "primary" })
          : html`<div class="walk">${iconButton("back", t.previous, () => goTo((at - 1 + papers.length) % papers.length))}
        <b data-step=${at + 1}>${t.step(at + 1, papers.length)}</b>${iconButton("forward", t.next, () => goTo((at + 1) % papers.length))}
        ${button(t.end, leave, { kind: "quiet" })}</div>
      <ol class="chain">${papers.map(
        (paper, k) =>
          html`<li aria-current=${k === at ? "step" : nothing}>${k > 0 ? html`<small class="between">${t.share(shares[k - 1])}</small>` : nothing}${row(paper, k)}</li>`,
      )}</ol>`
    }</section>`;
}
