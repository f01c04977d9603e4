import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { paperIn } from "./card-tab.ts";
import { amount, button, paperRow, titleOf } from "./parts.ts";

const SHOWN = 6;
/** Up to so many papers they are looked for unasked: beyond, the first answer takes seconds. */
const UNASKED = 20_000;
const wanted = perMap(() => signal(false));
const answer = answerTo("similar", (now) => {
  const paper = paperIn(now, "similar");
  const isWanted = now.atlas.value.count <= UNASKED || wanted(now).value;
  return paper === undefined || !isWanted ? undefined : { paper, count: SHOWN };
});

/** Papers like the one on the card; in a collection with citations, those that neither cite it nor are cited by it. */
export function similarPapers(now: MapState, i: number): TemplateResult | typeof nothing {
  const found = answer.value;
  const t = texts.similar;
  const atlas = now.atlas.value;
  if (found.kind === "failed" || whyInParts() !== undefined) return nothing;
  const cites = atlas.map.edges.some(({ kind }) => kind === "citation");
  const ask = () => {
    wanted(now).value = true;
  };
  const list =
    found.kind === "none"
      ? button(t.ask, ask)
      : found.kind === "waiting" || found.value.length === 0
        ? html`<p class="faint">${found.kind === "waiting" ? t.waiting : t.none}</p>`
        : html`<ul class="rows">${found.value.map(
            ({ paper, similarity }) =>
              html`<li>${paperRow(atlas, paper, {
                click: () => openLink(i, paper),
                extra: amount(similarity, similarity, atlas.map.topic[paper]),
                hint: texts.card.why(titleOf(atlas, paper)),
              })}</li>`,
          )}</ul>`;
  return html`<section data-similar><h3>${cites ? t.unlinked : t.title}</h3>${list}</section>`;
}
