import { html, nothing, type TemplateResult } from "lit-html";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { texts } from "../texts/texts.ts";
import { amount, paperRow, titleOf } from "./parts.ts";
import { questioned } from "./topic-reason.ts";

const SHOWN = 6;
const answer = answerTo("similar", (now) => {
  const asked = questioned(now);
  return asked && { ...asked, count: SHOWN };
});

/** Papers like the one on the card; in a collection with citations, those that neither cite it nor are cited by it. */
export function similarPapers(atlas: Atlas, i: number): TemplateResult | typeof nothing {
  const found = answer.value;
  if (found.kind === "none" || found.kind === "failed") return nothing;
  const t = texts.similar;
  const cites = atlas.map.edges.some(({ kind }) => kind === "citation");
  const list =
    found.kind === "waiting" || found.value.length === 0
      ? html`<p class="faint">${found.kind === "waiting" ? t.waiting : t.none}</p>`
      : html`<ul class="rows">${found.value.map(
          ({ paper, similarity }) =>
            html`<li>${paperRow(atlas, paper, {
              click: () => openLink(i, paper),
              extra: amount(similarity, similarity, atlas.map.topic[paper]),
              label: texts.card.why(titleOf(atlas, paper)),
            })}</li>`,
        )}</ul>`;
  return html`<section data-similar><h3>${cites ? t.unlinked : t.title}</h3>${list}</section>`;
}
