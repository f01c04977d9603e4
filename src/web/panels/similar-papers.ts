import { html, nothing, type TemplateResult } from "lit-html";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { texts, weight } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";
import { bar, paperRow } from "./parts.ts";
import { questioned } from "./topic-reason.ts";

const SHOWN = 6;
const answer = answerTo("similar", () => {
  const asked = questioned.value;
  return asked && { paper: asked.paper, count: SHOWN };
});

/** Papers like the one on the card; in a collection with citations, those that neither cite it nor are cited by it. */
export function similarPapers(atlas: Atlas, i: number): TemplateResult | typeof nothing {
  const found = answer.value;
  if (found.kind === "none" || found.kind === "failed") return nothing;
  const t = words.similar;
  const cites = atlas.map.edges.some(({ kind }) => kind === "citation");
  const list =
    found.kind === "waiting"
      ? html`<p class="faint">${t.waiting}</p>`
      : found.value.length === 0
        ? html`<p class="faint">${t.none}</p>`
        : html`<ul class="rows">${found.value.map(
            ({ paper, similarity }) =>
              html`<li>${paperRow(
                paper,
                () => openLink(i, paper),
                html`<span class="amount">${bar(similarity, atlas.map.topic[paper])}<small>${weight(similarity)}</small></span>`,
                texts.card.why(atlas.map.papers[paper].title),
              )}</li>`,
          )}</ul>`;
  return html`<section data-similar><h3>${cites ? t.unlinked : t.title}</h3>${list}</section>`;
}
