import { html, type TemplateResult } from "lit-html";
import type { Bridges } from "../../worker/page-understand.ts";
import { answerTo } from "../ask/answers.ts";
import { openBridge, openLink, openPaper } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import * as state from "../page/state.ts";
import { texts, weight } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";
import { bar, dot, paperRow } from "./parts.ts";

const MOST = 12;
const answer = answerTo("bridges", () => {
  const focus = state.focus.value;
  return focus.kind === "bridge" ? { a: focus.a, b: focus.b, most: MOST } : undefined;
});

/** What ties two topics: the papers with strong links to both, and the strongest links between them. */
export function bridgeCard(atlas: Atlas, a: number, b: number): TemplateResult {
  const t = words.bridges;
  const pick = (n: 1 | 2, chosen: number, change: (id: number) => void) =>
    html`<label class="bridge-end" .style=${tint(chosen)}>${dot(chosen)}<select aria-label=${t.pick(n)} @change=${(event: Event) => change(Number((event.target as HTMLSelectElement).value))}>
      ${atlas.mainTopics.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name || texts.unnamedTopic}</option>`)}</select></label>`;
  const found = answer.value;
  return html`<article class="card" data-card="bridge">
    <div class="card-title"><h2>${t.title}</h2></div>
    <div class="ends">${pick(1, a, (id) => openBridge(id, b))}${pick(2, b, (id) => openBridge(a, id))}</div>
    ${found.kind === "found" ? body(atlas, found.value, a, b) : html`<p class="waiting" role="status">${found.kind === "failed" ? t.failed : t.waiting}</p>`}
  </article>`;
}

function body(atlas: Atlas, { papers, links, count }: Bridges, a: number, b: number): TemplateResult {
  const t = words.bridges;
  const title = (i: number) => atlas.map.papers[i].title || texts.papers.untitled;
  const toward = (paper: number, other: number, topic: number) =>
    html`<button type="button" class="chip" .style=${tint(topic)} title=${t.why(title(paper), title(other))} @click=${() => openLink(paper, other, { fly: true })}>${dot(topic)} ${t.to(atlas.map.topics[topic].name)}</button>`;
  return html`<p class="faint">${t.count(count)}</p>
    <section data-bridge="links"><h3>${t.links}</h3><ul class="rows pairs">${links.map(
      ({ from, to, weight: value }) =>
        html`<li><button type="button" class="row" title=${t.why(title(from), title(to))} @click=${() => openLink(from, to, { fly: true })}>
          <span class="row-text"><span class="pair-line">${dot(atlas.map.topic[from])}<span>${title(from)}</span></span><span class="pair-line">${dot(atlas.map.topic[to])}<span>${title(to)}</span></span></span>
          <span class="amount">${bar(value / links[0].weight)}<small>${weight(value)}</small></span></button></li>`,
    )}</ul></section>
    <section data-bridge="papers"><h3>${t.papers} <small>${t.papersHint}</small></h3>
      ${papers.length === 0 ? html`<p class="faint">${t.noPapers}</p>` : ""}
      <ul class="rows">${papers.map(
        ({ paper, to: [first, second] }) =>
          html`<li>${paperRow(paper, () => openPaper(paper, { fly: true, remember: true }))}<div class="chips under-row">${toward(paper, first, a)}${toward(paper, second, b)}</div></li>`,
      )}</ul></section>`;
}
