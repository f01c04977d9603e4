import { html, nothing, type TemplateResult } from "lit-html";
import { NO_TOPIC } from "../../model/topic.ts";
import { openBridge, openPaper, openTopic, papersOfTopic, select, toggleTopic } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import * as state from "../page/state.ts";
import { shaping } from "../shape/later.ts";
import { plural, texts } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";
import { bar, dot, paperRow } from "./parts.ts";
import { yearBars } from "./topic-years.ts";

/** The card of a topic: what its name rests on, its parts, its papers, and what leads out of it. */
export function topicCard(atlas: Atlas, id: number): TemplateResult {
  const { map } = atlas;
  const topic = map.topics[id];
  const t = texts.topics;
  const papers = papersOfTopic(id);
  const subtopics = map.topics.filter((sub) => sub.parent === id);
  const newest = papers
    .filter((i) => map.papers[i].year !== undefined)
    .sort((a, b) => (map.papers[b].year ?? 0) - (map.papers[a].year ?? 0) || a - b)
    .slice(0, 5);
  const examples = topic.examples.length
    ? topic.examples
    : [...papers].sort((a, b) => map.size[b] - map.size[a]);
  const shown = state.filters.value.topics.has(id);
  const list = (rows: readonly number[]) =>
    html`<ul class="rows">${rows.slice(0, 6).map((i) => html`<li>${paperRow(i, () => openPaper(i, { fly: true, remember: true }))}</li>`)}</ul>`;
  return html`<article class="card" data-card="topic" .style=${tint(id)}>
    <p class="topic-line"><span class="chip solid">${topic.parent === undefined ? texts.card.topic : map.topics[topic.parent].name}</span><span>${plural(papers.length, "paper")}</span></p>
    <h2>${topic.name || texts.unnamedTopic}</h2>
    <div class="card-actions"><button class="button" type="button" aria-pressed=${String(shown)} @click=${() => toggleTopic(id)}>${shown ? t.all : t.only}</button>
      <button class="button" type="button" @click=${() => select(papers)}>${t.select}</button></div>
    ${shaping.value?.topicTools(atlas, id) ?? nothing}
    ${
      topic.terms.length
        ? html`<section><h3 title=${words.topic.nameHint}>${t.pulled}</h3><ul class="terms against">${topic.terms
            .slice(0, 8)
            .map(
              ({ term, inside, outside }) =>
                html`<li title=${t.share(inside, outside)}><span class="term">${term}</span><span class="two">${bar(inside, id)}${bar(outside)}</span><small>${Math.round(inside * 100)} %</small></li>`,
            )}</ul></section>`
        : nothing
    }
    ${
      subtopics.length
        ? html`<section><h3>${t.subtopics}</h3><ul class="rows">${subtopics.map(
            (sub) =>
              html`<li><button type="button" class="row" @click=${() => openTopic(sub.id, { remember: true })}>${dot(id)}<span class="row-title">${sub.name}</span><small>${sub.size}</small></button></li>`,
          )}</ul></section>`
        : nothing
    }
    ${topic.stability === undefined ? nothing : html`<section><h3>${t.stability}</h3><p class="steady">${bar(topic.stability, id)}<span>${words.topic.steady[topic.stability < 0.6 ? 0 : topic.stability < 0.8 ? 1 : 2]}</span></p><p class="faint">${t.stabilityHint(topic.stability)}</p></section>`}
    ${yearBars(atlas, papers)}
    <section><h3>${t.examples}</h3>${list(examples)}</section>
    ${newest.length ? html`<section><h3>${t.newest}</h3>${list(newest)}</section>` : nothing}
    ${topic.parent === undefined ? bridges(atlas, id) : nothing}
  </article>`;
}

function bridges(atlas: Atlas, id: number): TemplateResult | typeof nothing {
  const { topic, topics } = atlas.map;
  const found = new Map<number, number>();
  for (const list of atlas.map.edges) {
    if (list.kind !== "keyword") continue;
    for (let e = 0; e < list.source.length; e++) {
      const [a, b] =
        topic[list.source[e]] === id ? [list.source[e], list.target[e]] : [list.target[e], list.source[e]];
      if (topic[a] !== id || topic[b] === id || topic[b] === NO_TOPIC) continue;
      found.set(topic[b], (found.get(topic[b]) ?? 0) + 1);
    }
  }
  const rows = [...found].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, 6);
  if (rows.length === 0) return nothing;
  return html`<section data-section="bridges"><h3>${texts.topics.bridges}</h3><ul class="rows">${rows.map(
    ([other, links]) =>
      html`<li><button type="button" class="row" title=${words.bridges.open(topics[other].name)} @click=${() => openBridge(id, other)}>${dot(other)}<span class="row-title">${topics[other].name}</span><small>${texts.topics.bridgeLinks(links)}</small></button></li>`,
  )}</ul></section>`;
}
