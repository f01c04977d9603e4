import { computed, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { NeighbourPull, TermPull, TopicReason } from "../../explain/topic.ts";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import * as state from "../page/state.ts";
import { percent, texts } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";
import { bar, paperRow } from "./parts.ts";

/** Up to so many papers the reasons are shown unasked: beyond, the first answer takes seconds. */
const UNASKED = 20_000;
const wanted = signal(false);

/** The paper whose card is open, once its reasons are wanted. */
export const questioned = computed(() => {
  const focus = state.focus.value;
  const atlas = state.atlas.value;
  if (focus.kind !== "paper" || !atlas || (atlas.count > UNASKED && !wanted.value)) return undefined;
  return { paper: focus.paper };
});
const answer = answerTo("topicReason", () => questioned.value);

/** Why the paper on the card is in its topic. */
export function topicReason(atlas: Atlas, i: number): TemplateResult | typeof nothing {
  const t = words.topicReason;
  if (atlas.map.topic[i] < 0) return nothing;
  const found = answer.value;
  const body =
    found.kind === "found"
      ? found.value && reason(atlas, i, found.value)
      : found.kind === "none"
        ? html`<button type="button" class="button" @click=${() => {
            wanted.value = true;
          }}>${t.show}</button>`
        : html`<p class="faint" role="status">${found.kind === "failed" ? t.failed : t.waiting}</p>`;
  return html`<section data-reason="topic"><h3>${t.title}</h3>${body}</section>`;
}

function reason(atlas: Atlas, i: number, found: TopicReason): TemplateResult {
  const t = words.topicReason;
  const { topics } = atlas.map;
  const rival = topics[found.rival];
  const { stability } = topics[found.topic] ?? {};
  const most = Math.max(
    ...[...found.terms, ...found.against].flatMap(({ here, there }) => [here, there]),
    1e-9,
  );
  return html`<p class="reason-lead">${rival ? t.fit(found.fit, found.rivalFit, rival.name) : t.fitAlone(found.fit)}
      ${rival ? t.links(found.inside, found.toRival, rival.name) : t.linksAlone(found.inside)}
      ${stability === undefined ? nothing : t.stable(stability)}</p>
    ${pulls(t.here, found.terms, found.topic, found.rival, most)}
    ${rival ? pulls(t.there(rival.name), found.against.slice(0, 5), found.topic, found.rival, most) : nothing}
    ${neighbours(t.neighbours, found.neighbours.slice(0, 4), i)}
    ${neighbours(t.elsewhere, found.elsewhere.slice(0, 4), i)}`;
}

/** Two bars a term: what it says for the topic, and what for the rival. */
function pulls(
  title: string,
  terms: readonly TermPull[],
  topic: number,
  rival: number,
  most: number,
): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<h4>${title}</h4><ul class="terms pulls">${terms.map(
    ({ term, here, there }) =>
      html`<li title=${words.topicReason.pull(here, there)}><span class="term">${term}</span><span class="two">${bar(here / most, topic)}${rival < 0 ? nothing : bar(there / most, rival)}</span></li>`,
  )}</ul>`;
}

function neighbours(
  title: string,
  pulling: readonly NeighbourPull[],
  i: number,
): TemplateResult | typeof nothing {
  if (pulling.length === 0) return nothing;
  return html`<h4>${title}</h4><ul class="rows">${pulling.map(
    ({ paper, share }) =>
      html`<li>${paperRow(
        paper,
        () => openLink(i, paper),
        html`<small title=${words.topicReason.share(share)}>${percent(share)}</small>`,
        texts.card.why(state.atlas.value?.map.papers[paper].title ?? ""),
      )}</li>`,
  )}</ul>`;
}
