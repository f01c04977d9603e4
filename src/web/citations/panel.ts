import { html, nothing, type TemplateResult } from "lit-html";
import { UNREACHED } from "../../citations/reach.ts";
import type { Atlas } from "../../view/atlas.ts";
import type { MapState } from "../page/map-state.ts";
import { check } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import { texts } from "../texts/texts.ts";
import { gaps } from "./gaps.ts";
import { lightOf } from "./light.ts";
import { mainPathBox } from "./main-path.ts";
import type { CitationModel } from "./model.ts";
import { pathBox } from "./path.ts";
import { mentions, model } from "./store.ts";

/** The citation view's tab: what is drawn, the main path, the way between two papers, what is odd or missing. */
export function citationPanel(now: MapState): TemplateResult {
  const made = model.value;
  if (!made) return html``;
  return html`<div class="scroll citation-panel"><h2 class="unseen">${texts.views.citations}</h2>
    ${summary(now.atlas.value, made)}
    ${mainPathBox(now, made)}
    ${pathBox(now)}
    ${gaps(now)}</div>`;
}

function summary(atlas: Atlas, { counts, dated }: CitationModel): TemplateResult {
  const t = citationTexts.citations;
  const named = atlas.map.edges.some(({ kind }) => kind === "mention");
  const apart = atlas.count - counts.papers;
  return html`<section class="citation-summary"><p><b>${t.summary(counts.real, counts.inferred, counts.papers)}</b></p>
    <p class="faint">${dated ? t.time : t.order} ${apart > 0 ? t.apart(apart) : nothing} ${counts.dropped > 0 ? t.loops(counts.dropped) : nothing}</p>
    ${
      named
        ? check(
            html`${t.mentions} <em class="tag">${t.inferred}</em>`,
            mentions.value,
            (on) => {
              mentions.value = on;
            },
            { hint: t.mentionsHint },
          )
        : nothing
    }
    <p class="legend"><span data-flow="before">${t.legend.before}</span><span data-flow="after">${t.legend.after}</span></p></section>`;
}

/** On the card of a paper in this view: how far its past and future reach. */
export function paperFlow(i: number): TemplateResult | typeof nothing {
  const made = model.value;
  if (!made || made.lanes.shown[i] === 0) return nothing;
  const { before, after } = lightOf(made, i, [], []);
  const reached = (steps: Int32Array | undefined) =>
    steps ? steps.reduce((sum, s) => sum + (s === UNREACHED ? 0 : 1), -1) : 0;
  return html`<p class="flow" data-flow-card>${citationTexts.citations.flow(reached(before), reached(after))}</p>`;
}
