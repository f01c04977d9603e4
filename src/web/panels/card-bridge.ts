import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../../view/atlas.ts";
import type { Bridges } from "../../worker/page-understand.ts";
import { answerTo } from "../ask/answers.ts";
import { openBridge, openLink } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { whyInParts } from "../page/coming.ts";
import { texts } from "../texts/texts.ts";
import { amount, choice, dot, pairRow, paperRow, titleOf } from "./parts.ts";

const MOST = 12;
const answer = answerTo("bridges", (now) => {
  const focus = now.focus.value;
  return focus.kind === "bridge" ? { a: focus.a, b: focus.b, most: MOST } : undefined;
});

/** What ties two topics: the papers with strong links to both, and the strongest links between them. */
export function bridgeCard(atlas: Atlas, a: number, b: number): TemplateResult {
  const t = texts.bridges;
  const options = atlas.mainTopics.map(({ id, name }) => [id, name || texts.unnamedTopic] as const);
  const pick = (n: 1 | 2, chosen: number, change: (id: number) => void) =>
    html`<label class="bridge-end" .style=${tint(chosen)}>${dot(chosen)}${choice(options, chosen, change, t.pick(n))}</label>`;
  const found = answer.value;
  return html`<article class="card" data-card="bridge">
    <div class="card-title"><h2>${t.title}</h2></div>
    <div class="ends">${pick(1, a, (id) => openBridge(id, b))}${pick(2, b, (id) => openBridge(a, id))}</div>
    ${found.kind === "found" ? body(atlas, found.value, a, b) : html`<p class="waiting" role="status">${found.kind === "failed" ? (whyInParts() ?? t.failed) : t.waiting}</p>`}
  </article>`;
}

function body(atlas: Atlas, { papers, links, count }: Bridges, a: number, b: number): TemplateResult {
  const t = texts.bridges;
  const why = (from: number, to: number) => t.why(titleOf(atlas, from), titleOf(atlas, to));
  const toward = (paper: number, other: number, topic: number) =>
    html`<button type="button" class="chip" .style=${tint(topic)} title=${why(paper, other)} @click=${() => openLink(paper, other, { fly: true })}>${dot(topic)} ${t.to(atlas.map.topics[topic].name)}</button>`;
  return html`<p class="faint">${t.count(count)}</p>
    <section data-bridge="links"><h3>${t.links}</h3><ul class="rows pairs">${links.map(
      ({ from, to, weight }) =>
        pairRow(atlas, [from, to], amount(weight, weight / links[0].weight), why(from, to), () =>
          openLink(from, to, { fly: true }),
        ),
    )}</ul></section>
    <section data-bridge="papers"><h3>${t.papers} <small>${t.papersHint}</small></h3>
      ${papers.length === 0 ? html`<p class="faint">${t.noPapers}</p>` : nothing}
      <ul class="rows">${papers.map(
        ({ paper, to: [first, second] }) =>
          html`<li>${paperRow(atlas, paper)}<div class="chips under-row">${toward(paper, first, a)}${toward(paper, second, b)}</div></li>`,
      )}</ul></section>`;
}
