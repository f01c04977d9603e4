import { html, nothing, type TemplateResult } from "lit-html";
import type { NeighbourPull, TermPull, TopicReason } from "../../explain/topic.ts";
import type { Atlas } from "../../view/atlas.ts";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { percent, texts } from "../texts/texts.ts";
import { paperIn } from "./card-tab.ts";
import { bar, paperRow, titleOf } from "./parts.ts";

const answer = answerTo("topicReason", (now) => {
  const paper = paperIn(now, "why");
  return paper === undefined ? undefined : { paper };
});

/** Why the paper on the card is in its topic. */
export function topicReason(now: MapState, i: number): TemplateResult | typeof nothing {
  const t = texts.topicReason;
  const atlas = now.atlas.value;
  if (atlas.map.topic[i] < 0) return nothing;
  const found = answer.value;
  const body =
    found.kind === "found"
      ? found.value && reason(atlas, i, found.value)
      : html`<p class="faint" role="status">${whyInParts() ?? (found.kind === "failed" ? t.failed : t.waiting)}</p>`;
  return html`<section data-reason="topic"><h3>${t.title}</h3>${body}</section>`;
}

function reason(atlas: Atlas, i: number, found: TopicReason): TemplateResult {
  const t = texts.topicReason;
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
    ${pulls(t.here, found.terms, found, most)}
    ${rival ? pulls(t.there(rival.name), found.against.slice(0, 5), found, most) : nothing}
    ${neighbours(atlas, t.neighbours, found.neighbours.slice(0, 4), i)}
    ${neighbours(atlas, t.elsewhere, found.elsewhere.slice(0, 4), i)}`;
}

/** Two bars a term: what it says for the topic, and what for the rival. */
function pulls(
  title: string,
  terms: readonly TermPull[],
  { topic, rival }: TopicReason,
  most: number,
): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<h4>${title}</h4><ul class="terms pulls">${terms.map(
    ({ term, here, there }) =>
      html`<li title=${texts.topicReason.pull(here, there)}><span class="term">${term}</span><span class="two">${bar(here / most, topic)}${rival < 0 ? nothing : bar(there / most, rival)}</span></li>`,
  )}</ul>`;
}

function neighbours(
  atlas: Atlas,
  title: string,
  pulling: readonly NeighbourPull[],
  i: number,
): TemplateResult | typeof nothing {
  if (pulling.length === 0) return nothing;
  return html`<h4>${title}</h4><ul class="rows">${pulling.map(
    ({ paper, share }) =>
      html`<li>${paperRow(atlas, paper, {
        click: () => openLink(i, paper),
        extra: html`<small title=${texts.topicReason.share(share)}>${percent(share)}</small>`,
        hint: texts.card.why(titleOf(atlas, paper)),
      })}</li>`,
  )}</ul>`;
}
