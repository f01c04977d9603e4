import { html, nothing, type TemplateResult } from "lit-html";
import type { Contrast, TopicContrast } from "../../explain/contrast.ts";
import type { Atlas } from "../../view/atlas.ts";
import { openTopic } from "../page/actions.ts";
import { dot } from "../panels/parts.ts";
import { compareTexts as t } from "../texts/compare.ts";
import { texts } from "../texts/texts.ts";

type Names = readonly [string, string];

/** Every topic with how much more of it a set has, as a point with its interval: to the side of that set. The clear ones come first. */
export function topicsPart(atlas: Atlas, names: Names, { topics, sizes }: Contrast): TemplateResult {
  const reach = Math.max(1, ...topics.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const row = (one: TopicContrast) => topicRow(atlas, names, sizes, one, reach);
  const groups = [
    [t.more(names[0]), topics.filter(({ low }) => low > 0)],
    [t.more(names[1]), topics.filter(({ high }) => high < 0).reverse()],
  ] as const;
  const alike = topics.filter(({ low, high }) => low <= 0 && high >= 0);
  return html`<section class="compare-topics"><h3>${t.topics}</h3>
    <p class="sides" aria-hidden="true"><span></span><span>${names[0]}</span><span>${names[1]}</span><span class="ends"><span>← ${names[0]}</span><span>${names[1]} →</span></span></p>
    ${groups.map(([title, list]) =>
      list.length > 0 ? html`<h4>${title}</h4><ul class="rows">${list.map(row)}</ul>` : nothing,
    )}
    ${alike.length > 0 ? html`<details ?open=${alike.length === topics.length}><summary>${t.alike(alike.length)}</summary><ul class="rows">${alike.map(row)}</ul></details>` : nothing}
    <p class="faint">${t.formula}</p></section>`;
}

function topicRow(
  atlas: Atlas,
  names: Names,
  sizes: Contrast["sizes"],
  { topic, first, second, logOdds, low, high }: TopicContrast,
  reach: number,
): TemplateResult {
  const name = atlas.map.topics[topic]?.name || texts.unnamedTopic;
  const at = (value: number) => `${(100 * (reach - value)) / (2 * reach)}%`;
  const said = t.interval(t.ratio(logOdds), t.ratio(low), t.ratio(high));
  const only = second === 0 ? names[0] : first === 0 ? names[1] : undefined;
  const [a, b] = [t.share(first, sizes[0]), t.share(second, sizes[1])];
  return html`<li><button type="button" class="row odds" data-topic=${topic} title=${said} @click=${() => openTopic(topic, { remember: true })}>
    <span class="row-text">${dot(topic)}${name}${only === undefined ? nothing : html` <small class="tag">${t.only(only)}</small>`}</span>
    <small><span class="unseen">${names[0]} </span>${a}</small><small><span class="unseen">${names[1]} </span>${b}</small>
    <span class="interval" aria-hidden="true" .style=${`--from: ${at(high)}; --to: ${at(low)}; --at: ${at(logOdds)}`}><i></i><b></b></span><span class="unseen">${said}</span></button></li>`;
}
