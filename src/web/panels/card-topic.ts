import { html, nothing, type TemplateResult } from "lit-html";
import { createTopK } from "../../kernel/topk.ts";
import { NO_TOPIC } from "../../model/topic.ts";
import { NO_YEAR } from "../../model/years.ts";
import type { Atlas } from "../../view/atlas.ts";
import { openBridge, openTopic, papersOfTopic, select, toggleTopic } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import type { MapState } from "../page/map-state.ts";
import { screeningOf } from "../screening/later.ts";
import { shaping } from "../shape/later.ts";
import { percent, plural, texts } from "../texts/texts.ts";
import { bar, button, dot, paperRows } from "./parts.ts";
import { yearBars } from "./years.ts";

/** Papers in each list, and terms. */
const SHOWN = 6;
const TERMS = 8;
/** Below these shares of pairs that stay together in repeated runs a topic falls apart, or shifts. */
const STEADY = [0.6, 0.8];

/** The papers with the largest values, as many as are listed: a topic may have ten thousands. */
function most(papers: readonly number[], values: ArrayLike<number>): number[] {
  const best = createTopK(SHOWN);
  for (const i of papers) best.add(i, values[i]);
  return [...best.row.subarray(0, best.size())];
}

/** The card of a topic: what its name rests on, its parts, its papers, and what leads out of it. */
export function topicCard(now: MapState, id: number): TemplateResult {
  const atlas = now.atlas.value;
  const { map } = atlas;
  const topic = map.topics[id];
  const t = texts.topics;
  const papers = papersOfTopic(id);
  const subtopics = map.topics.filter((sub) => sub.parent === id);
  const years = atlas.yearColumn();
  const dated = papers.filter((i) => years[i] !== NO_YEAR);
  const newest = most(dated, years);
  const examples = topic.examples.length ? topic.examples : most(papers, map.size);
  const shown = now.filters.value.topics.has(id);
  const list = (title: string, rows: readonly number[]) =>
    rows.length
      ? html`<section><h3>${title}</h3>${paperRows(atlas, rows.slice(0, SHOWN))}</section>`
      : nothing;
  return html`<article class="card" data-card="topic" .style=${tint(id)}>
    <p class="topic-line"><span class="chip solid">${topic.parent === undefined ? (topic.area ?? texts.card.topic) : map.topics[topic.parent].name}</span><span>${plural(papers.length, "paper")}</span></p>
    <h2 dir="auto">${topic.name || texts.unnamedTopic}</h2>
    <div class="card-actions">${button(shown ? t.all : t.only, () => toggleTopic(id), { pressed: shown })}${button(t.select, () => select(papers))}</div>
    ${screeningOf(now)?.topicDecisions(now, id) ?? nothing}
    ${shaping.value?.topicTools(now, id) ?? nothing}
    ${yearBars(atlas, papers)}
    ${
      topic.terms.length
        ? html`<section><h3 title=${texts.topic.nameHint}>${t.pulled}</h3><ul class="terms against">${topic.terms
            .slice(0, TERMS)
            .map(
              ({ term, inside, outside }) =>
                html`<li title=${t.share(inside, outside)}><span class="term" dir="auto">${term}</span><span class="two">${bar(inside, id)}${bar(outside)}</span><small>${percent(inside)}</small></li>`,
            )}</ul></section>`
        : nothing
    }
    ${topicRows(
      topic.parent === undefined ? t.subtopics : t.parts,
      subtopics.map((sub) => ({
        id,
        name: sub.name,
        text: String(sub.size),
        open: () => openTopic(sub.id, { remember: true }),
      })),
    )}
    ${topic.stability === undefined ? nothing : steadiness(topic.stability, id)}
    ${list(t.examples, examples)}${list(t.newest, newest)}
    ${topic.parent === undefined ? bridges(atlas, id) : nothing}
  </article>`;
}

function steadiness(stability: number, id: number): TemplateResult {
  const step = STEADY.filter((least) => stability >= least).length;
  return html`<section><h3>${texts.topics.stability}</h3><p class="steady">${bar(stability, id)}<span>${texts.topic.steady[step]}</span></p><p class="faint">${texts.topics.stabilityHint(stability)}</p></section>`;
}

interface TopicRow {
  /** The topic whose colour it bears. */
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly hint?: string;
  open(): void;
}

function topicRows(
  title: string,
  rows: readonly TopicRow[],
  section?: string,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<section data-section=${section ?? nothing}><h3>${title}</h3><ul class="rows">${rows.map(
    ({ id, name, text, hint, open }) =>
      html`<li><button type="button" class="row" title=${hint ?? nothing} @click=${open}>${dot(id)}<span class="row-title" dir="auto">${name}</span><small>${text}</small></button></li>`,
  )}</ul></section>`;
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
  const rows = [...found].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, SHOWN);
  return topicRows(
    texts.topics.bridges,
    rows.map(([other, links]) => ({
      id: other,
      name: topics[other].name,
      text: texts.topics.bridgeLinks(links),
      hint: texts.bridges.open(topics[other].name),
      open: () => openBridge(id, other),
    })),
    "bridges",
  );
}
