import { html, nothing, type TemplateResult } from "lit-html";
import type { Contrast } from "../../explain/contrast.ts";
import type { Atlas } from "../../view/atlas.ts";
import { openLink, openTopic } from "../page/actions.ts";
import { button, dot, paperRow, titleOf } from "../panels/parts.ts";
import { compareTexts as t } from "../texts/compare.ts";
import { count, percent, texts } from "../texts/texts.ts";

/** What the first set lacks of the second: topics that it never touches, and the works nearest to it, each with why. */
export function lackingPart(
  atlas: Atlas,
  names: readonly [string, string],
  { topics, lacking }: Contrast,
): TemplateResult {
  const never = topics.filter(({ first }) => first === 0).sort((a, b) => b.second - a.second);
  return html`<section class="compare-lacking"><h3>${t.lacking(names[0])}</h3>
    ${
      never.length === 0
        ? nothing
        : html`<h4>${t.never(never.length)}</h4><ul class="rows">${never.map(
            ({ topic, second }) =>
              html`<li><button type="button" class="row" data-topic=${topic} @click=${() => openTopic(topic, { remember: true })}><span class="row-text">${dot(topic)}${atlas.map.topics[topic]?.name || texts.unnamedTopic}</span><small>${count(second)}</small></button></li>`,
          )}</ul>`
    }
    <h4>${t.works}</h4>${
      lacking.length === 0
        ? html`<p class="faint">${t.noWorks}</p>`
        : html`<ul class="rows">${lacking.map(
            ({ paper, share, nearest, citedBy }) =>
              html`<li>${paperRow(atlas, paper)}<p class="reason">${t.reason(percent(share), titleOf(atlas, nearest))}${citedBy > 0 ? ` · ${t.cited(citedBy)}` : ""} ${button(t.whyShort, () => openLink(paper, nearest, { fly: true }), { kind: "quiet", title: t.why(titleOf(atlas, nearest)) })}</p></li>`,
          )}</ul>`
    }</section>`;
}
